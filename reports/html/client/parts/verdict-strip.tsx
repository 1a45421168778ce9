// The verdicts on a rule or case: each implementation by name if there are few, otherwise only those that fail.

import type { CaseItem, Column } from '../../model/model.ts';
import { markClass, signs } from '../../model/signs.ts';
import { summarize, tallyColumn } from '../../model/tally-column.ts';
import { Mark } from './mark.tsx';
import type { Shared } from './shared.ts';

const few = 6;

export function CaseVerdicts({
  shared: { columns },
  item,
}: {
  readonly shared: Shared;
  readonly item: CaseItem;
}) {
  const asked = columns.filter((column) => column.letter(item) !== '.');
  if (asked.length === 0) return null;
  const { named, passing } = split(asked, (column) => column.letter(item) === 'p');
  return (
    <ul class="verdicts" aria-label="Verdicts">
      {passing > 0 && <li class="chip is-p">✓ {passing} pass</li>}
      {named.slice(0, few).map((column) => (
        <li key={column.index} class={`chip ${markClass(column.letter(item))}`}>
          <Mark letter={column.letter(item)} /> {column.label}
        </li>
      ))}
      <Rest names={namesOf(named.slice(few))} count={named.length - few} />
    </ul>
  );
}

export function RuleVerdicts({
  shared: { columns },
  cases,
}: {
  readonly shared: Shared;
  readonly cases: readonly CaseItem[];
}) {
  const counted = columns.map((column) => ({ column, counts: tallyColumn(column, cases) }));
  const asked = counted.filter(({ counts }) => counts.asked > 0);
  if (asked.length === 0) return null;
  const { named, passing } = split(asked, ({ counts }) => counts.bad === 0);
  return (
    <ul class="verdicts" aria-label="Verdicts of the rule">
      {passing > 0 && <li class="chip is-p">✓ {passing} pass</li>}
      {named.slice(0, few).map(({ column, counts }) => (
        <li key={column.index} class={`chip ${markClass(summarize(counts))}`}>
          {signs[counts.bad === 0 ? 'p' : 'f']} {column.label}{' '}
          <span class="hint">
            {counts.pass}/{counts.asked}
          </span>
        </li>
      ))}
      <Rest names={namesOf(named.slice(few).map(({ column }) => column))} count={named.length - few} />
    </ul>
  );
}

/** Those for whom there is no room; the case or the matrix shows them. */
function Rest({ names, count }: { readonly names: string; readonly count: number }) {
  if (count <= 0) return null;
  return (
    <li class="chip" title={names}>
      and {count} more
    </li>
  );
}

/** If there are many, those that pass are only counted. */
function split<T>(all: readonly T[], passes: (one: T) => boolean): { named: readonly T[]; passing: number } {
  if (all.length <= few) return { named: all, passing: 0 };
  const named = all.filter((one) => !passes(one));
  return { named, passing: all.length - named.length };
}

export function namesOf(columns: readonly Column[]): string {
  return columns.map(({ label }) => label).join(', ');
}
