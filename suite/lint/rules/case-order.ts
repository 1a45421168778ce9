// Lint: cases whose parts are not in the order of all others.

import type { LineEdit } from '../../authoring/page-places.ts';
import { type CaseBlock, caseBlocks, caseParts } from '../subject/case-blocks.ts';
import type { Problem } from '../subject/finding.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import type { Outline } from '../subject/outline.ts';

export const caseOrder: LintRule = {
  name: 'case-order',
  reason:
    'A reader who knows one case finds the parts of every other at once: text first, then the files, one property list, and at the end what is expected, as tables, `stdout` fences or numbered steps.',
  fix: '`--fix` moves the parts and makes one list of two. No case changes by it.',
  readsText: true,
  check: ({ outlines }) => outlines.flatMap(findDisorder),
};

function findDisorder(outline: Outline): Problem[] {
  const cases = outline.chapters.filter(({ level }) => level === 4);
  return cases.flatMap((chapter): Problem[] => {
    const blocks = caseBlocks(outline, chapter);
    const wrong = blocks && complaint(blocks);
    if (!blocks || !wrong) return [];
    return [{ file: outline.file, ...wrong, edit: sorted(blocks) }];
  });
}

function complaint(blocks: readonly CaseBlock[]): Pick<Problem, 'line' | 'message'> | undefined {
  for (const [at, { part, line }] of blocks.entries()) {
    const before = blocks[at - 1];
    if (before && rank(before) > rank({ part }))
      return {
        line: before.line,
        message: `${before.part} before ${part}; the order is ${caseParts.join(', ')}`,
      };
    if (before?.part === 'properties' && part === 'properties')
      return { line, message: 'a second property list; make it one' };
  }
  return undefined;
}

function rank({ part }: Pick<CaseBlock, 'part'>): number {
  return caseParts.indexOf(part);
}

/** All blocks anew, in order; blocks of one part stay as they follow one another. */
function sorted(blocks: readonly CaseBlock[]): LineEdit {
  const inOrder = blocks.toSorted((one, other) => rank(one) - rank(other));
  const lines = inOrder.flatMap((block, at) =>
    at === 0 || isSameList(block, inOrder[at - 1]) ? block.lines : ['', ...block.lines],
  );
  const last = blocks.at(-1);
  return { start: blocks[0]?.line ?? 1, end: (last?.line ?? 1) + (last?.lines.length ?? 0), lines };
}

function isSameList({ part }: CaseBlock, before: CaseBlock | undefined): boolean {
  return part === 'properties' && before?.part === 'properties';
}
