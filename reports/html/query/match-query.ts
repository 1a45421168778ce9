// Whether a case matches a query.

import type { FailedCase } from '../../../analysis/causes/causes.ts';
import { isDisagreement, passesEverywhere } from '../model/agreement.ts';
import {
  type CaseItem,
  type Column,
  isAsked,
  isBad,
  type Letter,
  letterWords,
  type Model,
} from '../model/model.ts';
import { failedCase } from '../model/step-left.ts';
import type { Query, Term } from './parse-query.ts';

export interface MatchContext {
  readonly model: Model;
  /** The columns that are shown. */
  readonly columns: readonly Column[];
}

const letters = Object.keys(letterWords) as Letter[];

type KeyTerm = Extract<Term, { kind: 'key' }>;

/** Whether a case matches the query. An empty query matches every case. */
export function compileQuery(query: Query, context: MatchContext): (item: CaseItem) => boolean {
  const alternatives = query.map((terms) => compileTerms(terms, context));
  return (item) => alternatives.some((matches) => matches(item));
}

/** The columns that a query speaks of; all where its alternatives speak of different ones. */
export function columnsIn(query: Query, columns: readonly Column[]): readonly Column[] {
  const [terms = [], ...others] = query;
  return others.length > 0 ? columns : scopeOf(terms, columns);
}

function scopeOf(terms: readonly Term[], columns: readonly Column[]): readonly Column[] {
  const scopes = terms.filter(isScope);
  return columns.filter((column) => scopes.every((term) => inScope(term, column) !== term.negated));
}

/** `impl:` and `edition:` select the columns for the other terms. */
function compileTerms(terms: readonly Term[], context: MatchContext): (item: CaseItem) => boolean {
  const scopes = terms.filter(isScope);
  const others = terms.filter((term) => !isScope(term));
  const columns = scopeOf(terms, context.columns);
  if (scopes.length > 0 && columns.length === 0) return () => false;
  return (item) =>
    others.every((term) => matchTerm(term, item, { model: context.model, columns }) !== term.negated);
}

function isScope(term: Term): term is KeyTerm {
  return term.kind === 'key' && (term.key === 'impl' || term.key === 'edition');
}

function inScope(term: KeyTerm, column: Column): boolean {
  if (term.values.length === 0) return true;
  return term.key === 'impl' ? isNamed(column, term.values) : matchesAny(term.values, [column.edition]);
}

function matchTerm(term: Term, item: CaseItem, context: MatchContext): boolean {
  if (term.kind === 'text') return item.names.includes(term.text);
  return term.values.length === 0 || matchKey(term, item, context);
}

function matchKey({ key, values }: KeyTerm, item: CaseItem, context: MatchContext): boolean {
  switch (key) {
    case 'status':
      return hasStatus(item, context.columns, values);
    case 'level':
      return matchesAny(values, [item.level]);
    case 'case':
      return matchesAny(values, [item.id]);
    case 'rule':
      return matchesAny(values, [item.ruleItem?.id ?? '']);
    case 'page':
      return matchesAny(values, [item.ruleItem?.pageId ?? '']);
    case 'requirement':
      return matchesAny(values, [item.ruleItem?.requirement.toLowerCase() ?? '']);
    case 'needs':
      return matchesAny(values, item.needs);
    case 'text':
      return values.some((value) => item.contents().includes(value));
    case 'fails':
      return values.some((value) => failsIn(value, item, context));
    case 'step':
      return someFailure(item, context, ({ left }) => matchesAny(values, [left?.step.toLowerCase() ?? '']));
    case 'instead':
      return someFailure(item, context, ({ instead }) => matchesAny(values, [instead.toLowerCase()]));
    case 'is':
      return values.some((value) => matchIs(value, item, context));
    case 'only':
      return values.some((value) => failsAlone(value, item, context));
    case 'differs':
      return values.some((value) => differsFromNode(value, item, context));
    default:
      return matchNamed(key, values, item, context);
  }
}

function someFailure(
  item: CaseItem,
  { model, columns }: MatchContext,
  test: (failed: FailedCase) => boolean,
): boolean {
  return columns.some((column) => {
    const failed = failedCase(model, column, item);
    return failed !== undefined && test(failed);
  });
}

/** `fails:3`, `fails:>3` or `fails:<3`: so many implementations fail, of those that were asked. */
function failsIn(value: string, item: CaseItem, { columns }: MatchContext): boolean {
  const [, sign = '', number] = countPattern.exec(value) ?? [];
  if (number === undefined) return false;
  const letters = columns.map((column) => column.letter(item));
  if (!letters.some(isAsked)) return false;
  const failing = letters.filter(isBad).length;
  if (sign === '>') return failing > Number(number);
  return sign === '<' ? failing < Number(number) : failing === Number(number);
}

export const countPattern = /^([<>]?)(\d+)$/;

/** `bun:fail`: the key is the name of an implementation. */
function matchNamed(key: string, values: readonly string[], item: CaseItem, context: MatchContext): boolean {
  const named = context.columns.filter((column) => isNamed(column, [key]));
  if (named.length === 0) return item.contents().includes(`${key}:${values.join(',')}`);
  return hasStatus(item, named, values);
}

function hasStatus(item: CaseItem, columns: readonly Column[], values: readonly string[]): boolean {
  const wanted = lettersOf(values);
  return columns.some((column) => wanted.includes(column.letter(item)));
}

function lettersOf(values: readonly string[]): Letter[] {
  return letters.filter((letter) =>
    values.some((value) => {
      if (value === 'bad') return isBad(letter);
      if (value === 'asked') return isAsked(letter);
      return matchesAny([value], [letterWords[letter]]);
    }),
  );
}

function matchIs(value: string, item: CaseItem, { model, columns }: MatchContext): boolean {
  switch (value) {
    case 'disagreement':
      return isDisagreement(columns, item);
    case 'failing':
      return columns.some((column) => isBad(column.letter(item)));
    case 'passing':
      return passesEverywhere(columns, item);
    case 'skipped':
      return columns.some((column) => column.letter(item) === 's');
    case 'changing':
      return item.questions.some(({ expect }) => expect.length > 1);
    case 'changed':
      return columns.some((column) => column.otherHashes[item.index] !== undefined);
    case 'silent':
      return !item.questions.some(({ expect }) =>
        expect.some(({ on }) => model.editionsOf(on).includes('locked')),
      );
    default:
      return false;
  }
}

/** It fails, and no other implementation that was asked does. */
function failsAlone(name: string, item: CaseItem, { columns }: MatchContext): boolean {
  const failing = columns.filter((column) => isBad(column.letter(item)));
  return (
    failing.length > 0 && failing.every((column) => isNamed(column, [name])) && isDisagreement(columns, item)
  );
}

/** It passes and a Node fails, or it fails and a Node passes; both are judged by the same edition. */
function differsFromNode(name: string, item: CaseItem, { columns }: MatchContext): boolean {
  const own = columns.filter((column) => isNamed(column, [name]) && isAsked(column.letter(item)));
  const nodes = columns.filter((column) => column.name === 'node' && isAsked(column.letter(item)));
  return own.some((column) =>
    nodes.some(
      (node) =>
        node !== column &&
        node.edition === column.edition &&
        isBad(node.letter(item)) !== isBad(column.letter(item)),
    ),
  );
}

function isNamed(column: Column, values: readonly string[]): boolean {
  return matchesAny(values, [column.name, column.label, column.spec]);
}

function matchesAny(patterns: readonly string[], texts: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const test = compile(pattern);
    return texts.some((text) => test(text.toLowerCase()));
  });
}

const compiled = new Map<string, (text: string) => boolean>();

function compile(pattern: string): (text: string) => boolean {
  const known = compiled.get(pattern);
  if (known) return known;
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('.*');
  const expression = new RegExp(`^${source}$`, 's');
  const test = pattern.includes('*')
    ? (text: string) => expression.test(text)
    : (text: string) => text === pattern;
  compiled.set(pattern, test);
  return test;
}
