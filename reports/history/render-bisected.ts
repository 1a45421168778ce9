// Between which versions verdicts changed, for people and as JSON.

import type { Bisected, CaseChange, VersionChange } from '../../analysis/history/bisect.ts';
import { describeObservation } from '../../model/describe.ts';
import { inert, shorten } from '../../model/inert.ts';
import type { PublishedVersion } from '../../model/published-version.ts';
import type { Verdict } from '../../model/run.ts';

export interface Named {
  /** The value of `--impl` without a version. */
  readonly name: string;
  readonly edition: string;
  /** How many versions there are to choose from. */
  readonly chosen: number;
}

export function renderBisected(bisected: Bisected, named: Named): string {
  const { changes, answered, notDriven } = bisected;
  return [
    ...changes.flatMap((change) => renderChange(change, named.name)),
    ...(changes.length === 0 ? [noChange(bisected, named)] : []),
    `${answered.length + notDriven.length} of ${named.chosen} versions asked, judged by ${named.edition}`,
    ...(notDriven.length === 0 ? [] : [`${notDriven.length} could not be driven:`]),
    ...notDriven.map(({ version, reason }) => `  ${describeVersion(version)}: ${oneLine(reason)}`),
    '',
  ].join('\n');
}

function renderChange({ before, after, cases }: VersionChange, name: string): string[] {
  return [
    `${name}: between ${describeVersion(before)} and ${describeVersion(after)}`,
    ...cases.flatMap((change) => renderCase(change, before, after)),
    '',
  ];
}

function renderCase(
  { id, before, after }: CaseChange,
  old: PublishedVersion,
  current: PublishedVersion,
): string[] {
  return [
    `  ${id}: ${wordOf(before)} → ${wordOf(after)}`,
    ...observedIn(before, after).map((text) => `    ${old.version}: ${text}`),
    ...observedIn(after, before).map((text) => `    ${current.version}: ${text}`),
  ];
}

function wordOf(verdict: Verdict | undefined): string {
  return verdict?.verdict ?? 'not judged';
}

/** What was observed, a line for each question that ended otherwise in the other version; else why nothing was. */
function observedIn(verdict: Verdict | undefined, other: Verdict | undefined): string[] {
  const seen = verdict?.questions.flatMap(({ asked, outcome, checks }, index) =>
    outcome === other?.questions[index]?.outcome
      ? []
      : checks.map(({ step, observed }) => `${step ?? asked}: ${describeObservation(observed)}`),
  );
  if (seen && seen.length > 0) return seen.map(oneLine);
  return verdict?.reason === undefined ? [] : [oneLine(verdict.reason)];
}

function noChange({ answered }: Bisected, { name }: Named): string {
  const [first, last] = [answered[0], answered.at(-1)];
  if (!first || !last) return `${name}: no version could be driven\n`;
  const words = [...first.outcomes.values()].map((verdict) => `  ${verdict.case}: ${verdict.verdict}`);
  const span =
    first === last
      ? `only ${first.version.version} answered`
      : `no change from ${describeVersion(first.version)} to ${describeVersion(last.version)}`;
  return [`${name}: ${span}`, ...words, ''].join('\n');
}

function describeVersion({ version, date }: PublishedVersion): string {
  return date === '' ? version : `${version} (${date})`;
}

function oneLine(text: string): string {
  return inert(shorten(text.trim().replace(/\s*\n\s*/g, ' ⏎ '), 300));
}

/** The same as data, for programs. */
export function renderBisectedJson({ changes, answered, notDriven }: Bisected, named: Named): string {
  const data = {
    ...named,
    changes,
    asked: answered.map(({ version, outcomes }) => ({
      ...version,
      verdicts: Object.fromEntries([...outcomes].map(([id, { verdict }]) => [id, verdict])),
    })),
    notDriven: notDriven.map(({ version, reason }) => ({ ...version, reason })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
