// The blocks of a page: markdown-it's flat token list folded into the few shapes that pages are written in.

import type { Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import type { LinkTargets } from './written-page.ts';

/** One run of inline Markdown: its source text, and its code spans and words in order. */
export interface Inline {
  readonly source: string;
  readonly parts: readonly { readonly kind: 'code' | 'text'; readonly text: string }[];
}

/** Every block carries the 1-based line it starts on, within the text that was parsed. */
export type Block =
  | { readonly kind: 'heading'; readonly line: number; readonly level: number; readonly inline: Inline }
  | { readonly kind: 'paragraph'; readonly line: number; readonly end: number; readonly inline: Inline }
  | { readonly kind: 'fence'; readonly line: number; readonly info: string; readonly content: string }
  | { readonly kind: 'table'; readonly line: number; readonly header: Inline[]; readonly rows: TableRow[] }
  | { readonly kind: 'bullets'; readonly line: number; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'numbered';
      readonly line: number;
      readonly end: number;
      readonly items: readonly ListItem[];
    }
  | { readonly kind: 'other'; readonly line: number; readonly name: string };

export interface TableRow {
  readonly line: number;
  readonly cells: readonly Inline[];
}

export interface ListItem {
  readonly line: number;
  readonly blocks: readonly Block[];
}

/**
 * Parses Markdown into blocks, nested lists included.
 * @param links gets the definitions of links
 */
export function parseBlocks(markdown: string, links: LinkTargets = {}): Block[] {
  const parser = new MarkdownIt('commonmark').enable('table');
  return foldTokens(parser.parse(markdown, { references: links }));
}

function foldTokens(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < tokens.length; ) {
    const end = endOfBlock(tokens, start);
    blocks.push(foldBlock(tokens.slice(start, end + 1)));
    start = end + 1;
  }
  return blocks;
}

/** The index of the token that closes the block opened at `start`. */
function endOfBlock(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    depth += tokens[index]?.nesting ?? 0;
    if (depth === 0) return index;
  }
  return tokens.length - 1;
}

function foldBlock(tokens: readonly Token[]): Block {
  const [open] = tokens;
  if (!open) throw new TypeError('a block has at least one token');
  const line = (open.map?.[0] ?? 0) + 1;
  const end = open.map?.[1] ?? line;
  const inside = tokens.slice(1, -1);
  switch (open.type) {
    case 'heading_open':
      return { kind: 'heading', line, level: Number(open.tag.slice(1)), inline: toInline(inside[0]) };
    case 'paragraph_open':
      return { kind: 'paragraph', line, end, inline: toInline(inside[0]) };
    case 'fence':
      return { kind: 'fence', line, info: open.info.trim(), content: open.content };
    case 'table_open':
      return { kind: 'table', line, ...foldTable(tokens) };
    case 'bullet_list_open':
      return { kind: 'bullets', line, items: foldItems(inside) };
    case 'ordered_list_open':
      return { kind: 'numbered', line, end, items: foldItems(inside) };
    default:
      return { kind: 'other', line, name: open.type.replace(/_open$/, '') };
  }
}

function foldItems(tokens: readonly Token[]): ListItem[] {
  const items: ListItem[] = [];
  for (let start = 0; start < tokens.length; ) {
    const end = endOfBlock(tokens, start);
    const line = (tokens[start]?.map?.[0] ?? 0) + 1;
    items.push({ line, blocks: foldTokens(tokens.slice(start + 1, end)) });
    start = end + 1;
  }
  return items;
}

function foldTable(tokens: readonly Token[]): { header: Inline[]; rows: TableRow[] } {
  const rows: { line: number; cells: Inline[] }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'tr_open') rows.push({ line: (token.map?.[0] ?? 0) + 1, cells: [] });
    if (token.type === 'th_open' || token.type === 'td_open')
      rows.at(-1)?.cells.push(toInline(tokens[index + 1]));
  }
  const [header, ...body] = rows;
  return { header: header?.cells ?? [], rows: body };
}

function toInline(token: Token | undefined): Inline {
  const parts = (token?.children ?? []).map((child) =>
    child.type === 'code_inline'
      ? { kind: 'code' as const, text: child.content }
      : { kind: 'text' as const, text: child.type === 'softbreak' ? ' ' : child.content },
  );
  return { source: token?.content ?? '', parts: parts.filter((part) => part.text !== '') };
}
