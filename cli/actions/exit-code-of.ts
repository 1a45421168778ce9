// The exit code that a run gives to the command that made or merged it.

import { isUnexpected } from '../../analysis/tally.ts';
import type { Run } from '../../model/run.ts';
import { exitCodes } from './exit-codes.ts';
import { interruptedExitCode } from './guard-exit.ts';

export function exitCodeOf(run: Run): number {
  const { complete, stopped } = run.footer;
  if (!complete && !stopped) return interruptedExitCode();
  if (run.verdicts.some(({ verdict }) => verdict === 'error')) return exitCodes.broken;
  if (run.header.implementations.some(({ spec }) => isNeverJudged(spec, run))) return exitCodes.notAsExpected;
  const complaints = run.baseline?.complaints ?? [];
  if (complaints.length > 0 || run.verdicts.some(isUnexpected)) return exitCodes.notAsExpected;
  return exitCodes.asExpected;
}

/** A loader that skips every case has shown nothing. */
function isNeverJudged(spec: string, { verdicts }: Run): boolean {
  const own = verdicts.filter(({ implementation }) => implementation === spec);
  return own.length > 0 && own.every(({ verdict }) => verdict === 'skip');
}
