// Runs of the same implementations on several days: which are the newest, and what changed from one to the next.

import { groupBy } from '../model/group-by.ts';
import type { RanImplementation, Run } from '../model/run.ts';
import { type ComparedImplementation, compareRuns, type RunComparison } from './compare-runs.ts';
import { comparedFromRun } from './compared-run.ts';

/** What changed in an implementation from one run to the next. */
export interface DatedChange {
  /** When the newer run began, ISO 8601. */
  readonly date: string;
  readonly compared: RunComparison;
}

/**
 * The newest run of each implementation, with only that implementation in it. A whole run comes before a newer one that was broken
 * off or asked only some of the cases.
 */
export function newestRuns(runs: readonly Run[]): Run[] {
  return [...ownRuns(runs).values()].flatMap((own) => own.findLast(isWhole) ?? own.at(-1) ?? []);
}

/** Newest first. Runs that say the same are left out, and so are cases that only one of them asked. */
export function datedChanges(runs: readonly Run[]): DatedChange[] {
  return [...ownRuns(runs).values()]
    .flatMap((own) => own.filter(isWhole).flatMap((run, at, all) => changeFrom(all[at - 1], run) ?? []))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** The runs of each implementation, oldest first. The same are those with the same value of `--impl` and the same edition. */
function ownRuns(runs: readonly Run[]): Map<string, Run[]> {
  const inOrder = [...runs].sort((a, b) => (a.header.startedAt < b.header.startedAt ? -1 : 1));
  const single = inOrder.flatMap((run) => run.header.implementations.map((one) => onlyOf(run, one)));
  return groupBy(single, ({ header: { implementations } }) =>
    JSON.stringify(implementations.map(({ spec, edition }) => [spec, edition])),
  );
}

function onlyOf(run: Run, implementation: RanImplementation): Run {
  return {
    ...run,
    header: { ...run.header, implementations: [implementation] },
    verdicts: run.verdicts.filter((verdict) => verdict.implementation === implementation.spec),
  };
}

/** Whether it asked all cases that there were. */
function isWhole({ header: { cases, available = cases, shard }, footer }: Run): boolean {
  return footer.complete && shard === undefined && cases === available;
}

function changeFrom(before: Run | undefined, after: Run): DatedChange | undefined {
  if (before === undefined || before.header.startedAt === after.header.startedAt) return undefined;
  const [compared] = compareRuns(comparedFromRun(before), comparedFromRun(after)).pairs;
  if (!compared) return undefined;
  const changes = compared.changes.filter(({ kind }) => kind !== 'new' && kind !== 'removed');
  const isSame = changes.length === 0 && sameVersion(compared.before, compared.after);
  return isSame ? undefined : { date: after.header.startedAt, compared: { ...compared, changes } };
}

function sameVersion(before: ComparedImplementation, after: ComparedImplementation): boolean {
  return before.version === after.version;
}
