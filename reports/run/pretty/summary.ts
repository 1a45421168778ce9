// What a run saw of an implementation, in counts: all, by level, what was skipped, what is accepted, and what to try.

import { countVerdicts, describeAccepted, describeCounts, isUnexpected } from '../../../analysis/tally.ts';
import { inert } from '../../../model/inert.ts';
import type { RanImplementation, Verdict } from '../../../model/run.ts';
import { levels } from '../../../model/vocabulary.ts';
import type { Catalog } from '../../../suite/cases/catalog.ts';
import { adviceOn } from '../../parts/advice.ts';
import type { Paint, PrettyOptions } from './pretty-options.ts';

export function renderSummary(
  implementation: RanImplementation,
  verdicts: readonly Verdict[],
  catalog: Catalog,
  { verbose = false }: PrettyOptions,
  paint: Paint,
): string {
  const perLevel = levels.flatMap((level) => {
    const counts = countVerdicts(verdicts.filter((verdict) => verdict.level === level));
    return counts.total === 0 ? [] : [`  ${level.padEnd(8)} ${describeCounts(counts)}`];
  });
  const reasons = countBy(
    verdicts.filter(({ verdict }) => verdict === 'skip').map(({ reason }) => reason ?? 'no reason'),
  );
  const skips = reasons.map(([reason, count]) => paint.dim(`  skipped ${count}: ${inert(reason)}`));
  const accepted = renderAccepted(verdicts, verbose).map((line) => paint.dim(`  ${line}`));
  const counts = countVerdicts(verdicts);
  const colour = verdicts.some(isUnexpected) ? paint.red : paint.green;
  const summary = colour(`${paint.bold(titleOf(implementation))}: ${describeCounts(counts)}`);
  const advice = adviceOn(verdicts, implementation, catalog).map((line) => paint.yellow(`  ${line}`));
  return [summary, ...perLevel, ...skips, ...accepted, ...advice].join('\n');
}

/** So many accepted failures are listed. */
const fewAccepted = 5;

/** Each accepted failure with its reason; only how many there are of each class if there are many. */
function renderAccepted(verdicts: readonly Verdict[], verbose: boolean): string[] {
  const accepted = verdicts.flatMap(({ case: id, accepted: why }) => (why ? [{ id, why }] : []));
  if (verbose || accepted.length <= fewAccepted)
    return accepted.map(({ id, why }) => `accepted ${id}, ${inert(describeAccepted(why))}`);
  const classes = countBy(accepted.map(({ why }) => why.class));
  return [
    `accepted ${classes.map(([name, count]) => `${count} as ${name}`).join(', ')}; --verbose lists them`,
  ];
}

/** Its name, version and edition, and whose rules of paths it was asked to follow. */
export function titleOf({ name, version, edition, platform }: RanImplementation): string {
  const followed = platform === undefined ? '' : `, with the paths of ${platform}`;
  return `${inert([name, version].filter(Boolean).join(' '))}, judged by ${edition}${followed}`;
}

function countBy(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
