// Builds the specification of a report: pages, rules and cases in page order, with the prose as HTML.

import type { Case, Expectation, PageCases, Question, Rule } from '../../model/case.ts';
import { describeExpectation } from '../../model/describe.ts';
import { formatEditions } from '../../model/edition-selector.ts';
import { editions } from '../../model/editions.ts';
import type { Run, Verdict } from '../../model/run.ts';
import { labelsIn, operationsOf } from '../../suite/algorithm/algorithm-of.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import type { CaseData, PageData, QuestionData, ReportData, RuleData, SectionData } from './report-data.ts';
import type { SplitPage } from './split-page.ts';
import type { StringPool } from './string-pool.ts';

type Specification = Pick<ReportData, 'pages' | 'rules' | 'cases'>;

/** Rules and cases that only a run contains, because they have been retired since, come last. */
export function buildSpecification(
  catalog: Catalog,
  runs: readonly Run[],
  pages: ReadonlyMap<string, SplitPage>,
  selectors: StringPool,
): Specification {
  const retired = retiredCases(catalog, runs);
  const rules = [...catalog.pages.flatMap((page) => page.rules), ...retiredRules(catalog, retired)];
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const splitOf = (page: PageCases) => pages.get(page.page);
  const cases = [
    ...catalog.pages.flatMap((page) =>
      page.cases.map((item) => toCaseData(item, ruleIndex, splitOf(page), selectors)),
    ),
    ...retired.map((verdict) => toRetiredData(verdict, ruleIndex)),
  ];
  const reached = reachingEditions(catalog);
  const pageIndex = new Map(
    catalog.pages.flatMap((page, index) => page.rules.map(({ id }) => [id, index] as const)),
  );
  return {
    pages: [
      ...catalog.pages.map((page) => toPageData(page, ruleIndex, splitOf(page))),
      ...informativePages(catalog, pages),
    ],
    rules: rules.map((rule, index) => {
      const page = pageIndex.get(rule.id) ?? -1;
      const editions = reached.get(rule.id);
      const data = toRuleData(rule, index, page, cases, pages.get(catalog.pages[page]?.page ?? ''));
      return editions === undefined ? data : { ...data, editions };
    }),
    cases,
  };
}

/** From the rule of each operation to the editions in which the algorithm reaches it. */
function reachingEditions({ rules }: Catalog): ReadonlyMap<string, string[]> {
  const operations = operationsOf(rules.values());
  const known = editions.filter(({ family, kind }) => family === 'node' && kind !== 'common');
  const labels = known.map(({ id }) => ({ id, taken: labelsIn(operations, id) }));
  return new Map(
    operations.map(({ rule, steps }) => [
      rule,
      labels.filter(({ taken }) => steps.some(({ label }) => taken.has(label))).map(({ id }) => id),
    ]),
  );
}

function retiredCases(catalog: Catalog, runs: readonly Run[]): Verdict[] {
  const known = new Set(catalog.cases.map(({ id }) => id));
  const all = runs.flatMap(({ verdicts }) => verdicts).filter((verdict) => !known.has(verdict.case));
  return [...new Map(all.map((verdict) => [verdict.case, verdict])).values()];
}

type BareRule = Pick<Rule, 'id' | 'title' | 'requirement' | 'sources'>;

function retiredRules(catalog: Catalog, retired: readonly Verdict[]): BareRule[] {
  const ids = new Set(retired.map(({ rule }) => rule).filter((rule) => !catalog.rules.has(rule)));
  return [...ids].map((id) => ({
    id,
    title: 'A rule that is no longer in the specification',
    requirement: 'unspecified',
    sources: [],
  }));
}

function toPageData(page: PageCases, rules: ReadonlyMap<string, number>, split?: SplitPage): PageData {
  return {
    id: page.page,
    title: page.title,
    html: split?.html ?? '',
    sources: split?.sources ?? {},
    sections: sectionTitles(page, split).map(
      (title): SectionData => ({
        title,
        html: split?.sections.get(title) ?? '',
        rules: page.rules.filter((rule) => rule.section === title).map(({ id }) => rules.get(id) ?? -1),
      }),
    ),
  };
}

/** In page order; sections with prose only belong to the text of the page. */
function sectionTitles(page: PageCases, split: SplitPage | undefined): string[] {
  return [...new Set([...(split?.sections.keys() ?? []), ...page.rules.map(({ section }) => section)])];
}

/** Pages without a rule, which have no case file. */
function informativePages(catalog: Catalog, pages: ReadonlyMap<string, SplitPage>): PageData[] {
  const known = new Set(catalog.pages.map(({ page }) => page));
  return [...pages]
    .filter(([id]) => !known.has(id))
    .map(([id, { title, html, sources, sections }]) => ({
      id,
      title,
      html,
      sources,
      sections: [...sections].map(([heading, text]) => ({ title: heading, html: text, rules: [] })),
    }));
}

function toRuleData(
  rule: BareRule | Rule,
  index: number,
  page: number,
  cases: readonly CaseData[],
  split?: SplitPage,
): RuleData {
  const { id, title, requirement, sources } = rule;
  return {
    id,
    title,
    requirement,
    sources,
    page,
    html: split?.rules.get(id) ?? '',
    cases: cases.flatMap((item, at) => (item.rule === index ? [at] : [])),
  };
}

function toCaseData(
  item: Case,
  rules: ReadonlyMap<string, number>,
  split: SplitPage | undefined,
  selectors: StringPool,
): CaseData {
  const { id, title, level, needs, environment, tree, hash, source } = item;
  const own = split?.cases.get(id);
  return {
    id,
    title,
    level,
    needs,
    environment,
    tree,
    hash,
    rule: rules.get(item.rule) ?? -1,
    questions: item.questions.map((question) => toQuestionData(question, selectors)),
    source: `${source.file}:${source.line}`,
    html: own?.html ?? '',
    markdown: own?.markdown ?? '',
  };
}

function toQuestionData(question: Question, selectors: StringPool): QuestionData {
  const all: readonly Expectation[] = question.expect;
  const expect = all.map((expected) => ({
    kind: expected.kind,
    on: selectors.index(formatEditions(expected.editions)),
    words: describeExpectation(expected),
  }));
  return { ...question, expect };
}

function toRetiredData(verdict: Verdict, rules: ReadonlyMap<string, number>): CaseData {
  return {
    id: verdict.case,
    title: 'A case that is no longer in the specification',
    level: verdict.level,
    needs: [],
    environment: {},
    tree: [],
    hash: verdict.hash,
    rule: rules.get(verdict.rule) ?? -1,
    questions: [],
    source: '',
    html: '',
    markdown: '',
  };
}
