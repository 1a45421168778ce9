// The runs of inline Markdown in a file, each with the lines that it is on.

import MarkdownIt, { type Token } from 'markdown-it';

export interface InlineRun {
  readonly content: string;
  readonly children: readonly Token[];
  /** The first line, from 1. */
  readonly line: number;
  /** The line after the last one. */
  readonly end: number;
  /** In a cell of a table, the heading of its column. */
  readonly column?: string;
}

const parser = new MarkdownIt('commonmark').enable('table');

export function parseMarkdown(text: string): Token[] {
  return parser.parse(hideFrontMatter(text), {});
}

/** What headings, paragraphs, list items and cells say; fences and HTML are left out. */
export function inlineRuns(text: string): InlineRun[] {
  const runs: InlineRun[] = [];
  let lines: readonly [number, number] = [0, 0];
  let header: string[] = [];
  let cell = 0;
  for (const { type, map, content, children } of parseMarkdown(text)) {
    if (map) lines = map;
    if (type === 'thead_open') header = [];
    if (type === 'tr_open') cell = 0;
    if (type !== 'inline') continue;
    const run = { content, children: children ?? [], line: lines[0] + 1, end: lines[1] + 1 };
    const column = map ? undefined : header[cell];
    runs.push(column === undefined ? run : { ...run, column });
    if (map) continue;
    header[cell] ??= content;
    cell++;
  }
  return runs;
}

/** Keeps the numbers of the lines below. */
function hideFrontMatter(text: string): string {
  return text.replace(/^---\r?\n.*?^---\r?\n/ms, (head, at) =>
    at === 0 ? head.replace(/[^\n]/g, '') : head,
  );
}
