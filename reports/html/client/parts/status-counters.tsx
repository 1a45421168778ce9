// How many of the shown cases have each verdict in some implementation; each count filters.

import { useMemo } from 'preact/hooks';
import { type Letter, letterWords } from '../../model/model.ts';
import { markClass, signs } from '../../model/signs.ts';
import { columnsIn, compileQuery } from '../../query/match-query.ts';
import { parseQuery } from '../../query/parse-query.ts';
import type { Shared } from './shared.ts';

const counted: readonly Letter[] = ['p', 'f', 'c', 't', 'e', 's'];

export function StatusCounters({ shared }: { readonly shared: Shared }) {
  const { columns, cases, route, go } = shared;
  const counts = useMemo(() => countCases(shared), [columns, cases, route.query]);
  return (
    <fieldset class="counters">
      <legend class="unseen">Cases by verdict</legend>
      {counted
        .filter((letter) => (counts.get(letter) ?? 0) > 0 || hasTerm(route.query, letter))
        .map((letter) => (
          <button
            key={letter}
            type="button"
            class={`counter ${markClass(letter)}`}
            aria-pressed={hasTerm(route.query, letter)}
            title={`Cases in which an implementation has the verdict ${letterWords[letter]}`}
            onClick={() => go({ query: toggle(route.query, letter) }, 'replace')}
          >
            <span aria-hidden="true">{signs[letter]}</span> {letterWords[letter]}{' '}
            <strong>{counts.get(letter) ?? 0}</strong>
          </button>
        ))}
    </fieldset>
  );
}

/** Without the verdict that is chosen, so that the others keep their counts. */
function countCases({ model, columns, cases, route }: Shared): ReadonlyMap<Letter, number> {
  const rest = parseQuery(withoutStatus(route.query).join(' '));
  const isChosen = counted.some((letter) => hasTerm(route.query, letter));
  const all = isChosen ? model.cases.filter(compileQuery(rest, { model, columns })) : cases;
  const scope = columnsIn(rest, columns);
  const counts = new Map<Letter, number>();
  for (const item of all) {
    for (const letter of new Set(scope.map((column) => column.letter(item))))
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

function termOf(letter: Letter): string {
  return `status:${letterWords[letter]}`;
}

function hasTerm(query: string, letter: Letter): boolean {
  return query.split(/\s+/).includes(termOf(letter));
}

/** Another verdict takes the place of the one that was chosen. */
function toggle(query: string, letter: Letter): string {
  const others = withoutStatus(query);
  return (hasTerm(query, letter) ? others : [...others, termOf(letter)]).join(' ');
}

function withoutStatus(query: string): string[] {
  const chosen = counted.map(termOf);
  return query.split(/\s+/).filter((term) => term !== '' && !chosen.includes(term));
}
