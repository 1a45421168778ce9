// A page as chapters: each heading with the blocks below it.

import { UsageError } from '../../model/usage-error.ts';
import { type Block, parseBlocks } from './blocks.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { LinkTargets } from './written-page.ts';

export interface SplitPage {
  readonly file: string;
  readonly frontMatter: FrontMatter;
  /** Those of the file. */
  readonly lines: readonly string[];
  readonly chapters: readonly Chapter[];
  readonly links: LinkTargets;
}

export interface Chapter {
  readonly heading: Heading;
  readonly blocks: readonly Block[];
  /** The line after its last one. */
  readonly end: number;
}

export type Heading = Extract<Block, { kind: 'heading' }>;

/**
 * Splits a page at its headings; an informative page only at those of its sections.
 * @throws {UsageError} when the front matter is wrong, or something is above the first heading
 */
export function splitPage(file: string, text: string): SplitPage {
  const { frontMatter, markdown } = readFrontMatter(file, text);
  const lines = markdown.split('\n');
  const links: LinkTargets = {};
  const blocks = parseBlocks(markdown, links);
  const [first] = blocks;
  if (first && first.kind !== 'heading')
    throw new UsageError('a page starts with its # heading', { file, line: first.line });
  const deepest = frontMatter.informative ? 2 : 6;
  return { file, frontMatter, lines, chapters: splitBlocks(blocks, deepest, lines.length + 1), links };
}

function splitBlocks(blocks: readonly Block[], deepest: number, end: number): Chapter[] {
  const starts = blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level <= deepest ? [{ heading: block, at }] : [],
  );
  return starts.map(({ heading, at }, index) => {
    const next = starts[index + 1];
    return { heading, blocks: blocks.slice(at + 1, next?.at), end: next?.heading.line ?? end };
  });
}
