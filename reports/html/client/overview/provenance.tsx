// Where the results come from: versions, times, machines, commands, and which cases were selected.

import { plural } from '../../../parts/titles.ts';
import type { RunData } from '../../data/report-data.ts';
import type { Shared } from '../parts/shared.ts';

export function Provenance({ shared: { model } }: { readonly shared: Shared }) {
  const { rules, cases, pages, runs, modspec } = model.data;
  const [only, ...others] = runs;
  return (
    <div class="provenance">
      <p>
        modspec {modspec} · {pages.length} pages, {rules.length} rules, {cases.length} cases
        {only && others.length === 0 && (
          <>
            {' · run of '}
            <RunWords run={only} />
          </>
        )}
      </p>
      {others.length > 0 && (
        <details>
          <summary>
            {plural(runs.length, 'run')} of {daysOf(runs)}
          </summary>
          <ol>
            {runs.map((run, index) => (
              <li key={index}>
                <bdi>{namesIn(model.columns, index)}</bdi>: <RunWords run={run} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function RunWords({ run }: { readonly run: RunData }) {
  const { startedAt, platform, durationMs, contained, command } = run;
  return (
    <>
      <time dateTime={startedAt}>{showTime(startedAt)}</time> with Node {platform.node} on {platform.os}{' '}
      {platform.arch}, {Math.round(durationMs / 1000)} s{contained && `, ${contained}`}
      {command !== undefined && (
        <>
          {' · '}
          <code>
            <bdi>{command}</bdi>
          </code>
        </>
      )}
    </>
  );
}

function namesIn(columns: Shared['model']['columns'], index: number): string {
  return columns
    .filter(({ run }) => run === index)
    .map(({ label }) => label)
    .join(', ');
}

function daysOf(runs: readonly RunData[]): string {
  const days = runs.map(({ startedAt }) => startedAt.slice(0, 10)).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}

function showTime(iso: string): string {
  return iso.replace('T', ' ').replace(/:\d\d\.\d+Z$/, ' UTC');
}
