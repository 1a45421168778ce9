// The heading that a link means whose path or anchor has changed: the one with the id that the anchor starts with.

import { type IdRegister, presentId } from '../../identity/id-register.ts';
import { anchorOf } from '../../pages/anchor.ts';
import type { Outline } from './outline.ts';

export interface MeantHeading {
  readonly file: string;
  readonly anchor: string;
}

/** The rule or case whose id, today's or a former one, is the longest start of an anchor, on whatever page it is. */
export function meantHeading(
  anchor: string,
  outlines: readonly Outline[],
  ids: IdRegister,
): MeantHeading | undefined {
  const words = anchor.split('-');
  for (let count = words.length; count > 0; count--) {
    const today = presentId(ids, words.slice(0, count).join('-'));
    const found = today === undefined ? undefined : headingOf(today, outlines);
    if (found) return found;
  }
  return undefined;
}

function headingOf(id: string, outlines: readonly Outline[]): MeantHeading | undefined {
  for (const { file, chapters } of outlines) {
    const chapter = chapters.find((one) => one.level > 2 && one.id === id);
    if (chapter) return { file, anchor: anchorOf(`${id} ${chapter.title}`) };
  }
  return undefined;
}
