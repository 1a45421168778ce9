// The overview: the results of each implementation, and their disagreements.

import { useMemo } from 'preact/hooks';
import { classifyRules, type RuleStanding } from '../../model/classify-rules.ts';
import type { RuleItem } from '../../model/model.ts';
import { Link } from '../parts/link.tsx';
import type { Shared } from '../parts/shared.ts';
import { plural, stripCode } from '../parts/titles.ts';
import { SummaryTable } from './summary-table.tsx';

export function Overview({ shared }: { readonly shared: Shared }) {
  const { model } = shared;
  return (
    <div class="overview">
      <h1>{model.columns.length > 0 ? 'Conformance' : 'The specification'}</h1>
      <Provenance shared={shared} />
      {model.columns.length > 0 ? <Results shared={shared} /> : <Contents shared={shared} />}
    </div>
  );
}

function Provenance({ shared: { model } }: { readonly shared: Shared }) {
  const { rules, cases, pages, runs, modspec } = model.data;
  return (
    <p class="provenance">
      modspec {modspec} · {pages.length} pages, {rules.length} rules, {cases.length} cases
      {runs.map(({ startedAt, platform, durationMs, contained }) => (
        <span key={startedAt}>
          {' '}
          · run of <time dateTime={startedAt}>{showTime(startedAt)}</time> on {platform.os} {platform.arch},{' '}
          {Math.round(durationMs / 1000)} s{contained && `, ${contained}`}
        </span>
      ))}
    </p>
  );
}

function showTime(iso: string): string {
  return iso.replace('T', ' ').replace(/:\d\d\.\d+Z$/, ' UTC');
}

function Results({ shared }: { readonly shared: Shared }) {
  const { model, columns } = shared;
  const { disagreed, failed, passed } = useMemo(() => classifyRules(model, columns), [model, columns]);
  return (
    <>
      <SummaryTable shared={shared} />
      <Standings shared={shared} title="Disagreements" query="is:disagreement" of={disagreed} />
      <Standings
        shared={shared}
        title={columns.length > 1 ? 'Failing everywhere' : 'Failing'}
        query="is:failing -is:disagreement"
        of={failed}
      />
      <Passing shared={shared} rules={passed} />
    </>
  );
}

interface StandingsProps {
  readonly shared: Shared;
  readonly title: string;
  readonly query: string;
  readonly of: readonly RuleStanding[];
}

function Standings({ shared, title, query, of }: StandingsProps) {
  if (of.length === 0) return null;
  const count = of.reduce((sum, { cases }) => sum + cases.length, 0);
  return (
    <section>
      <h2>
        {title}{' '}
        <Link class="more" shared={shared} to={{ view: 'matrix', query }}>
          {plural(count, 'case')} of {plural(of.length, 'rule')}
        </Link>
      </h2>
      <ul class="standings">
        {of.map((standing) => (
          <Standing key={standing.rule.id} shared={shared} standing={standing} query={query} />
        ))}
      </ul>
    </section>
  );
}

interface StandingProps {
  readonly shared: Shared;
  readonly standing: RuleStanding;
  readonly query: string;
}

function Standing({ shared, standing: { rule, cases, failing }, query }: StandingProps) {
  return (
    <li>
      <Link class="count" shared={shared} to={{ view: 'matrix', query: `rule:${rule.id} ${query}` }}>
        {cases.length} of {rule.cases.length}
        <span class="unseen"> cases</span>
      </Link>
      <Link shared={shared} to={{ view: 'page', page: rule.pageId, rule: rule.id }}>
        {stripCode(rule.title)}
      </Link>
      <span class="who">
        {failing.slice(0, 4).map(({ label }) => (
          <span key={label} class="chip is-f">
            ✗ {label}
          </span>
        ))}
        {failing.length > 4 && <span class="chip">and {failing.length - 4} more</span>}
      </span>
    </li>
  );
}

function Passing({ shared, rules }: { readonly shared: Shared; readonly rules: readonly RuleItem[] }) {
  if (rules.length === 0) return null;
  return (
    <details class="passing">
      <summary>
        <h2>Passing everywhere</h2> <span class="more">{plural(rules.length, 'rule')}</span>
      </summary>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            <Link shared={shared} to={{ view: 'page', page: rule.pageId, rule: rule.id }}>
              {stripCode(rule.title)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Contents({ shared }: { readonly shared: Shared }) {
  const { model } = shared;
  return (
    <div class="contents">
      {model.pages.map((page) => (
        <section key={page.id}>
          <h2>
            <Link shared={shared} to={{ view: 'page', page: page.id }}>
              {page.title}
            </Link>
          </h2>
          <ul>
            {page.sections.flatMap(({ rules }) =>
              rules.map((index) => {
                const rule = model.rules[index];
                return (
                  rule && (
                    <li key={rule.id}>
                      <Link shared={shared} to={{ view: 'page', page: page.id, rule: rule.id }}>
                        {stripCode(rule.title)}
                      </Link>{' '}
                      <span class="hint">{rule.cases.length}</span>
                    </li>
                  )
                );
              }),
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}
