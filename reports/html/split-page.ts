// Splits a page of the specification into HTML parts at its headings, so that verdicts can be shown beside rules and cases.

import MarkdownIt, { type Token } from 'markdown-it';
import YAML from 'yaml';
import { sourcesSchema } from '../../suite/pages/front-matter.ts';
import { markSteps } from './mark-steps.ts';

export interface SplitPage {
  readonly title: string;
  readonly html: string;
  readonly sources: Readonly<Record<string, string>>;
  /** By title. */
  readonly sections: ReadonlyMap<string, string>;
  /** By id: the normative text and the remarks, without the list of properties. */
  readonly rules: ReadonlyMap<string, string>;
  readonly cases: ReadonlyMap<string, SplitCase>;
}

export interface SplitCase {
  /** The remarks between files, tables and properties. */
  readonly html: string;
  /** The case as on the page, with its heading. */
  readonly markdown: string;
}

/** @param text a page that `parsePage` accepts */
export function splitPage(text: string): SplitPage {
  const { front, body } = cutFrontMatter(text);
  const parser = pageParser();
  const lines = body.split('\n');
  const page = { title: '', html: '', sections: new Map(), rules: new Map(), cases: new Map() };
  for (const chapter of cutChapters(parser.parse(body, {}))) {
    if (chapter.level === 3) markSteps(chapter.tokens);
    const html = (tokens: Token[]) => parser.renderer.render(tokens, parser.options, {});
    switch (chapter.level) {
      case 1:
        page.title = chapter.title;
        page.html = html(chapter.tokens);
        break;
      case 2:
        page.sections.set(chapter.title, html(chapter.tokens));
        break;
      case 3:
        page.rules.set(idOf(chapter.title), html(withoutProperties(chapter.tokens)));
        break;
      default:
        page.cases.set(idOf(chapter.title), {
          html: html(onlyRemarks(chapter.tokens)),
          markdown: `${lines.slice(chapter.start, chapter.end).join('\n').trimEnd()}\n`,
        });
    }
  }
  return { ...page, sources: front };
}

function cutFrontMatter(text: string): { front: Record<string, string>; body: string } {
  const match = /^---\r?\n(.*?)^---\r?\n/ms.exec(text);
  if (match?.index !== 0) return { front: {}, body: text };
  const front = YAML.parse(match[1] ?? '') as { sources?: unknown };
  return { front: sourcesSchema.catch({}).parse(front.sources), body: text.slice(match[0].length) };
}

/** HTML in a page stays text, and a link to another page becomes a link to that page of the report. */
function pageParser(): ReturnType<typeof MarkdownIt> {
  const parser = new MarkdownIt('commonmark', { html: false }).enable('table').disable('image');
  const link = parser.renderer.rules['link_open'];
  parser.renderer.rules['link_open'] = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const place = placeInReport(String(token?.attrGet('href')), tokens[index + 1]);
    if (place) token?.attrSet('href', place);
    else token?.attrSet('rel', 'noreferrer');
    return link ? link(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
  };
  return parser;
}

/** A link whose text is an id becomes a link to that case; undefined for other links. */
function placeInReport(href: string, text: Token | undefined): string | undefined {
  const [, page] = /^(?:(?:\.\.|\d+-[a-z0-9-]+)\/)*(?:\d+-)?([a-z0-9-]+)\.md(?:#.*)?$/.exec(href) ?? [];
  if (page === undefined) return undefined;
  const isId = text?.type === 'code_inline' && /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text.content);
  return isId ? `#case/${text.content}` : `#page/${page}`;
}

interface Chapter {
  readonly level: number;
  readonly title: string;
  readonly tokens: Token[];
  readonly start: number;
  end: number;
}

function cutChapters(tokens: readonly Token[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.type !== 'heading_open') {
      if (token) chapters.at(-1)?.tokens.push(token);
      continue;
    }
    const start = token.map?.[0] ?? 0;
    const last = chapters.at(-1);
    if (last) last.end = start;
    const title = tokens[index + 1]?.content ?? '';
    chapters.push({
      level: Number(token.tag.slice(1)),
      title,
      tokens: [],
      start,
      end: Number.POSITIVE_INFINITY,
    });
    index += 2;
  }
  return chapters;
}

function idOf(heading: string): string {
  return /^`([^`]+)`/.exec(heading)?.[1] ?? heading;
}

function withoutProperties(tokens: readonly Token[]): Token[] {
  return dropBlocks(tokens, (block) => block[0]?.type === 'bullet_list_open');
}

/** Paragraphs that contain more than the name of a file. */
function onlyRemarks(tokens: readonly Token[]): Token[] {
  return dropBlocks(tokens, (block) => {
    const parts = block[1]?.children ?? [];
    return block[0]?.type !== 'paragraph_open' || (parts.length === 1 && parts[0]?.type === 'code_inline');
  });
}

function dropBlocks(tokens: readonly Token[], dropped: (block: readonly Token[]) => boolean): Token[] {
  const kept: Token[] = [];
  let block: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    block.push(token);
    depth += token.nesting;
    if (depth > 0) continue;
    if (!dropped(block)) kept.push(...block);
    block = [];
  }
  return kept;
}
