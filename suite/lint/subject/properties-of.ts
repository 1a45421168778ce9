// The property lists of rules, also where the parser would refuse them.

import type { Outline, OutlinedChapter } from './outline.ts';

/** The rules none of whose bullets matches. */
export function rulesWithout(
  outlines: readonly Outline[],
  bullet: RegExp,
): { readonly file: string; readonly line: number; readonly id: string }[] {
  return outlines.flatMap(({ file, chapters }) =>
    chapters
      .filter(({ level }) => level === 3)
      .filter((chapter) => !bulletsOf(chapter).some((text) => bullet.test(text)))
      .map(({ line, id, title }) => ({ file, line, id: id ?? title })),
  );
}

function bulletsOf({ blocks }: OutlinedChapter): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'bullets'
      ? block.items.flatMap(({ blocks: [first] }) => (first?.kind === 'paragraph' ? first.inline.source : []))
      : [],
  );
}
