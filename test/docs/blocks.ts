// The code blocks of a page of the documentation, for tests that do what the page says.

import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';

export interface CodeBlock {
  /** The first word after the fence; empty for an indented block. */
  readonly language: string;
  readonly text: string;
  /** 1-based line of the file on which the block starts. */
  readonly line: number;
}

/** Every code block of a Markdown file, fenced or indented, those in lists included. */
export function codeBlocks(file: string): CodeBlock[] {
  return new MarkdownIt('commonmark')
    .parse(readFileSync(file, 'utf8'), {})
    .filter(({ type }) => type === 'fence' || type === 'code_block')
    .map(({ info, content, map }) => ({
      language: info.trim().split(/\s+/)[0] ?? '',
      text: content,
      line: (map?.[0] ?? 0) + 1,
    }));
}

/** The path in the paragraph above a block, when that is nothing but a path. */
export function fileAbove(lines: readonly string[], line: number): string | undefined {
  return /^`([^`\s]+)`$/.exec(lines[line - 3] ?? '')?.[1];
}

/** A line of output as a page shows it: counts grow with the suite, and an ellipsis stands for anything. */
export function lineShown(line: string): RegExp {
  const source = line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${source.replaceAll('…', '.*').replace(/\d+/g, '\\d+')}$`, 'm');
}
