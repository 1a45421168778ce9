// The outline of a page: its headings and the blocks below each. Read without complaint, so that also of a page that the
// parser refuses it can be said what is wrong.

import { type Block, parseBlocks } from '../../pages/blocks.ts';

/** A heading and the blocks up to the next one. */
export interface OutlinedChapter {
  /** 1 page, 2 section, 3 rule, 4 case. */
  readonly level: number;
  readonly line: number;
  /** The code span that the heading starts with. */
  readonly id: string | undefined;
  /** The heading without the id. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Outline {
  readonly file: string;
  readonly text: string;
  readonly chapters: readonly OutlinedChapter[];
}

export function readOutline(file: string, text: string): Outline {
  const chapters: (OutlinedChapter & { blocks: Block[] })[] = [];
  for (const block of parseBlocks(blankFrontMatter(text))) {
    if (block.kind !== 'heading') {
      chapters.at(-1)?.blocks.push(block);
      continue;
    }
    const [first] = block.inline.parts;
    const id = first?.kind === 'code' ? first.text : undefined;
    const title = block.inline.source.replace(/^(`+).*?\1\s*/, '');
    chapters.push({ level: block.level, line: block.line, id, title, blocks: [] });
  }
  return { file, text, chapters };
}

/** Whether its front matter says that it carries no rule. */
export function isInformative({ text }: Outline): boolean {
  return /^---\r?\n(?:.*\r?\n)*?informative: true\r?$/m.test(text);
}

/** Keeps the numbers of the lines below. */
function blankFrontMatter(text: string): string {
  return text.replace(/^---\r?\n.*?^---\r?\n/ms, (head, at) =>
    at === 0 ? head.replace(/[^\n]/g, '') : head,
  );
}

/** The chapter of a case; every case that was parsed has one. */
export function chapterOf(
  outlines: readonly Outline[],
  file: string,
  id: string,
): OutlinedChapter | undefined {
  const outline = outlines.find((one) => one.file === file);
  return outline?.chapters.find((chapter) => chapter.level === 4 && chapter.id === id);
}

/** The line of the table row that is a case's n-th resolution, from 0. */
export function rowLine(chapter: OutlinedChapter | undefined, at: number): number | undefined {
  const rows = chapter?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])) ?? [];
  return rows[at]?.line;
}
