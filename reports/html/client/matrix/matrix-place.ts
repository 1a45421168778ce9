// Places in the matrix, and moving between them by keys. Column 0 is the name of the row.

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Undefined for a key that does not move. */
export function stepPlace(place: Place, key: string, rows: number, columns: number): Place | undefined {
  const { row, column } = place;
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(columns, column + 1) };
    case 'PageUp':
      return { row: Math.max(0, row - 20), column };
    case 'PageDown':
      return { row: Math.min(rows - 1, row + 20), column };
    case 'Home':
      return { row: 0, column };
    case 'End':
      return { row: rows - 1, column };
    default:
      return undefined;
  }
}

/** The place of the cell of an event, from the attributes that the grid has for assistive technology. */
export function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('th, td') : null;
  const index = cell?.closest('tr')?.getAttribute('aria-rowindex');
  return cell && index ? { row: Number(index) - 2, column: cell.cellIndex } : undefined;
}
