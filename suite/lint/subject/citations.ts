// Which statements of the sources the rules cite.

import type { Rule } from '../../../model/case.ts';
import type { Page } from '../../pages/parse-page.ts';
import type { Statement } from '../../sources/read-registers.ts';

/** A statement that a rule cites. */
export interface Citation {
  readonly key: string;
  readonly rule: Rule;
  readonly page: Page;
}

export function citationsIn(pages: readonly Page[]): Citation[] {
  return pages.flatMap((page) =>
    page.rules.flatMap((rule) =>
      rule.sources.flatMap((source) => expandSource(source).map((key) => ({ key, rule, page }))),
    ),
  );
}

/** The keys of the statements that some rule cites. */
export function citedKeys(pages: readonly Page[]): ReadonlySet<string> {
  return new Set(citationsIn(pages).map(({ key }) => key));
}

/** The statements that have a rule, and those that have a class instead. */
export function countTraced(
  pages: readonly Page[],
  statements: readonly Statement[],
): { ruled: number; classed: number } {
  const cited = citedKeys(pages);
  return {
    ruled: statements.filter((statement) => cited.has(citationKey(statement))).length,
    classed: statements.filter((statement) => statement.class !== undefined).length,
  };
}

export function citationKey({ source, section, statement }: Statement): string {
  return `${source}, "${section}", ${statement}`;
}

/** `doc, "Section", 1–2, 4` names the statements 1, 2 and 4 of that section. */
function expandSource(source: string): string[] {
  const [, place = '', numbers = ''] = /^(.*", )(.*)$/.exec(source) ?? [];
  return numbers.split(', ').flatMap((range) => {
    const [first = 0, last = first] = range.split('–').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => `${place}${first + index}`);
  });
}
