// The numbered steps of an algorithm, with their computed labels and the editions that they are limited to.

import type { Step } from '../../model/case.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Block, ListItem } from './blocks.ts';
import { selectEditions } from './spread-editions.ts';

/** The operation that a rule's title starts with, such as `LOAD_AS_FILE` of `LOAD_AS_FILE(X)`; else undefined. */
export function operationOf(title: string): string | undefined {
  return /^`?([A-Z][A-Z_]*)\(/.exec(title)?.[1];
}

/**
 * The steps of the numbered lists among these blocks, in page order.
 * @throws {UsageError} when a condition names no editions, or some in which the step above is not taken.
 */
export function readSteps(file: string, operation: string, blocks: readonly Block[]): Step[] {
  return blocks.flatMap((block) =>
    block.kind === 'numbered' ? stepsOf(block.items, { file, prefix: `${operation} `, depth: 0 }) : [],
  );
}

/** Where a list of steps is. */
interface Level {
  readonly file: string;
  /** What comes before the numeral in the labels. */
  readonly prefix: string;
  readonly depth: number;
  /** The editions of the step above. */
  readonly editions?: string[] | undefined;
}

function stepsOf(items: readonly ListItem[], level: Level): Step[] {
  return items.flatMap((item, index) => {
    const label = `${level.prefix}${numeral(index, level.depth)}`;
    const { text, editions } = readWords(item, level);
    const below = { ...level, prefix: `${label}.`, depth: level.depth + 1, editions };
    const subSteps = item.blocks.flatMap((block) =>
      block.kind === 'numbered' ? stepsOf(block.items, below) : [],
    );
    return [{ label, text, ...(editions === undefined ? {} : { editions }) }, ...subSteps];
  });
}

/** Splits the words of a step from the condition in parentheses before them. */
function readWords(item: ListItem, level: Level): { text: string; editions: string[] | undefined } {
  const words = item.blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.inline.source : []))
    .join(' ')
    .replace(/\s*\n\s*/g, ' ');
  const place = { file: level.file, line: item.line };
  const [whole = '', condition] = /^\(([^()]*)\)\s*/.exec(words) ?? [];
  const text = words.slice(whole.length);
  if (text === '') throw new UsageError('a step says what is done', place);
  if (condition === undefined) return { text, editions: level.editions };
  return { text, editions: narrow(selectEditions(condition, place), level, place) };
}

function narrow(editions: string[], level: Level, place: { file: string; line: number }): string[] {
  const stray = editions.find((id) => level.editions !== undefined && !level.editions.includes(id));
  if (stray === undefined) return editions;
  throw new UsageError(`the condition names ${stray}, in which the step above is not taken`, place);
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** As lists are drawn: 1, 2, 3 at the top, i, ii, iii below, then a, b, c. */
function numeral(index: number, depth: number): string {
  if (depth === 0) return String(index + 1);
  return depth === 1 ? (romans[index] ?? String(index + 1)) : String.fromCharCode(97 + index);
}
