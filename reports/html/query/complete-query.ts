// Completions of a query while the reader types it.

import { levels, requirements } from '../../../model/vocabulary.ts';
import { letterWords, type Model } from '../model/model.ts';
import { quoteName } from './quote-name.ts';

export interface Completion {
  /** The whole query with this completion. */
  readonly query: string;
  /** The term that it adds. */
  readonly term: string;
  readonly hint: string;
}

export const queryKeys: Readonly<Record<string, string>> = {
  status: 'verdict: pass, fail, crash, timeout, skip, error, bad',
  impl: 'only this implementation',
  level: 'resolve, load, cache or process',
  rule: 'id of a rule; * matches any text',
  case: 'id of a case',
  page: 'page of the specification',
  is: 'disagreement, failing, passing, skipped, changing, changed or silent',
  only: 'only this implementation fails',
  differs: 'this implementation differs from Node',
  requirement: 'MUST, SHOULD, MAY or unspecified',
  needs: 'what the loader or machine must support',
  edition: 'implementations judged by this edition',
  text: 'also what is asked, expected and in the files',
  fails: 'how many implementations fail: 3, >3 or <3',
  step: 'a loader left the algorithm at this step; * matches any text',
  instead: 'what was observed instead',
};

/** The values of `is:`. */
export const questionsOfIs = [
  'disagreement',
  'failing',
  'passing',
  'skipped',
  'changing',
  'changed',
  'silent',
];

const shown = 8;

/** Completes the last word of a query. */
export function completeQuery(source: string, model: Model): Completion[] {
  const [word = ''] = /(?:[^\s"]|"[^"]*(?:"|$))*$/.exec(source) ?? [];
  const before = source.slice(0, source.length - word.length);
  const minus = word.startsWith('-') ? '-' : '';
  const colon = word.indexOf(':');
  const found = colon < 0 ? completeKey(word.slice(minus.length)) : completeValue(word, minus, colon, model);
  return found.slice(0, shown).map(({ term, hint }) => {
    const whole = `${minus}${term}`;
    return { term: whole, hint, query: `${before}${whole}${term.endsWith(':') ? '' : ' '}` };
  });
}

export interface OfferedTerm {
  readonly term: string;
  readonly hint: string;
}

function completeKey(start: string): OfferedTerm[] {
  return Object.entries(queryKeys)
    .filter(([key]) => key.startsWith(start.toLowerCase()))
    .map(([key, hint]) => ({ term: `${key}:`, hint }));
}

function completeValue(word: string, minus: string, colon: number, model: Model): OfferedTerm[] {
  const key = word.slice(minus.length, colon).toLowerCase();
  const typed = word.slice(colon + 1);
  const kept = typed.slice(0, typed.lastIndexOf(',') + 1);
  const start = typed.slice(kept.length).replaceAll('"', '').toLowerCase();
  return valuesOf(key, model)
    .filter(({ term }) => term.toLowerCase().includes(start) && term.toLowerCase() !== start)
    .map(({ term, hint }) => ({ term: `${key}:${kept}${quoteName(term)}`, hint }));
}

/** The values that a key can have, as far as they can be listed. */
export function valuesOf(key: string, model: Model): OfferedTerm[] {
  const plain = (terms: readonly string[]) => [...new Set(terms)].map((term) => ({ term, hint: '' }));
  switch (key) {
    case 'status':
      return plain([...Object.values(letterWords), 'bad']);
    case 'impl':
    case 'only':
    case 'differs':
      return plain([...model.columns.map(({ name }) => name), ...model.columns.map(({ label }) => label)]);
    case 'level':
      return plain(levels);
    case 'rule':
      return model.rules.map(({ id, title }) => ({ term: id, hint: title }));
    case 'case':
      return model.cases.map(({ id, title }) => ({ term: id, hint: title }));
    case 'page':
      return model.pages.map(({ id, title }) => ({ term: id, hint: title }));
    case 'requirement':
      return plain(requirements);
    case 'needs':
      return plain(model.cases.flatMap(({ needs }) => needs));
    case 'edition':
      return plain(model.columns.map(({ edition }) => edition));
    case 'step':
      return model.data.steps?.map(({ label, text }) => ({ term: label, hint: text })) ?? [];
    case 'is':
      return plain(questionsOfIs);
    default:
      return plain(
        model.columns.some(({ name }) => name.toLowerCase() === key) ? Object.values(letterWords) : [],
      );
  }
}
