// Asks two implementations the questions about random trees, many at a time, and notes where the answers are not the same.

import { isMet } from '../../harness/judge/judge.ts';
import type { TreeEntry } from '../../model/case.ts';
import type { Observation } from '../../model/observation.ts';
import type { Suspect } from '../../model/open-question.ts';
import { observationKey } from '../../model/same-observation.ts';
import { wantedFrom } from '../../suite/authoring/wanted.ts';
import { anything, caseOfAll, type Parties } from '../capture/suspect.ts';
import type { Witness } from '../capture/witness.ts';
import type { FuzzTree, NumberedQuestion } from './fuzz-trees.ts';

/** A question whose answers differ in hosts that were asked other questions before. */
export interface Doubt {
  /** The number of the tree, and that of its question. */
  readonly index: number;
  readonly at: number;
  readonly suspect: Suspect;
  /** The answers; undefined where there is none. */
  readonly expected: Observation | undefined;
  readonly observed: Observation | undefined;
}

/**
 * Takes one tree after another; several of these may take from the same list.
 * @param onTree called after each tree with the number of its questions
 */
export async function compareTrees(
  parties: Parties,
  trees: Iterable<FuzzTree>,
  onTree: (questions: number) => void,
): Promise<Doubt[]> {
  const doubts: Doubt[] = [];
  for (const { index, tree, questions } of trees) {
    for (const group of groupsOf(questions)) {
      const found = await compareGroup(parties, tree, group);
      doubts.push(...found.map((one) => ({ index, ...one })));
      // A program may have spoiled a host for all that come after it.
      if (found.some(({ suspect }) => suspect.asked.kind === 'run'))
        await Promise.all([parties.oracle.renew(), parties.loader.renew()]);
    }
    onTree(questions.length);
  }
  return doubts;
}

/** Resolutions are asked together. Each program gets its own tree, because it may change what later ones see. */
function groupsOf(questions: readonly NumberedQuestion[]): (readonly NumberedQuestion[])[] {
  const resolutions = questions.filter(({ asked }) => asked.kind === 'resolve');
  const programs = questions.filter(({ asked }) => asked.kind === 'run').map((program) => [program]);
  return resolutions.length > 0 ? [resolutions, ...programs] : programs;
}

async function compareGroup(
  parties: Parties,
  tree: readonly TreeEntry[],
  group: readonly NumberedQuestion[],
): Promise<Omit<Doubt, 'index'>[]> {
  const { oracle, loader } = parties;
  const [right, given] = await Promise.all(
    [oracle, loader].map((witness) => observeAll(witness, parties.edition, tree, group)),
  );
  const errorCodes = loader.description.capabilities.includes('error codes');
  return group.flatMap(({ at, asked }, place) => {
    const expected = right?.[place];
    const observed = given?.[place];
    const suspect = { tree, asked };
    return isSame(expected, observed, errorCodes) ? [] : [{ at, suspect, expected, observed }];
  });
}

/** The answers to the questions in their order. After a crash each question is asked by itself. */
async function observeAll(
  witness: Witness,
  edition: string,
  tree: readonly TreeEntry[],
  group: readonly NumberedQuestion[],
): Promise<(Observation | undefined)[]> {
  const item = caseOfAll(
    tree,
    group.map(({ asked }) => ({ asked, expected: anything(asked, edition) })),
  );
  // A host that contains more than a loader does not put back what a program changes.
  const alone = group.some(({ asked }) => asked.kind === 'run') && !witness.description.bare;
  const { questions } = await witness.ask(item, edition, alone);
  const observed = questions.map(({ checks }) => checks[0]?.observed);
  if (group.length === 1 || observed.some((one) => one !== undefined)) return observed;
  const apart: (Observation | undefined)[] = [];
  for (const one of group) apart.push(...(await observeAll(witness, edition, tree, [one])));
  return apart;
}

/** As a case is judged that expects the answer of the oracle. */
function isSame(
  expected: Observation | undefined,
  observed: Observation | undefined,
  errorCodes: boolean,
): boolean {
  if (!expected || !observed) return expected === observed;
  if (observationKey(expected) === observationKey(observed)) return true;
  const wanted = wantedFrom(expected);
  return wanted !== undefined && isMet({ ...wanted, editions: [] }, observed, errorCodes);
}
