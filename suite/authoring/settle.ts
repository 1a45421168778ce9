// Decides what a case should expect in each edition, from the answers of real Nodes.

import type { Expectation, Question } from '../../model/case.ts';
import { expectationIn } from '../../model/judged-case.ts';
import { observationKey } from '../../model/same-observation.ts';
import { UsageError } from '../../model/usage-error.ts';
import { isUnfilled } from '../pages/drafts.ts';
import type { Sighting } from './sighting.ts';
import { type Wanted, wantedFrom } from './wanted.ts';

export interface Settled {
  /** By edition; an edition without an expectation is missing. */
  readonly wanted: ReadonlyMap<string, Wanted>;
  /** Editions that were filled in without a real Node of that line, and editions left without an expectation for this reason. */
  readonly unseen: readonly string[];
}

/**
 * A real Node decides for its edition. If none is available, the page stays as it is; in a draft, the answer of the
 * reference is used only if a real Node gave the same answer, and otherwise nothing is expected.
 */
export function settle(
  question: Question,
  sightings: readonly Sighting[],
  scope: readonly string[],
): Settled {
  const seen = new Set(sightings.filter(isReal).map(answerOf));
  const wanted = new Map<string, Wanted>();
  const unseen: string[] = [];
  for (const edition of scope) {
    const here = sightings.filter((sighting) => sighting.edition === edition);
    const value = settleIn(edition, question, here, seen);
    if (value !== undefined) wanted.set(edition, value);
    if (!here.some(isReal)) unseen.push(edition);
  }
  return { wanted, unseen };
}

function settleIn(
  edition: string,
  question: Question,
  sightings: readonly Sighting[],
  seen: ReadonlySet<string>,
): Wanted | undefined {
  const page = expectationIn(question, edition);
  const isDraft = question.expect.some(isUnfilled);
  const real = sightings.filter(isReal);
  const [first] = real;
  if (new Set(real.map(answerOf)).size > 1)
    throw new UsageError(`the Nodes of ${edition} do not agree; name only one of them with --impl`);
  if (first) return page && !isDraft && first.holds ? withoutEditions(page) : toWanted(first, page);
  if (!isDraft) return page && withoutEditions(page);
  const reference = sightings.find((sighting) => seen.has(answerOf(sighting)));
  return reference && toWanted(reference, page);
}

/** Equal for equal answers. */
function answerOf({ observed }: Sighting): string {
  return observationKey(observed);
}

function isReal({ by }: Sighting): boolean {
  return by !== 'reference';
}

function withoutEditions(page: Expectation): Wanted {
  if (page.kind === 'serve')
    throw new RangeError('expected a question for loaders; to ask servers, use npm run verify:deployd');
  const { editions: _, ...wanted } = page;
  return wanted;
}

/** The exit code counts if the page already compares it, or if nothing else shows that the program failed. */
function toWanted({ observed }: Sighting, page: Expectation | undefined): Wanted {
  const wanted = wantedFrom(observed, page?.kind === 'run' && page.exitCode !== undefined);
  if (wanted) return wanted;
  throw new UsageError(`a real Node gave an answer that a page cannot expect: ${JSON.stringify(observed)}`);
}
