// The report for a terminal: what is not as expected of each implementation, rule by rule, then a summary.

import { createColors } from 'picocolors';
import { countVerdicts, describeAccepted, describeCounts, isUnexpected } from '../../analysis/tally.ts';
import { inert, shorten } from '../../model/inert.ts';
import type { RanImplementation, Run, Verdict } from '../../model/run.ts';
import { levels } from '../../model/vocabulary.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { adviceOn } from '../parts/advice.ts';
import { describeContainment } from '../parts/describe-containment.ts';
import { whyIncomplete } from '../parts/why-incomplete.ts';
import { renderFailures } from './pretty/failures.ts';
import type { Paint, PrettyOptions } from './pretty/pretty-options.ts';

export function renderPretty(run: Run, catalog: Catalog, options: PrettyOptions): string {
  const paint = createColors(options.colour);
  const blocks = run.header.implementations.flatMap((implementation) => {
    const verdicts = run.verdicts.filter((verdict) => verdict.implementation === implementation.spec);
    const isOneOfSeveral = run.header.implementations.length > 1 && verdicts.some(isUnexpected);
    return [
      ...(isOneOfSeveral ? [paint.bold(titleOf(implementation))] : []),
      ...renderFailures(verdicts, implementation, catalog, options, paint),
      renderSummary(implementation, verdicts, catalog, options, paint),
      ...renderComplaints(run, implementation, paint),
    ];
  });
  const why = whyIncomplete(run.footer);
  const warning = why === undefined ? [] : [paint.red(why)];
  const contained = describeContainment(run);
  const note = contained === undefined ? [] : [paint.dim(contained)];
  return `${[...blocks, ...note, ...warning].join('\n\n')}\n`;
}

function renderSummary(
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

function titleOf({ name, version, edition }: RanImplementation): string {
  return `${inert([name, version].filter(Boolean).join(' '))}, judged by ${edition}`;
}

/** The differences from the baseline, each with the command that updates the baseline. */
function renderComplaints(run: Run, { spec }: RanImplementation, paint: Paint): string[] {
  const { file = '', complaints = [] } = run.baseline ?? {};
  return complaints
    .filter(({ implementation }) => implementation === spec)
    .map(({ kind, line, text, mend }) =>
      [
        `${paint.red(kind)} ${inert(line === undefined ? file : `${file}:${line}`)}`,
        `  ${inert(shorten(text, 2000))}`,
        `  ${paint.cyan(inert(mend))}`,
        ...(kind === 'unexpected failure' ? [paint.dim(`  ${howToAccept}`)] : []),
      ].join('\n'),
    );
}

const howToAccept = 'adds them to the file; then write a class, a reason and a link for each';

function countBy(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
