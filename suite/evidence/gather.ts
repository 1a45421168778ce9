// Turns runs on real Nodes into evidence.

import type { Case, PageCases } from '../../model/case.ts';
import { describeObservation } from '../../model/describe.ts';
import { onFileSystem } from '../../model/editions.ts';
import type { Observation } from '../../model/observation.ts';
import type { Run, Verdict } from '../../model/run.ts';
import { observationKey } from '../../model/same-observation.ts';
import type { PageEvidence } from './evidence.ts';

/** Where runs are about some of the cases of a page, what is known of the others. */
export interface KnownBefore {
  readonly isRecorded: (item: Case) => boolean;
  readonly before: ReadonlyMap<string, PageEvidence>;
}

/**
 * What the implementations of these runs, all of them real, did, by page. Skipped cases are not part of it, and pages
 * without an edition of these implementations are left out.
 * @param known without it, the runs are about all cases
 */
export function gatherEvidence(
  pages: readonly PageCases[],
  runs: readonly Run[],
  known?: KnownBefore,
): Map<string, PageEvidence> {
  const needs = new Map(pages.flatMap(({ cases }) => cases).map((item) => [item.id, item.needs]));
  const sightings = runs.flatMap((run) =>
    run.verdicts
      .map((verdict) => ({
        verdict,
        seen: seenIn(verdict),
        release: releaseOf(run, verdict, needs.get(verdict.case)),
      }))
      .filter(({ seen }) => seen.length > 0),
  );
  const asked = new Set(sightings.map(({ verdict }) => verdict.case));
  const judged = pages.filter(({ cases }) => cases.some(({ id }) => asked.has(id)));
  return new Map(
    judged.map(({ page, cases }) => [
      page,
      Object.fromEntries(
        cases.flatMap((item) => {
          const { id, hash } = item;
          const seen = group(sightings.filter(({ verdict }) => verdict.case === id));
          const entry = known?.isRecorded(item) === false ? known.before.get(page)?.[id] : { hash, seen };
          return entry === undefined ? [] : [[id, entry]];
        }),
      ),
    ]),
  );
}

/** Releases for Windows are other programs. */
function releaseOf({ header }: Run, verdict: Verdict, needs: readonly string[] = []): string {
  const ran = header.implementations.find(({ spec }) => spec === verdict.implementation);
  const version = ran?.version ?? 'unknown';
  return header.platform.os === 'win32' ? `${version} win32` : onFileSystem(version, needs);
}

/** One observation for each judged question, or for each step that a server must show. */
function seenIn({ questions }: Verdict): Observation[] {
  return questions.flatMap(({ checks }) => checks.map(({ observed }) => observed));
}

function group(
  sightings: readonly { seen: Observation[]; release: string }[],
): { versions: string[]; answers: string[] }[] {
  const groups = new Map<string, { versions: string[]; answers: string[] }>();
  for (const { seen, release } of sightings) {
    const key = JSON.stringify(seen.map(observationKey));
    const found = groups.get(key) ?? { versions: [], answers: seen.map(describeObservation) };
    found.versions.push(release);
    groups.set(key, found);
  }
  return [...groups.values()];
}
