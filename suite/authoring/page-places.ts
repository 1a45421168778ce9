// Finds the parts of the text of a page, so that one part can be edited without changing the others.

import { type Block, parseBlocks } from '../pages/blocks.ts';
import { readFrontMatter } from '../pages/front-matter.ts';
import type { onlyCode } from '../pages/inline.ts';

/** Lines `start` up to, but not including, `end`; the first line of a text is 1. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** The blocks of a page, with lines that count from the start of the file. */
export function pageBlocks(file: string, text: string): Block[] {
  return parseBlocks(readFrontMatter(file, text).markdown);
}

/** A rule with all its cases. */
export function findRule(blocks: readonly Block[], id: string, text: string): Lines | undefined {
  return findChapter(blocks, id, 3, text);
}

export function findCaseLines(blocks: readonly Block[], id: string, text: string): Lines | undefined {
  return findChapter(blocks, id, 4, text);
}

/** From the heading with an id to the next heading of the same or a higher level. */
function findChapter(blocks: readonly Block[], id: string, level: number, text: string): Lines | undefined {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const at = headings.findIndex((heading) => heading.level === level && idOf(heading.inline) === id);
  const found = headings[at];
  if (!found) return undefined;
  const next = headings.slice(at + 1).find((heading) => heading.level <= level);
  return { start: found.line, end: next?.line ?? text.split('\n').length };
}

function idOf(inline: Parameters<typeof onlyCode>[0]): string | undefined {
  const [first] = inline.parts;
  return first?.kind === 'code' ? first.text : undefined;
}

/** An edit replaces lines; several of them must not overlap. */
export interface LineEdit extends Lines {
  readonly lines: readonly string[];
}

/** Applies the edits; every other line stays byte for byte the same. */
export function applyLineEdits(text: string, edits: readonly LineEdit[]): string {
  const lines = text.split('\n');
  for (const { start, end, lines: instead } of [...edits].sort((a, b) => b.start - a.start))
    lines.splice(start - 1, end - start, ...instead);
  return lines.join('\n');
}
