// Between which versions of an implementation verdicts changed.

import type { VersionAnswer } from '../../harness/versions/ask-version.ts';
import type { PublishedVersion } from '../../model/published-version.ts';
import type { Verdict } from '../../model/run.ts';
import { findChanges } from './find-changes.ts';
import { differingCases, type Outcomes, outcomesOf } from './outcomes.ts';

export interface Bisected {
  /** In the order of the versions; empty if nothing changed. */
  readonly changes: readonly VersionChange[];
  /** The versions that answered, the lowest first. */
  readonly answered: readonly { readonly version: PublishedVersion; readonly outcomes: Outcomes }[];
  readonly notDriven: readonly { readonly version: PublishedVersion; readonly reason: string }[];
}

/** Two versions with different verdicts; none between them could be driven. */
export interface VersionChange {
  readonly before: PublishedVersion;
  readonly after: PublishedVersion;
  readonly cases: readonly CaseChange[];
}

/** Absent where the edition expects nothing of the case. */
export interface CaseChange {
  readonly id: string;
  readonly before?: Verdict | undefined;
  readonly after?: Verdict | undefined;
}

/** @param versions the lowest first */
export async function bisect(
  versions: readonly PublishedVersion[],
  ask: (version: string) => Promise<VersionAnswer>,
): Promise<Bisected> {
  const at = (index: number) => versions[index] as PublishedVersion;
  const notDriven: { version: PublishedVersion; reason: string }[] = [];
  const { changes, asked } = await findChanges<Outcomes>(
    versions.length,
    async (index) => {
      const answer = await ask(at(index).version);
      if (answer.kind === 'asked') return outcomesOf(answer.run);
      notDriven.push({ version: at(index), reason: answer.reason });
      return undefined;
    },
    (one, other) => differingCases(one, other).length === 0,
    [versions.length - 1, ...endsOfMajors(versions)],
  );
  return {
    changes: changes.map(({ before, after, answers: [old, current] }) => ({
      before: at(before),
      after: at(after),
      cases: differingCases(old, current).map((id) => ({ id, before: old.get(id), after: current.get(id) })),
    })),
    answered: [...asked].flatMap(([index, outcomes]) => (outcomes ? [{ version: at(index), outcomes }] : [])),
    notDriven,
  };
}

/** Where most changes are that a later one undoes. Below 1, each minor version counts as a major one. */
function endsOfMajors(versions: readonly PublishedVersion[]): number[] {
  const majors = versions.map(({ version }) => (/^0\.\d+|^\d+/.exec(version) ?? [''])[0]);
  return majors.flatMap((major, index) =>
    major === majors[index - 1] && major === majors[index + 1] ? [] : [index],
  );
}
