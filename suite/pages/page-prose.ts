// The prose of a page: what it says in Markdown around its rules and cases, which hold the rest as data.

import type { Block } from './blocks.ts';
import { type Chapter, type SplitPage, splitPage } from './chapters.ts';
import { onlyCode } from './inline.ts';
import { pageId, placeOfPage } from './page-id.ts';
import type { LinkTargets, PageProse, Passage, WrittenPage } from './written-page.ts';

/**
 * Parses one page for its prose. Rules and cases are not looked at, only where they are.
 * @throws {UsageError} when the front matter is wrong, or something is above the first heading
 */
export function parseProse(file: string, text: string): WrittenPage {
  return writtenPage(splitPage(file, text));
}

export function writtenPage({ file, frontMatter, lines, chapters, links }: SplitPage): WrittenPage {
  const { title, sources } = frontMatter;
  const prose = proseOf(chapters, lines, links);
  return { id: pageId(file), file, place: placeOfPage(file), title, sources, prose };
}

function proseOf(chapters: readonly Chapter[], lines: readonly string[], links: LinkTargets): PageProse {
  const atLevel = (level: number) => chapters.filter(({ heading }) => heading.level === level);
  const [title] = atLevel(1);
  const cases = atLevel(4).map((chapter) => ({ ...chapter, id: idOf(chapter) }));
  return {
    opening: title ? below(title, lines) : { line: 1, markdown: '' },
    sections: atLevel(2).map((chapter) => ({
      title: chapter.heading.inline.source,
      ...below(chapter, lines),
    })),
    notes: new Map(atLevel(3).flatMap((chapter) => noteBelow(chapter, lines))),
    remarks: new Map(cases.map(({ id, blocks }) => [id, remarksIn(blocks, lines)])),
    cases: new Map(cases.map(({ id, heading, end }) => [id, passage(lines, heading.line, end)])),
    links,
  };
}

function below({ heading, blocks, end }: Chapter, lines: readonly string[]): Passage {
  const [first] = blocks;
  return first ? passage(lines, first.line, end) : { line: heading.line, markdown: '' };
}

function noteBelow(chapter: Chapter, lines: readonly string[]): [string, Passage][] {
  const listAt = chapter.blocks.findIndex(({ kind }) => kind === 'bullets');
  const first = chapter.blocks[listAt + 1];
  return first ? [[idOf(chapter), passage(lines, first.line, chapter.end)]] : [];
}

function remarksIn(blocks: readonly Block[], lines: readonly string[]): Passage[] {
  return blocks.filter(isRemark).map(({ line, end }) => passage(lines, line, end + 1));
}

/** A paragraph that is only a code span names a file. */
function isRemark(block: Block): block is Extract<Block, { kind: 'paragraph' }> {
  return block.kind === 'paragraph' && onlyCode(block.inline) === undefined;
}

/** @param end the line after it */
function passage(lines: readonly string[], line: number, end: number): Passage {
  return {
    line,
    markdown: lines
      .slice(line - 1, end - 1)
      .join('\n')
      .trimEnd(),
  };
}

function idOf({ heading }: Chapter): string {
  return heading.inline.parts[0]?.text ?? '';
}
