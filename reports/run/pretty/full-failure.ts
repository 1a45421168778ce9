// A failure in full: the tree, every question, what stderr holds, and the command that asks again.

import { describeIntended } from '../../../analysis/tally.ts';
import type { Case } from '../../../model/case.ts';
import type { FailedCheck } from '../../../model/failed-checks.ts';
import { inert, shorten } from '../../../model/inert.ts';
import type { RanImplementation, Verdict } from '../../../model/run.ts';
import { type ComparedLine, compareCheck } from '../../parts/compare-check.ts';
import { blocksOf } from '../../parts/question-blocks.ts';
import { renderEntry } from '../../parts/render-entry.ts';
import { rerunCommand } from '../../parts/rerun-command.ts';
import type { Paint, PrettyOptions } from './pretty-options.ts';

export function fullFailure(
  verdict: Verdict,
  item: Case | undefined,
  implementation: RanImplementation,
  options: PrettyOptions,
  paint: Paint,
): string[] {
  return [
    ...(item?.tree ?? []).flatMap(renderEntry).map((line) => paint.dim(`  ${line}`)),
    ...(verdict.reason === undefined ? [] : [inert(shorten(verdict.reason, 2000))]),
    ...(verdict.intended ? [`intended: ${inert(describeIntended(verdict.intended))}`] : []),
    ...blocksOf(verdict).flatMap(({ heading, check }) =>
      check ? [heading, ...renderCheck(item, check, implementation, options, paint)] : [paint.dim(heading)],
    ),
    ...renderStderr(verdict.stderr).map((line) => paint.dim(line)),
    paint.cyan(rerunCommand(implementation, verdict.case, options.spec)),
  ];
}

function renderCheck(
  item: Case | undefined,
  check: FailedCheck,
  { edition }: RanImplementation,
  { steps }: PrettyOptions,
  paint: Paint,
): string[] {
  const departure = item && steps?.departureOf(item, check, edition);
  return [
    ...compareCheck(check).map((line) => `  ${renderLine(line, paint)}`),
    ...(departure === undefined ? [] : [`  ${inert(departure.text)}`]),
  ];
}

/** A line of a comparison, with its sign. */
export function renderLine({ sign, text }: ComparedLine, paint: Paint): string {
  const line = `${sign} ${text}`;
  if (sign === ' ') return line;
  return sign === '-' ? paint.green(line) : paint.red(line);
}

function renderStderr(stderr: string | undefined): string[] {
  if (!stderr?.trim()) return [];
  const lines = inert(shorten(stderr.trim(), 1500)).split('\n').slice(0, 8);
  return ['stderr:', ...lines.map((line) => `  ${line}`)];
}
