// A difference between two implementations: a tree, what is asked about it, and whether they still differ there.

import { type Wanted, wantedFrom } from '../authoring/wanted.ts';
import { describeObservation } from '../judge/describe.ts';
import type { Case, Expectation, Question, TreeEntry } from '../model/case.ts';
import type { Observation } from '../model/observation.ts';
import type { Need } from '../model/vocabulary.ts';
import { hashCase } from '../pages/hash-case.ts';
import type { Judged } from '../run/ask-case.ts';
import { findTreeFault } from '../trees/check-tree.ts';
import type { Witness } from './witness.ts';

/** What is asked, with nothing expected yet. */
export type Asked =
  | { readonly kind: 'resolve'; readonly from: string; readonly specifier: string }
  | { readonly kind: 'run'; readonly entry: string };

export interface Suspect {
  readonly tree: readonly TreeEntry[];
  readonly asked: Asked;
}

/** A difference that was seen. */
export interface Difference {
  readonly item: Case;
  /** In words: what the one that is believed answers, and the other. */
  readonly expected: string;
  readonly observed: string;
  /** Equal for two differences of one sort. */
  readonly sort: string;
}

export interface Parties {
  /** Whose answer is right. */
  readonly oracle: Witness;
  readonly loader: Witness;
  readonly edition: string;
  /** Whether each question has a process of its own; a resolution never needs one. */
  readonly alone: boolean;
}

/** What is right about a suspect; nothing where a page could not say so. */
export async function askOracle(
  suspect: Suspect,
  { oracle, edition, alone }: Omit<Parties, 'loader'>,
): Promise<{ readonly observed: Observation; readonly wanted: Wanted } | undefined> {
  if (!isAskable(suspect)) return undefined;
  const { checks } = await oracle.ask(caseOf(suspect, anything(suspect.asked, edition)), edition, alone);
  const observed = checks[0]?.observed;
  const wanted = observed && wantedFrom(observed);
  return wanted && { observed, wanted };
}

/** How the two differ about a suspect; nothing where they do not. */
export async function findDifference(suspect: Suspect, parties: Parties): Promise<Difference | undefined> {
  const { edition, loader, alone } = parties;
  const right = await askOracle(suspect, parties);
  if (!right) return undefined;
  const item = caseOf(suspect, { ...right.wanted, editions: [edition] });
  const judged = await loader.ask(item, edition, alone);
  if (!['fail', 'crash', 'timeout'].includes(judged.verdict)) return undefined;
  const seen = judged.checks[0]?.observed;
  return {
    item,
    expected: describeObservation(right.observed),
    observed: seen ? describeObservation(seen) : (judged.reason ?? judged.verdict),
    sort: [sortOf(right.observed), judged.verdict, seen ? sortOf(seen) : reasonOf(judged)].join(' / '),
  };
}

/** A page must be able to hold it: names that do not clash, an entry that is there, a referrer in a folder of the tree. */
function isAskable({ tree, asked }: Suspect): boolean {
  if (findTreeFault(tree, ['case-sensitive'])) return false;
  if (asked.kind === 'run') return tree.some(({ path, kind }) => path === asked.entry && kind !== 'folder');
  const folder = asked.from.split('/').slice(0, -1).join('/');
  const links = tree.filter(({ kind }) => kind === 'symlink');
  if (links.some(({ path }) => asked.from === path || asked.from.startsWith(`${path}/`))) return false;
  return folder === '' || tree.some(({ path }) => path === folder || path.startsWith(`${folder}/`));
}

export function caseOf({ tree, asked }: Suspect, expected: Expectation): Case {
  const question = (
    asked.kind === 'run' ? { ...asked, arguments: [], expect: [expected] } : { ...asked, expect: [expected] }
  ) as Question;
  const body = {
    level: asked.kind === 'run' ? 'load' : 'resolve',
    needs: needsOf(tree, expected),
    environment: {},
    tree: [...tree],
    questions: [question],
  } satisfies Partial<Case>;
  const names = { id: 'captured', title: 'captured', rule: 'captured' };
  return { ...names, ...body, hash: hashCase(body), source: { file: 'captured.md', line: 1 } };
}

function needsOf(tree: readonly TreeEntry[], expected: Expectation): Need[] {
  return [
    ...(expected.kind === 'builtin' ? (['builtins'] as const) : []),
    ...(tree.some(({ kind }) => kind === 'symlink') ? (['symlinks'] as const) : []),
    ...(findTreeFault(tree, []) ? (['case-sensitive'] as const) : []),
  ];
}

/** Whatever is expected, an answer is observed. */
function anything(asked: Asked, edition: string): Expectation {
  return asked.kind === 'run'
    ? { kind: 'run', editions: [edition], stdout: '' }
    : { kind: 'error', editions: [edition], error: 'ANYTHING' };
}

/** Names and printed texts change while a tree shrinks; what kind of answer it is, and which error, must not. */
function sortOf(observed: Observation): string {
  if (observed.kind === 'error') return `error ${observed.error.code ?? observed.error.name}`;
  if (observed.kind !== 'run') return observed.kind;
  if (observed.error) return `run ${observed.error.code ?? observed.error.name}`;
  return observed.exitCode === 0 ? 'run' : 'run fails';
}

function reasonOf({ reason }: Judged): string {
  return (reason ?? '').replace(/\d+/g, 'N');
}
