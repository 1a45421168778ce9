// Turns runs on real Nodes into evidence.

import type { PageCases } from '../../model/case.ts';
import { describeObservation } from '../../model/describe.ts';
import type { Observation } from '../../model/observation.ts';
import type { Run, Verdict } from '../../model/run.ts';
import { observationKey } from '../../model/same-observation.ts';
import type { PageEvidence } from './evidence.ts';

/**
 * What the implementations of these runs, all of them real, did, by page. Skipped cases are not part of it, and pages
 * without an edition of these implementations are left out.
 */
export function gatherEvidence(pages: readonly PageCases[], runs: readonly Run[]): Map<string, PageEvidence> {
  const sightings = runs.flatMap((run) =>
    run.verdicts
      .map((verdict) => ({ verdict, seen: seenIn(verdict), version: versionOf(run, verdict) }))
      .filter(({ seen }) => seen.length > 0),
  );
  const asked = new Set(sightings.map(({ verdict }) => verdict.case));
  const judged = pages.filter(({ cases }) => cases.some(({ id }) => asked.has(id)));
  return new Map(
    judged.map(({ page, cases }) => [
      page,
      Object.fromEntries(
        cases.map(({ id, hash }) => [
          id,
          { hash, seen: group(sightings.filter(({ verdict }) => verdict.case === id)) },
        ]),
      ),
    ]),
  );
}

function versionOf(run: Run, verdict: Verdict): string {
  return run.header.implementations.find(({ spec }) => spec === verdict.implementation)?.version ?? 'unknown';
}

/** One observation for each judged question, or for each step that a server must show. */
function seenIn({ questions }: Verdict): Observation[] {
  return questions.flatMap(({ checks }) => checks.map(({ observed }) => observed));
}

function group(
  sightings: readonly { seen: Observation[]; version: string }[],
): { versions: string[]; answers: string[] }[] {
  const groups = new Map<string, { versions: string[]; answers: string[] }>();
  for (const { seen, version } of sightings) {
    const key = JSON.stringify(seen.map(observationKey));
    const found = groups.get(key) ?? { versions: [], answers: seen.map(describeObservation) };
    found.versions.push(version);
    groups.set(key, found);
  }
  return [...groups.values()];
}
