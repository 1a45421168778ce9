// Builds the specification of a report: pages, rules and cases in page order, with the prose as HTML.

import { chapterOf } from '../../../analysis/heat-map/chapter-of.ts';
import type { PageCases, Rule } from '../../../model/case.ts';
import { editions } from '../../../model/editions.ts';
import { groupBy } from '../../../model/group-by.ts';
import type { Run, Verdict } from '../../../model/run.ts';
import { labelsIn, operationsOf } from '../../../suite/algorithm/algorithm-of.ts';
import type { Catalog } from '../../../suite/cases/catalog.ts';
import type { WrittenPage } from '../../../suite/pages/written-page.ts';
import type { Places } from '../../parts/places.ts';
import { toCaseData, toRetiredCase } from './build-cases.ts';
import { createMarkdownHtml } from './markdown-html.ts';
import { createPlaceOf } from './place-of.ts';
import { type ProseHtml, proseHtml } from './prose-html.ts';
import type { PageData, ReportData, RuleData } from './report-data.ts';
import type { StringPool } from './string-pool.ts';

type Specification = Pick<ReportData, 'pages' | 'rules' | 'cases'>;

/** A page with its rules and cases, and its words as HTML. */
interface DrawnPage extends PageCases {
  readonly sources: WrittenPage['sources'];
  readonly prose: ProseHtml;
}

/**
 * Rules and cases that only a run contains, because they have been retired since, come last.
 * @param written the pages of the catalog; a page that is not among them is shown without its prose
 */
export function buildSpecification(
  catalog: Catalog,
  runs: readonly Run[],
  written: readonly WrittenPage[],
  selectors: StringPool,
  places: Places,
): Specification {
  const pages = drawPages(catalog, written, places);
  const retired = retiredCases(catalog, runs);
  const rules = [...pages.flatMap(rulesOf), ...retiredRules(catalog, retired)];
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const cases = [
    ...pages.flatMap((page) => page.cases.map((item) => toCaseData(item, ruleIndex, page.prose, selectors))),
    ...retired.map((verdict) => toRetiredCase(verdict, ruleIndex)),
  ];
  return {
    pages: pages.map((page) => toPageData(page, ruleIndex)),
    rules: withEditions(withCases(rules, cases), catalog),
    cases,
  };
}

function drawPages(catalog: Catalog, written: readonly WrittenPage[], places: Places): DrawnPage[] {
  const byId = new Map(written.map((page) => [page.id, page]));
  const html = createMarkdownHtml(createPlaceOf(catalog, places));
  return catalog.pages.map((page) => {
    const own = byId.get(page.page);
    return { ...page, sources: own?.sources ?? {}, prose: proseHtml(own?.prose, html) };
  });
}

function retiredCases(catalog: Catalog, runs: readonly Run[]): Verdict[] {
  const known = new Set(catalog.cases.map(({ id }) => id));
  const all = runs.flatMap(({ verdicts }) => verdicts).filter((verdict) => !known.has(verdict.case));
  return [...new Map(all.map((verdict) => [verdict.case, verdict])).values()];
}

function toPageData(page: DrawnPage, ruleIndex: ReadonlyMap<string, number>): PageData {
  return {
    id: page.page,
    title: page.title,
    chapter: chapterOf(page.file),
    html: page.prose.opening,
    sources: page.sources,
    sections: sectionTitles(page).map((title) => ({
      title,
      html: page.prose.sections.get(title) ?? '',
      rules: page.rules.filter(({ section }) => section === title).map(({ id }) => ruleIndex.get(id) ?? -1),
    })),
  };
}

/** In page order. Those with rules are known even where the prose is not. */
function sectionTitles({ prose, rules }: DrawnPage): string[] {
  return [...new Set([...prose.sections.keys(), ...rules.map(({ section }) => section)])];
}

type BareRule = Omit<RuleData, 'cases' | 'editions'>;

function rulesOf({ rules, prose }: DrawnPage, page: number): BareRule[] {
  return rules.map((rule) => {
    const { id, title, requirement, sources } = rule;
    return { id, title, requirement, sources, page, html: prose.rule(rule) };
  });
}

function retiredRules(catalog: Catalog, retired: readonly Verdict[]): BareRule[] {
  const ids = new Set(retired.map(({ rule }) => rule).filter((rule) => !catalog.rules.has(rule)));
  return [...ids].map((id) => ({
    id,
    title: 'A rule that is no longer in the specification',
    requirement: 'unspecified',
    sources: [],
    page: -1,
    html: '',
  }));
}

function withCases(rules: readonly BareRule[], cases: ReportData['cases']): RuleData[] {
  const indices = groupBy(cases.keys(), (at) => cases[at]?.rule ?? -1);
  return rules.map((rule, index) => ({ ...rule, cases: indices.get(index) ?? [] }));
}

/** An operation of the algorithm gets the editions in which a step reaches it. */
function withEditions(rules: readonly RuleData[], catalog: Catalog): RuleData[] {
  const reached = reachingEditions(catalog.rules.values());
  return rules.map((rule) => {
    const found = reached.get(rule.id);
    return found === undefined ? rule : { ...rule, editions: found };
  });
}

function reachingEditions(rules: Iterable<Rule>): ReadonlyMap<string, string[]> {
  const operations = operationsOf(rules);
  const known = editions.filter(({ family, kind }) => family === 'node' && kind !== 'common');
  const labels = known.map(({ id }) => ({ id, taken: labelsIn(operations, id) }));
  return new Map(
    operations.map(({ rule, steps }) => [
      rule,
      labels.filter(({ taken }) => steps.some(({ label }) => taken.has(label))).map(({ id }) => id),
    ]),
  );
}
