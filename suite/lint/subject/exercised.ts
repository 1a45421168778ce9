// Where an expectation was put to the proof.

import type { Case, Question } from '../../../model/case.ts';
import { verifiedReleases } from '../../../model/editions.ts';
import { isCapability, type Need, nodeCapabilities } from '../../../model/vocabulary.ts';
import type { PageEvidence } from '../../evidence/evidence.ts';

/**
 * The editions that a question speaks of but that nobody was asked in. Of a case whose evidence is old nothing is said:
 * it has to be asked again anyway.
 */
export function unseenEditions(
  item: Case,
  question: Question,
  evidence: PageEvidence[string] | undefined,
): string[] {
  if (evidence?.hash !== item.hash) return [];
  const versions = new Set(evidence.seen.flatMap((group) => group.versions));
  const all: readonly { readonly editions: readonly string[] }[] = question.expect;
  return all.flatMap(({ editions }) => editions).filter((id) => !wasAsked(item, id, versions));
}

function wasAsked(item: Case, id: string, versions: ReadonlySet<string>): boolean {
  const releases = verifiedReleases(id, item.needs);
  return releases === undefined
    ? isServed(item) || referenceCan(item)
    : releases.every((one) => versions.has(one));
}

/** Whether the reference is asked the case when the suite is run on it. */
function referenceCan({ needs }: Case): boolean {
  return (needs as readonly Need[]).every((need) => !isCapability(need) || nodeCapabilities.includes(need));
}

export function isServed(item: Case): boolean {
  return item.questions.some(({ kind }) => kind === 'serve');
}
