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

/** @param placeOf the address in the report for a link of a page; undefined for links to somewhere else */
export function createMarkdownHtml(placeOf: (href: string) => string | undefined): MarkdownHtml {
  const parser = pageParser(placeOf);
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

/** HTML in a page stays text. */
function pageParser(placeOf: (href: string) => string | undefined): ReturnType<typeof MarkdownIt> {
  const parser = new MarkdownIt('commonmark', { html: false }).enable('table').disable('image');
  const link = parser.renderer.rules['link_open'];
  parser.renderer.rules['link_open'] = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const place = placeOf(String(token?.attrGet('href')));
    if (place) token?.attrSet('href', place);
    else token?.attrSet('rel', 'noreferrer');
    return link ? link(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
  };
  for (const cell of ['th_open', 'td_open']) {
    parser.renderer.rules[cell] = (tokens, index, options, _env, self) => {
      alignByClass(tokens[index]);
      return self.renderToken(tokens, index, options);
    };
  }
  return parser;
}

/** The policy of a report allows no style at an element. */
function alignByClass(cell: Token | undefined): void {
  const [, side] = /text-align:(\w+)/.exec(String(cell?.attrGet('style') ?? '')) ?? [];
  if (cell && side !== undefined) cell.attrs = [['class', `align-${side}`]];
}
