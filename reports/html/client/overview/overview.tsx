// The overview: the results of each implementation, and their disagreements.

import { useMemo, useState } from 'preact/hooks';
import { plural, stripCode } from '../../../parts/titles.ts';
import { classifyRules, type RuleStanding } from '../../model/classify-rules.ts';
import { isAsked, type RuleItem } from '../../model/model.ts';
import { Link } from '../parts/link.tsx';
import type { Shared } from '../parts/shared.ts';
import { HeatPicture } from './heat-picture.tsx';
import { Provenance } from './provenance.tsx';
import { SummaryTable } from './summary-table.tsx';

export function Overview({ shared }: { readonly shared: Shared }) {
  const { model } = shared;
  return (
    <div class="overview">
      <div class="opening">
        <h1>{model.columns.length > 0 ? 'Conformance' : 'The specification'}</h1>
        <Provenance shared={shared} />
      </div>
      {model.columns.length > 0 ? <Results shared={shared} /> : <Contents shared={shared} />}
    </div>
  );
}

function Results({ shared }: { readonly shared: Shared }) {
  const { model, columns } = shared;
  const { disagreed, failed, passed } = useMemo(() => classifyRules(model, columns), [model, columns]);
  return (
    <>
      <HeatPicture shared={shared} />
      <Figures shared={shared} />
      {disagreed.length + failed.length === 0 && <AllPass shared={shared} />}
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

function AllPass({ shared: { model, columns } }: { readonly shared: Shared }) {
  const asked = model.cases.filter((item) => columns.some((column) => isAsked(column.letter(item))));
  return (
    <p class="all-pass">
      ✓{' '}
      {asked.length === 1
        ? 'The one case that was asked passes'
        : `All ${asked.length} cases that were asked pass`}
      {columns.length > 1 && ` in all ${columns.length} implementations`}.
    </p>
  );
}

/** So many implementations have their figures on the page; those of more are folded away. */
const few = 8;

function Figures({ shared }: { readonly shared: Shared }) {
  return (
    <details class="figures" open={shared.columns.length <= few}>
      <summary>
        <h2>Figures by level</h2>
      </summary>
      <SummaryTable shared={shared} />
    </details>
  );
}

/** So many rules of a list are shown at first. */
const firstRules = 10;

interface StandingsProps {
  readonly shared: Shared;
  readonly title: string;
  readonly query: string;
  readonly of: readonly RuleStanding[];
}

function Standings({ shared, title, query, of }: StandingsProps) {
  const [all, showAll] = useState(false);
  if (of.length === 0) return null;
  const shown = all ? of : of.slice(0, firstRules);
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
        {shown.map((standing) => (
          <Standing key={standing.rule.id} shared={shared} standing={standing} query={query} />
        ))}
      </ul>
      {shown.length < of.length && (
        <p>
          <button type="button" onClick={() => showAll(true)}>
            Show the other {plural(of.length - shown.length, 'rule')}
          </button>
        </p>
      )}
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
