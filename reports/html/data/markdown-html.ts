// Markdown of the pages as HTML.

import MarkdownIt, { type Token } from 'markdown-it';
import type { PageProse } from '../../../suite/pages/written-page.ts';
import { markSteps } from './mark-steps.ts';

type Links = PageProse['links'];

/** Both render Markdown; `links` are those of its page. */
export interface MarkdownHtml {
  text(markdown: string, links: Links): string;
  /** The text of a rule, whose steps are marked with their numbers and editions. */
  rule(markdown: string, links: Links): string;
}

export function createMarkdownHtml(): MarkdownHtml {
  const parser = pageParser();
  const parse = (markdown: string, links: Links) => parser.parse(markdown, { references: { ...links } });
  const render = (tokens: Token[]) => parser.renderer.render(tokens, parser.options, {});
  return {
    text: (markdown, links) => render(parse(markdown, links)),
    rule(markdown, links) {
      const tokens = parse(markdown, links);
      markSteps(tokens);
      return render(tokens);
    },
  };
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
