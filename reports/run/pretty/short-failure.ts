// A failure in few lines: the first question that failed, what was expected and what was observed.

import { describeIntended } from '../../../analysis/tally.ts';
import { describeExpected, describeObservation } from '../../../model/describe.ts';
import { type FailedCheck, failedChecks } from '../../../model/failed-checks.ts';
import { inert, shorten } from '../../../model/inert.ts';
import type { Verdict } from '../../../model/run.ts';
import { compareCheck } from '../../parts/compare-check.ts';
import { renderLine } from './full-failure.ts';
import type { Paint } from './pretty-options.ts';

export function shortFailure(verdict: Verdict, paint: Paint): string[] {
  const [first, ...others] = failedChecks(verdict);
  return [
    ...(verdict.reason === undefined ? [] : [oneLine(verdict.reason, 300)]),
    ...(verdict.intended ? [`intended: ${oneLine(describeIntended(verdict.intended), 300)}`] : []),
    ...(first === undefined ? firstOfStderr(verdict, paint) : []),
    ...(first ? renderFirst(first, paint) : []),
    ...(others.length > 0 ? [paint.dim(describeOthers(others.length))] : []),
  ];
}

/** For a loader that did not answer: the first line that it wrote there. */
function firstOfStderr({ stderr = '' }: Verdict, paint: Paint): string[] {
  const [line = ''] = stderr.trim().split('\n');
  return line === '' ? [] : [paint.dim(`stderr: ${oneLine(line, longestLine)}`)];
}

function describeOthers(count: number): string {
  return count === 1
    ? 'one more answer in this case is wrong'
    : `${count} more answers in this case are wrong`;
}

/** How many lines of a comparison are shown, and how many characters of each. */
const mostLines = 6;
const longestLine = 160;

function renderFirst(check: FailedCheck, paint: Paint): string[] {
  const label = oneLine(check.label, longestLine);
  const [expected, observed] = [describeExpected(check.expected), describeObservation(check.observed)];
  if (isShort(expected) && isShort(observed))
    return [`${label}: expected ${paint.green(inert(expected))}, observed ${paint.red(inert(observed))}`];
  const changed = compareCheck(check).filter(({ sign }) => sign !== ' ');
  const left = changed.length - mostLines;
  return [
    label,
    ...changed
      .slice(0, mostLines)
      .map(({ sign, text }) => renderLine({ sign, text: shorten(text, longestLine) }, paint)),
    ...(left > 0 ? [paint.dim(left === 1 ? '1 more line' : `${left} more lines`)] : []),
  ];
}

/** Whether a text fits into a line beside another. */
function isShort(text: string): boolean {
  return text.length <= 80 && !text.includes('\n');
}

/** The text as one harmless line. */
function oneLine(text: string, limit: number): string {
  return inert(shorten(text.trim(), limit)).replace(/\s+/g, ' ');
}
