// A suspect: a tree and a question about which two implementations may differ.

import type { Judged } from '../../harness/run/ask-case.ts';
import type { Case, Expectation, Question, TreeEntry } from '../../model/case.ts';
import { findTreeFault } from '../../model/check-tree.ts';
import { describeObservation } from '../../model/describe.ts';
import { isReferrerUrl } from '../../model/is-url.ts';
import type { Observation } from '../../model/observation.ts';
import type { OpenQuestion, Suspect } from '../../model/open-question.ts';
import type { Level, Need } from '../../model/vocabulary.ts';
import { needsOfImport } from '../../suite/authoring/needs-of-import.ts';
import { type Wanted, wantedFrom } from '../../suite/authoring/wanted.ts';
import { hashCase } from '../../suite/pages/hash-case.ts';
import type { Witness } from './witness.ts';

/** An observed difference. */
export interface Difference {
  readonly item: Case;
  /** In words: the answer of the oracle and the answer of the loader. */
  readonly expected: string;
  readonly observed: string;
  /** The kinds of both answers, such as `error MODULE_NOT_FOUND`, without names and printed texts. */
  readonly kinds: { readonly expected: string; readonly observed: string };
}

export interface Parties {
  /** Whose answer is right. */
  readonly oracle: Witness;
  readonly loader: Witness;
  readonly edition: string;
  /** Whether each question gets its own process; a resolution never needs one. */
  readonly alone: boolean;
}

/** The right answer about a suspect; undefined if a page cannot write it. */
export async function askOracle(
  suspect: Suspect,
  { oracle, edition, alone }: Omit<Parties, 'loader'>,
): Promise<{ readonly observed: Observation; readonly wanted: Wanted } | undefined> {
  if (!isAskable(suspect)) return undefined;
  const { questions } = await oracle.ask(caseOf(suspect, anything(suspect.asked, edition)), edition, alone);
  const observed = questions[0]?.checks[0]?.observed;
  const wanted = observed && wantedFrom(observed);
  return wanted && { observed, wanted };
}

/** How the two differ about a suspect; undefined if they do not differ. */
export async function findDifference(suspect: Suspect, parties: Parties): Promise<Difference | undefined> {
  const { edition, loader, alone } = parties;
  const right = await askOracle(suspect, parties);
  if (!right) return undefined;
  const item = caseOf(suspect, { ...right.wanted, editions: [edition] });
  const judged = await loader.ask(item, edition, alone);
  if (!['fail', 'crash', 'timeout'].includes(judged.verdict)) return undefined;
  const seen = judged.questions[0]?.checks[0]?.observed;
  const verdict = seen ? kindOf(seen) : `${judged.verdict} ${reasonOf(judged)}`;
  return {
    item,
    expected: describeObservation(right.observed),
    observed: seen ? describeObservation(seen) : (judged.reason ?? judged.verdict),
    kinds: { expected: kindOf(right.observed), observed: verdict },
  };
}

/** Whether two differences are of the same sort. */
export function isSameSort(a: Difference, b: Difference): boolean {
  return a.kinds.expected === b.kinds.expected && a.kinds.observed === b.kinds.observed;
}

/** Whether both sides found the same files as in another difference, where they found files. */
export function isSameAnswer(a: Difference, b: Difference): boolean {
  const isSame = (side: 'expected' | 'observed') => a.kinds[side] !== 'file' || a[side] === b[side];
  return isSame('expected') && isSame('observed');
}

/** A page must be able to contain it: no clashing names, an existing entry, a referrer in a folder of the tree. */
function isAskable({ tree, asked }: Suspect): boolean {
  if (findTreeFault(tree, ['case-sensitive'])) return false;
  if (asked.kind === 'run') return tree.some(({ path, kind }) => path === asked.entry && kind !== 'folder');
  if (isReferrerUrl(asked)) return true;
  const folder = asked.from.split('/').slice(0, -1).join('/');
  const links = tree.filter(({ kind }) => kind === 'symlink');
  if (links.some(({ path }) => asked.from === path || asked.from.startsWith(`${path}/`))) return false;
  return folder === '' || tree.some(({ path }) => path === folder || path.startsWith(`${folder}/`));
}

/** @param expected an expectation for the question */
export function caseOf({ tree, asked }: Suspect, expected: Expectation): Case {
  return caseOfAll(tree, [{ asked, expected }]);
}

/** One case with all these questions about a tree; they are of one kind. */
export function caseOfAll(
  tree: readonly TreeEntry[],
  all: readonly { readonly asked: OpenQuestion; readonly expected: Expectation }[],
): Case {
  const body = {
    level: levelOf(all.map(({ asked }) => asked)),
    needs: needsOf(tree, all),
    environment: {},
    tree: [...tree],
    questions: all.map(closeQuestion),
  } satisfies Partial<Case>;
  const names = { id: 'captured', title: 'captured', rule: 'captured' };
  return { ...names, ...body, hash: hashCase(body), source: { file: 'captured.md', line: 1 } };
}

function closeQuestion({ asked, expected }: { asked: OpenQuestion; expected: Expectation }): Question {
  const own = asked.kind === 'run' ? { ...asked, arguments: [] } : asked;
  return { ...own, expect: [expected] } as Question;
}

function levelOf(all: readonly OpenQuestion[]): Level {
  if (all.some(isEsProgram)) return 'import';
  if (all.some(({ kind }) => kind === 'run')) return 'load';
  return all.some((asked) => asked.kind === 'resolve' && asked.by) ? 'import' : 'resolve';
}

function isEsProgram(asked: OpenQuestion): boolean {
  return asked.kind === 'run' && asked.entry.endsWith('.mjs');
}

function needsOf(
  tree: readonly TreeEntry[],
  all: readonly { readonly asked: OpenQuestion; readonly expected: Expectation }[],
): Need[] {
  const byImport = all.flatMap(({ asked }) =>
    asked.kind === 'resolve' && asked.by ? needsOfImport(asked.by, asked.specifier) : [],
  );
  return [
    ...new Set(byImport),
    ...(all.some(({ asked }) => isEsProgram(asked)) ? (['es programs'] as const) : []),
    ...(all.some(({ expected }) => expected.kind === 'builtin') ? (['builtins'] as const) : []),
    ...(tree.some(({ kind }) => kind === 'symlink') ? (['symlinks'] as const) : []),
    ...(findTreeFault(tree, []) ? (['case-sensitive'] as const) : []),
  ];
}

/** The expectation does not matter: only the answer is used. */
export function anything(asked: OpenQuestion, edition: string): Expectation {
  return asked.kind === 'run'
    ? { kind: 'run', editions: [edition], stdout: '' }
    : { kind: 'error', editions: [edition], error: 'ANYTHING' };
}

/** Names and printed texts change while a tree shrinks; the kind of the answer, and the error, must not change. */
function kindOf(observed: Observation): string {
  if (observed.kind === 'error') return `error ${observed.error.code ?? observed.error.name}`;
  if (observed.kind !== 'run') return observed.kind;
  if (observed.error) return `run ${observed.error.code ?? observed.error.name}`;
  return observed.exitCode === 0 ? 'run' : 'run fails';
}

function reasonOf({ reason }: Judged): string {
  return (reason ?? '').replace(/\d+/g, 'N');
}
