// The sentences of a Markdown file as running text, whatever lines they are broken into.

import { inlineRuns } from './inline-tokens.ts';

/** A paragraph, heading, list item or cell. Of a code span only a mark is left, so that no phrase goes through it. */
export interface RunningText {
  readonly text: string;
  /** The line of the first character, from 1. */
  readonly line: number;
  /** Where in the text each further line begins. */
  readonly breaks: readonly number[];
}

/** @param unread the headings of columns whose cells are not read */
export function proseIn(markdown: string, unread: readonly string[] = []): RunningText[] {
  return inlineRuns(markdown)
    .filter(({ column }) => column === undefined || !unread.includes(column))
    .map(({ children, line }) => {
      let text = '';
      const breaks: number[] = [];
      for (const { type, content } of children) {
        text += type === 'code_inline' ? codeMark : type.endsWith('break') ? ' ' : content;
        if (type.endsWith('break')) breaks.push(text.length);
      }
      return { text, line, breaks };
    });
}

/** What is in the place of a code span. */
export const codeMark = '□';

export function lineAt({ line, breaks }: RunningText, offset: number): number {
  return line + breaks.filter((start) => start <= offset).length;
}
