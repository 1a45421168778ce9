// The blocks of a case with the lines that each takes, and the part that each plays.

import type { Block } from '../../pages/blocks.ts';
import { onlyCode } from '../../pages/inline.ts';
import type { Outline, OutlinedChapter } from './outline.ts';

/** In the order in which a case is read. */
export const caseParts = ['text', 'files', 'properties', 'expectations'] as const;
export type CasePart = (typeof caseParts)[number];

export interface CaseBlock {
  readonly part: CasePart;
  readonly line: number;
  /** As written, without blank lines around them. */
  readonly lines: readonly string[];
}

/** @returns undefined where something is in the case that has no part; the parser refuses that. */
export function caseBlocks({ text, chapters }: Outline, chapter: OutlinedChapter): CaseBlock[] | undefined {
  const lines = text.split('\n');
  const next = chapters[chapters.indexOf(chapter) + 1]?.line ?? lines.length + 1;
  const starts = chapter.blocks.filter((_, at) => !isNameAbove(chapter.blocks[at - 1]));
  const blocks = starts.map((block, at): CaseBlock | undefined => {
    const part = partOf(block);
    const end = starts[at + 1]?.line ?? next;
    return part && { part, line: block.line, lines: withoutBlankEnd(lines.slice(block.line - 1, end - 1)) };
  });
  const known = blocks.filter((block) => block !== undefined);
  return known.length === blocks.length ? known : undefined;
}

/** The name of a file and the fence below it are one block. */
function isNameAbove(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && onlyCode(block.inline) !== undefined;
}

function partOf(block: Block): CasePart | undefined {
  switch (block.kind) {
    case 'paragraph':
      return isNameAbove(block) ? 'files' : 'text';
    case 'fence':
      return fenceParts.find(([info]) => info.test(block.info))?.[1];
    case 'bullets':
      return 'properties';
    case 'table':
    case 'numbered':
      return 'expectations';
    case 'heading':
    case 'other':
      return undefined;
  }
}

const fenceParts: readonly (readonly [RegExp, CasePart])[] = [
  [/^tree$/, 'files'],
  [/^stdout\b/, 'expectations'],
];

function withoutBlankEnd(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, last + 1);
}
