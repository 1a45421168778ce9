// What is wrong with a query, in words, so that nobody takes an empty list for an answer.

import type { Model } from '../model/model.ts';
import { queryKeys, valuesOf } from './complete-query.ts';
import { countPattern } from './match-query.ts';
import type { Query, Term } from './parse-query.ts';

/** One sentence for each term that can't match anything; the first of them are enough. */
export function checkQuery(query: Query, model: Model): string[] {
  return query.flat().flatMap((term) => (term.kind === 'key' ? checkTerm(term, model) : []));
}

type KeyTerm = Extract<Term, { kind: 'key' }>;

function checkTerm({ key, values }: KeyTerm, model: Model): string[] {
  if (key === 'text' || key === 'instead') return [];
  if (key === 'fails') return values.filter((value) => !countPattern.test(value)).map(wrongCount);
  if (!(key in queryKeys)) return checkName(key, values, model);
  const listed = valuesOf(key, model).map(({ term }) => term.toLowerCase());
  const known = key === 'status' ? [...listed, 'asked'] : listed;
  return values
    .filter((value) => !value.includes('*') && !known.includes(value))
    .map((value) => `${key}:${value} matches nothing here; ${expected(key, known)}`);
}

function wrongCount(value: string): string {
  return `fails:${value} matches nothing; expected a number, such as 3, >3 or <3`;
}

/** A key that is the name of an implementation has verdicts; any other text with a colon is searched as it is. */
function checkName(key: string, values: readonly string[], model: Model): string[] {
  const verdicts = valuesOf(key, model).map(({ term }) => term);
  if (verdicts.length === 0)
    return [`${key}: is neither a key nor an implementation of this report, so it is searched as text`];
  const known = [...verdicts, 'bad', 'asked'];
  return values
    .filter((value) => !value.includes('*') && !known.includes(value))
    .map((value) => `${key}:${value} matches nothing; ${expected('status', known)}`);
}

/** Long lists are offered while typing. */
function expected(key: string, known: readonly string[]): string {
  const words = known.length <= 10 ? `one of ${known.join(', ')}` : `a ${key} of this report`;
  return `expected ${words}`;
}
