// Groups the verdicts on a case. Equal results are in one group.

import type { DetailData } from '../data/report-data.ts';
import type { CaseItem, Column, Letter } from './model.ts';

export interface VerdictGroup {
  readonly letter: Letter;
  readonly detail: DetailData | undefined;
  readonly columns: readonly Column[];
}

const order = 'fctesp.';

/** Failures first. */
export function groupVerdicts(columns: readonly Column[], item: CaseItem): VerdictGroup[] {
  const groups = new Map<string, { letter: Letter; detail: DetailData | undefined; columns: Column[] }>();
  for (const column of columns) {
    const letter = column.letter(item);
    if (letter === '.') continue;
    const detail = column.detail(item);
    const key = letter + JSON.stringify(detail ?? {}) + (detail?.checks ? column.edition : '');
    const group = groups.get(key);
    if (group) group.columns.push(column);
    else groups.set(key, { letter, detail, columns: [column] });
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.letter) - order.indexOf(b.letter));
}
