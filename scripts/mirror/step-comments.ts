// The comments in the reference that repeat the steps of the pages: the label, and the words behind it.

/** A step as a comment. */
export interface StepComment {
  readonly label: string;
  /** In one line; empty where only the label is there. */
  readonly words: string;
  /** From 1. */
  readonly line: number;
}

const width = 110;

/** The step comments of a source text, in its order. */
export function readStepComments(source: string): StepComment[] {
  const lines = source.split('\n');
  return lines.flatMap((text, index) => {
    const start = readStart(text);
    if (start === undefined) return [];
    const rest = lines.slice(index + 1, endOf(lines, index)).map((line) => line.replace(/^\s*\/\/\s*/, ''));
    const words = [start.words, ...rest].join(' ').trim();
    return [{ label: start.label, words, line: index + 1 }];
  });
}

/** The source text with each step comment written anew; one whose label has no words stays as it is. */
export function mirrorSteps(source: string, words: ReadonlyMap<string, string>): string {
  const lines = source.split('\n');
  const written: string[] = [];
  for (let index = 0; index < lines.length; ) {
    const start = readStart(lines[index] ?? '');
    const end = start === undefined ? index + 1 : endOf(lines, index);
    const text = start && words.get(start.label);
    if (start === undefined || text === undefined) written.push(...lines.slice(index, end));
    else written.push(...wrap(start.indent, `${start.label}: ${text}`));
    index = end;
  }
  return written.join('\n');
}

function readStart(line: string): { indent: string; label: string; words: string } | undefined {
  const match = /^(\s*)\/\/ ([A-Z][A-Z_]+ \d+(?:\.[a-z]+)*)(?::(.*))?$/.exec(line);
  if (match === null) return undefined;
  const [, indent = '', label = '', words = ''] = match;
  return { indent, label, words: words.trim() };
}

/** The index after a comment: the lines that go on with it are indented. */
function endOf(lines: readonly string[], start: number): number {
  let end = start + 1;
  while (/^\s*\/\/ {3}\S/.test(lines[end] ?? '')) end++;
  return end;
}

function wrap(indent: string, text: string): string[] {
  const lines: string[] = [];
  let line = `${indent}//`;
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}//  `;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
