// Why cases fail: where loaders left the algorithm, what was observed instead, which rules are broken; how many implementations
// fail each case; and which cases are slow.

import { useMemo, useState } from 'preact/hooks';
import type { SharedCause } from '../../../../analysis/causes/causes.ts';
import { type CauseBar, causeBarsHtml } from '../../../parts/causes/cause-bars-html.ts';
import { failBarsHtml } from '../../../parts/causes/fail-bars-html.ts';
import { plural, stripCode } from '../../../parts/titles.ts';
import { causesData, type SlowCase } from '../../model/causes-data.ts';
import { columnsIn } from '../../query/match-query.ts';
import { parseQuery } from '../../query/parse-query.ts';
import { quoteName } from '../../query/quote-name.ts';
import { Link } from '../parts/link.tsx';
import type { Shared } from '../parts/shared.ts';
import { StatusCounters } from '../parts/status-counters.tsx';

export function CausesView({ shared }: { readonly shared: Shared }) {
  const { model, columns, cases, route } = shared;
  const scope = useMemo(() => columnsIn(parseQuery(route.query), columns), [columns, route.query]);
  const data = useMemo(() => causesData(model, scope, cases), [model, scope, cases]);
  const known = data.operations.reduce((sum, { failures }) => sum + failures, 0);
  return (
    <div class="causes">
      <h1>Causes</h1>
      <StatusCounters shared={shared} />
      <p class="provenance">
        {plural(data.failed.length, 'failure')} in {plural(cases.length, 'case')} of{' '}
        {scope.length === 1 ? scope[0]?.label : plural(scope.length, 'implementation')}. The search narrows
        them.
      </p>
      {data.failed.length === 0 && <p class="empty">Nothing fails.</p>}
      <Bars
        shared={shared}
        title="Where loaders left the algorithm"
        hint={`Known for ${known} of ${data.failed.length} failures: resolutions are compared with the steps of the reference.`}
        causes={data.operations}
        query={(common) => `step:"${common}*"`}
        say={(common) => ({ title: common, about: stepsBelow(shared, data.steps, common) })}
      />
      <Bars
        shared={shared}
        title="What was observed instead"
        hint="Of a case that asks several questions, the first that failed."
        causes={data.instead}
        query={(common) => `instead:"${common}"`}
        say={(common) => ({ title: common, about: '' })}
      />
      <Bars
        shared={shared}
        title="Which rules are broken"
        hint=""
        causes={data.rules}
        query={(common) => `rule:${common} status:bad`}
        say={(common) => ({ title: stripCode(model.ruleById.get(common)?.title ?? common), about: '' })}
      />
      {scope.length > 1 && (
        <section>
          <h2>How many implementations fail each case</h2>
          <p class="hint">Left: cases that every implementation passes. Each column leads to its cases.</p>
          <div
            class="scroll"
            dangerouslySetInnerHTML={{
              __html: failBarsHtml(data.failBars, ({ failing }) =>
                shared.href({ view: 'matrix', query: also(route.query, `fails:${failing}`) }),
              ),
            }}
          />
        </section>
      )}
      <Slowest shared={shared} slowest={data.slowest} />
    </div>
  );
}

/** The steps of an operation that were left most. */
function stepsBelow({ model }: Shared, steps: readonly SharedCause[], operation: string): string {
  return steps
    .filter(({ common }) => common.split(' ', 1)[0] === operation)
    .slice(0, 2)
    .map(({ common, failures }) => `${common} (${failures}): ${model.step(common)?.text ?? ''}`)
    .join('  ')
    .replaceAll('`', '');
}

function also(query: string, term: string): string {
  return [query, term].filter(Boolean).join(' ');
}

/** So many causes of a list are shown at first. */
const first = 8;

interface BarsProps {
  readonly shared: Shared;
  readonly title: string;
  readonly hint: string;
  readonly causes: readonly SharedCause[];
  readonly query: (common: string) => string;
  readonly say: (common: string) => Pick<CauseBar, 'title' | 'about'>;
}

function Bars({ shared, title, hint, causes, query, say }: BarsProps) {
  const { href, route } = shared;
  const [all, showAll] = useState(false);
  if (causes.length === 0) return null;
  const shown = all ? causes : causes.slice(0, first);
  const bars = shown.map((cause): CauseBar => {
    const found = also(route.query, query(cause.common));
    return {
      ...cause,
      ...say(cause.common),
      href: href({ view: 'matrix', query: found }),
      hrefOf: (name) => href({ view: 'matrix', query: also(found, `impl:${quoteName(name)}`) }),
    };
  });
  return (
    <section>
      <h2>{title}</h2>
      {hint !== '' && <p class="hint">{hint}</p>}
      {/* The renderer has escaped everything that comes from an implementation. */}
      <div dangerouslySetInnerHTML={{ __html: causeBarsHtml(bars) }} />
      {shown.length < causes.length && (
        <button type="button" onClick={() => showAll(true)}>
          Show the other {causes.length - shown.length}
        </button>
      )}
    </section>
  );
}

function Slowest({ shared, slowest }: { readonly shared: Shared; readonly slowest: readonly SlowCase[] }) {
  if (slowest.length === 0) return null;
  return (
    <section>
      <h2>Slowest cases</h2>
      <ol class="slowest">
        {slowest.map(({ item, column, ms }) => (
          <li key={`${item.id} ${column.index}`}>
            <span class="ms">{ms} ms</span>{' '}
            <Link shared={shared} to={{ case: item.id }}>
              {stripCode(item.title)}
            </Link>{' '}
            <span class="hint">
              <bdi>{column.label}</bdi>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
