// The numbered steps of an algorithm, with their computed labels.

import type { Block, ListItem } from './blocks.ts';

export interface Step {
  /** Such as `LOAD_AS_DIRECTORY 1.c`. */
  readonly label: string;
  /** The words of the step, Markdown, without its sub-steps. */
  readonly text: string;
}

/** The operation that a rule's title starts with, such as `LOAD_AS_FILE` of `LOAD_AS_FILE(X)`; else undefined. */
export function operationOf(title: string): string | undefined {
  return /^`?([A-Z][A-Z_]*)\(/.exec(title)?.[1];
}

/** The steps of the numbered lists among these blocks, in page order. */
export function readSteps(operation: string, blocks: readonly Block[]): Step[] {
  return blocks.flatMap((block) =>
    block.kind === 'numbered' ? stepsOf(block.items, `${operation} `, 0) : [],
  );
}

function stepsOf(items: readonly ListItem[], prefix: string, depth: number): Step[] {
  return items.flatMap((item, index) => {
    const label = `${prefix}${numeral(index, depth)}`;
    const text = item.blocks
      .flatMap((block) => (block.kind === 'paragraph' ? block.inline.source : []))
      .join(' ');
    const below = item.blocks.flatMap((block) =>
      block.kind === 'numbered' ? stepsOf(block.items, `${label}.`, depth + 1) : [],
    );
    return [{ label, text }, ...below];
  });
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** 1, 2, 3 at the top, a, b, c below, then i, ii, iii. */
function numeral(index: number, depth: number): string {
  if (depth === 0) return String(index + 1);
  return depth % 2 === 1 ? String.fromCharCode(97 + index) : (romans[index] ?? String(index + 1));
}
