// The specification, one page at a time, with verdicts beside each rule and case.

import { useLayoutEffect, useMemo } from 'preact/hooks';
import { stripCode } from '../../../parts/titles.ts';
import type { SectionData } from '../../data/report-data.ts';
import type { CaseItem, Model, Page, RuleItem } from '../../model/model.ts';
import { CaseArticle } from '../case/case-article.tsx';
import { Link } from '../parts/link.tsx';
import { Prose } from '../parts/prose.tsx';
import type { Shared } from '../parts/shared.ts';
import { EditionChooser, editionsOf, useSteps } from './edition-chooser.tsx';
import { RuleHead } from './rule-head.tsx';

export function SpecificationView({ shared }: { readonly shared: Shared }) {
  const { model, route, cases } = shared;
  const page = model.pages.find(({ id }) => id === route.page) ?? model.pages[0];
  useScroll(shared);
  const shown = useMemo(() => new Set(cases), [cases]);
  if (!page) return <p class="empty">The specification has no page.</p>;
  return (
    <div class="specification">
      <PageList shared={shared} shown={shown} current={page} />
      <PageView key={page.id} shared={shared} page={page} shown={shown} />
    </div>
  );
}

/** Scrolls to the rule in the address; another page starts at its top. */
function useScroll({ route }: Shared): void {
  useLayoutEffect(() => {
    const target = document.getElementById(route.rule || route.case);
    if (target) target.scrollIntoView();
    else if (route.rule === '') scrollTo(0, 0);
  }, [route.page, route.rule]);
}

interface PageListProps {
  readonly shared: Shared;
  readonly shown: ReadonlySet<CaseItem>;
  readonly current: Page;
}

function PageList({ shared, shown, current }: PageListProps) {
  const { model, route } = shared;
  const counts = new Map<string, number>();
  for (const { ruleItem } of shown) {
    const page = ruleItem?.pageId ?? '';
    counts.set(page, (counts.get(page) ?? 0) + 1);
  }
  return (
    <nav class="page-list" aria-label="Pages">
      <ol>
        {model.pages.map((page) => (
          <li key={page.id} class={page === current ? 'current' : ''}>
            <Link shared={shared} to={{ view: 'page', page: page.id }}>
              {page.title}
            </Link>{' '}
            {route.query !== '' && <span class="hint">{counts.get(page.id) ?? 0}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface PageViewProps {
  readonly shared: Shared;
  readonly page: Page;
  readonly shown: ReadonlySet<CaseItem>;
}

function PageView({ shared, page, shown }: PageViewProps) {
  const { model, route } = shared;
  const sections = useMemo(() => page.sections.map((section) => withRules(section, model)), [model, page]);
  const rules = sections.flatMap((section) => section.rules);
  const editions = editionsOf(rules.map(({ rule }) => rule));
  const article = useSteps(editions.includes(route.edition) ? route.edition : '');
  const isHidden = hiddenBy(route.query, shown);
  return (
    <article class="spec-page" ref={article}>
      <h1>{page.title}</h1>
      <Prose html={page.html} />
      <EditionChooser shared={shared} editions={editions} />
      {isHidden(rules) && <p class="empty">No case of this page matches the query.</p>}
      {sections.map((section) => (
        <section key={section.title} hidden={isHidden(section.rules)}>
          <h2>{stripCode(section.title)}</h2>
          <Prose html={section.html} />
          {section.rules.map((one) => (
            <RuleView
              key={one.rule.id}
              shared={shared}
              page={page}
              shown={shown}
              {...one}
              hidden={isHidden([one])}
            />
          ))}
        </section>
      ))}
    </article>
  );
}

/** A query hides parts without a matching case. They stay in the document, so that a keystroke draws nothing again. */
function hiddenBy(query: string, shown: ReadonlySet<CaseItem>): (rules: readonly RuleCases[]) => boolean {
  return (rules) => query !== '' && !rules.some(({ cases }) => cases.some((item) => shown.has(item)));
}

interface RuleCases {
  readonly rule: RuleItem;
  readonly cases: readonly CaseItem[];
}

interface RuleViewProps extends PageViewProps, RuleCases {
  readonly hidden: boolean;
}

function RuleView({ shared, page, shown, rule, cases, hidden }: RuleViewProps) {
  return (
    <section class="rule" data-editions={rule.editions?.join(' ')} hidden={hidden}>
      <RuleHead shared={shared} rule={rule} page={page} />
      <Prose html={rule.html} />
      {cases.map((item) => (
        <CaseArticle key={item.id} shared={shared} item={item} hidden={!shown.has(item)} />
      ))}
    </section>
  );
}

function withRules({ rules, ...section }: SectionData, model: Model) {
  return {
    ...section,
    rules: rules.flatMap((index): RuleCases[] => {
      const rule = model.rules[index];
      return rule ? [{ rule, cases: rule.cases.flatMap((at) => model.cases[at] ?? []) }] : [];
    }),
  };
}
