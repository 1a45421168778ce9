// The report for a terminal: a summary of each implementation, then each unexpected verdict.

import { createColors } from 'picocolors';
import {
  countVerdicts,
  describeAccepted,
  describeCounts,
  describeIntended,
  isUnexpected,
} from '../../analysis/tally.ts';
import type { Case } from '../../model/case.ts';
import type { FailedCheck } from '../../model/failed-checks.ts';
import { inert, shorten } from '../../model/inert.ts';
import type { RanImplementation, Run, Verdict } from '../../model/run.ts';
import { levels } from '../../model/vocabulary.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { compareCheck } from '../parts/compare-check.ts';
import { blocksOf } from '../parts/question-blocks.ts';
import { renderEntry } from '../parts/render-entry.ts';
import { rerunCommand } from '../parts/rerun-command.ts';

export interface PrettyOptions {
  readonly colour: boolean;
  /** The `--spec` of the run, for rerun commands. */
  readonly spec?: string | undefined;
  /** Finds where a failing resolution left the steps of the reference; without it, reports do not say so. */
  readonly departureOf?: DepartureOf | undefined;
}

/** In words, for a failed check; undefined if it is not known. */
export type DepartureOf = (item: Case, check: FailedCheck, edition: string) => string | undefined;

export function renderPretty(run: Run, catalog: Catalog, options: PrettyOptions): string {
  const paint = createColors(options.colour);
  const blocks = run.header.implementations.flatMap((implementation) => {
    const verdicts = run.verdicts.filter((verdict) => verdict.implementation === implementation.spec);
    const failing = verdicts.filter(isUnexpected);
    return [
      ...failing.map((verdict) => renderFailure(verdict, implementation, catalog, options, paint)),
      renderSummary(implementation, verdicts, paint),
      ...renderComplaints(run, implementation, paint),
    ];
  });
  const warning = run.footer.complete
    ? []
    : [paint.red('This run was interrupted: the verdicts are not complete.')];
  return `${[...blocks, ...warning].join('\n\n')}\n`;
}

type Paint = ReturnType<typeof createColors>;

function renderSummary(
  implementation: RanImplementation,
  verdicts: readonly Verdict[],
  paint: Paint,
): string {
  const { name, version, edition } = implementation;
  const title = `${inert([name, version].filter(Boolean).join(' '))}, judged by ${edition}`;
  const perLevel = levels.flatMap((level) => {
    const counts = countVerdicts(verdicts.filter((verdict) => verdict.level === level));
    return counts.total === 0 ? [] : [`  ${level.padEnd(8)} ${describeCounts(counts)}`];
  });
  const reasons = countBy(
    verdicts.filter(({ verdict }) => verdict === 'skip').map(({ reason }) => reason ?? 'no reason'),
  );
  const skips = reasons.map(([reason, count]) => paint.dim(`  skipped ${count}: ${inert(reason)}`));
  const accepted = verdicts.flatMap((verdict) =>
    verdict.accepted
      ? [paint.dim(`  accepted ${verdict.case}, ${inert(describeAccepted(verdict.accepted))}`)]
      : [],
  );
  const counts = countVerdicts(verdicts);
  const colour = verdicts.some(isUnexpected) ? paint.red : paint.green;
  const summary = colour(`${paint.bold(title)}: ${describeCounts(counts)}`);
  return [summary, ...perLevel, ...skips, ...accepted].join('\n');
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
      ].join('\n'),
    );
}

function countBy(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

function renderFailure(
  verdict: Verdict,
  implementation: RanImplementation,
  catalog: Catalog,
  options: PrettyOptions,
  paint: Paint,
): string {
  const item = catalog.cases.find(({ id }) => id === verdict.case);
  const rule = catalog.rules.get(verdict.rule);
  return [
    `${paint.red(verdict.verdict.padEnd(7))} ${paint.bold(verdict.case)}  ${item?.title ?? ''}`,
    `  ${rule?.requirement ?? ''} ${rule?.text.replaceAll('\n', '\n  ') ?? ''} ${paint.dim(`(${verdict.rule})`)}`,
    ...(item?.tree ?? []).flatMap(renderEntry).map((line) => paint.dim(`    ${line}`)),
    ...(verdict.reason === undefined ? [] : [`  ${inert(shorten(verdict.reason, 2000))}`]),
    ...(verdict.intended ? [`  intended: ${inert(describeIntended(verdict.intended))}`] : []),
    ...blocksOf(verdict).flatMap(({ heading, check }) => [
      check ? `  ${heading}` : paint.dim(`  ${heading}`),
      ...(check ? renderCheck(item, check, implementation, options, paint) : []),
    ]),
    ...renderStderr(verdict.stderr).map((line) => paint.dim(line)),
    `  ${paint.cyan(rerunCommand(implementation, verdict.case, options.spec))}`,
  ].join('\n');
}

function renderCheck(
  item: Case | undefined,
  check: FailedCheck,
  implementation: RanImplementation,
  options: PrettyOptions,
  paint: Paint,
): string[] {
  return [
    ...compareCheck(check).map(({ sign, text }) => `    ${paintLine(paint, sign)(`${sign} ${text}`)}`),
    ...renderDeparture(item, check, implementation, options),
  ];
}

function renderDeparture(
  item: Case | undefined,
  check: FailedCheck,
  { edition }: RanImplementation,
  { departureOf }: PrettyOptions,
): string[] {
  const departure = item && departureOf?.(item, check, edition);
  return departure === undefined ? [] : [`    ${inert(departure)}`];
}

function paintLine(paint: Paint, sign: string): (text: string) => string {
  if (sign === ' ') return (text) => text;
  return sign === '-' ? paint.green : paint.red;
}

function renderStderr(stderr: string | undefined): string[] {
  if (!stderr?.trim()) return [];
  const lines = inert(shorten(stderr.trim(), 1500)).split('\n').slice(0, 8);
  return ['  stderr:', ...lines.map((line) => `    ${line}`)];
}
