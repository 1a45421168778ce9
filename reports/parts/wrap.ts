// Text of pages for a terminal: its paragraphs and list items are wrapped anew, because pages break their lines for an editor.

/** The width where none is known. */
export const defaultColumns = 120;

/** No text is wrapped narrower than this. */
const narrowest = 40;

/** The lines of Markdown; tables and code stay as they are. */
export function wrap(text: string, columns: number): string[] {
  const width = Math.max(narrowest, columns);
  return blocksOf(text.split('\n')).flatMap(({ lines, isProse }) => (isProse ? fill(lines, width) : lines));
}

interface Block {
  readonly lines: string[];
  readonly isProse: boolean;
}

/** Lines that belong together: a paragraph, or an item of a list. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let isFenced = false;
  for (const line of lines) {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    const isProse = !isFenced && !isFence && line.trim() !== '' && !/^\s*\|/.test(line);
    if (isFence) isFenced = !isFenced;
    const last = blocks.at(-1);
    if (isProse && last?.isProse && !isItem(line)) last.lines.push(line);
    else blocks.push({ lines: [line], isProse });
  }
  return blocks;
}

function isItem(line: string): boolean {
  return /^\s*(?:[-*]|\d+\.|[a-z]+\.) /.test(line);
}

/** Further lines of an item are indented like its text. */
function fill(lines: readonly string[], width: number): string[] {
  const text = lines.join(' ');
  const [start = ''] = /^\s*(?:(?:[-*]|\d+\.|[a-z]+\.) +)?/.exec(text) ?? [];
  return fillLines(text.slice(start.length), width, start, ' '.repeat(start.length));
}

/**
 * As many words a line as fit.
 * @param first what the first line begins with
 * @param others what all further lines begin with
 */
export function fillLines(text: string, width: number, first: string, others: string): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = others;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
