// What a report shows of the prose of a page, as HTML.

import type { Rule } from '../../../model/case.ts';
import type { PageProse } from '../../../suite/pages/written-page.ts';
import type { MarkdownHtml } from './markdown-html.ts';

/** A text is empty where the page has none. */
export interface ProseHtml {
  readonly opening: string;
  /** By title, in page order. */
  readonly sections: ReadonlyMap<string, string>;
  /** The normative text of a rule, and what the page adds to it. */
  rule(rule: Pick<Rule, 'id' | 'text'>): string;
  /** By the id of a case. */
  remarks(id: string): string;
  /** By the id of a case: as it is written, in Markdown. */
  markdown(id: string): string;
}

/** @param prose undefined where the page is not at hand; the texts of its rules are drawn nevertheless */
export function proseHtml(prose: PageProse | undefined, html: MarkdownHtml): ProseHtml {
  const links = prose?.links ?? {};
  const sections = new Map<string, string>();
  for (const { title, markdown } of prose?.sections ?? [])
    sections.set(title, (sections.get(title) ?? '') + html.text(markdown, links));
  return {
    opening: html.text(prose?.opening.markdown ?? '', links),
    sections,
    rule: ({ id, text }) => html.rule(text, links) + html.rule(prose?.notes.get(id)?.markdown ?? '', links),
    remarks: (id) =>
      (prose?.remarks.get(id) ?? []).map(({ markdown }) => html.text(markdown, links)).join(''),
    markdown(id) {
      const written = prose?.cases.get(id);
      return written ? `${written.markdown}\n` : '';
    },
  };
}
