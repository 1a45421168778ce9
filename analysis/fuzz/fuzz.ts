// Looks for differences between two implementations with random questions, confirms them, and shrinks each to its cause.

import type { Workspace } from '../../harness/trees/workspace.ts';
import { countOf } from '../../model/count-of.ts';
import type { OpenQuestion } from '../../model/open-question.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Need, Way } from '../../model/vocabulary.ts';
import { needsOfImport } from '../../suite/authoring/needs-of-import.ts';
import { type Invited, lacksNothing, withParties } from '../capture/parties.ts';
import type { Parties } from '../capture/suspect.ts';
import { compareTrees, type Doubt } from './compare-trees.ts';
import { type FuzzTree, fuzzTrees } from './fuzz-trees.ts';
import type { KnownDifference } from './known-differences.ts';
import { type Findings, lookInto } from './look-into.ts';

export interface FuzzOptions {
  readonly seed: number;
  /** How many questions are asked. */
  readonly questions: number;
  /** If set, only the tree with this number. */
  readonly tree?: number | undefined;
  readonly edition?: string | undefined;
  /** What asks. */
  readonly by: Way;
  /** How many pairs of hosts are asked at the same time. */
  readonly jobs: number;
  readonly known: readonly KnownDifference[];
  readonly workspace: Workspace;
  readonly timeoutMs: number;
  /** How many smaller trees are tried at most for each difference. */
  readonly mostTries: number;
  /** After so many unexplained causes no further difference is looked into. */
  readonly mostCauses: number;
  /** Called now and then; it may throw to stop. */
  readonly onProgress: (done: string) => void;
}

export interface Fuzzed extends Findings {
  readonly edition: string;
  readonly trees: number;
  readonly questions: number;
  /** How long asking took, without confirming and shrinking. */
  readonly seconds: number;
  readonly doubts: number;
}

/** @throws {UsageError} if the loader can be asked nothing, or the edition is not one for loaders */
export async function fuzz(invited: Invited, options: FuzzOptions): Promise<Fuzzed> {
  return withParties(invited, options, async (parties) => {
    const { edition } = parties;
    checkAskable(parties, options.by);
    const asked = await askAll(invited, parties, options);
    const findings = await lookInto(asked.doubts, parties, options);
    return { ...asked, ...findings, edition, doubts: asked.doubts.length };
  });
}

function checkAskable({ oracle, loader }: Parties, by: Way): void {
  if (by === 'require') return;
  for (const { spec, description } of [oracle, loader])
    if (!lacksNothing([by], description))
      throw new UsageError(`--by ${by}: expected the capability '${by}'; ${spec} lacks it`);
}

/** What the loader lacks is not asked. */
function isAskable(asked: OpenQuestion, { loader: { description } }: Parties): boolean {
  if (asked.kind === 'run') return lacksNothing(programNeeds, description);
  return lacksNothing(
    asked.by ? needsOfImport(asked.by, asked.specifier) : ['resolve', 'builtins'],
    description,
  );
}

/** Programs use so much of a loader that one which lacks any of it is only asked to resolve. */

const programNeeds: readonly Need[] = [
  'run',
  'json',
  'builtins',
  'require.resolve',
  'require.cache',
  'require.extensions',
  'require.main',
  'module object',
  'computed specifiers',
  'timers',
];

async function askAll(
  invited: Invited,
  first: Parties,
  options: FuzzOptions,
): Promise<{ trees: number; questions: number; seconds: number; doubts: Doubt[] }> {
  const started = performance.now();
  let trees = 0;
  let questions = 0;
  const queue = fuzzTrees({ ...options, isWanted: (asked) => isAskable(asked, first) });
  const onTree = (count: number) => {
    trees++;
    questions += count;
    options.onProgress(`${questions} of ${countOf(options.questions, 'question')}`);
  };
  // A generator ends for all when a loop over it is left, so each worker asks for one tree after another.
  const work = (parties: Parties) => compareTrees(parties, takeFrom(queue), onTree);
  const others = Array.from({ length: options.jobs - 1 }, () => withParties(invited, options, work));
  const found = await Promise.all([work(first), ...others]);
  const doubts = found.flat().sort((a, b) => a.index - b.index || a.at - b.at);
  return { trees, questions, seconds: (performance.now() - started) / 1000, doubts };
}

function* takeFrom(queue: Generator<FuzzTree>): Generator<FuzzTree> {
  for (let next = queue.next(); !next.done; next = queue.next()) yield next.value;
}
