// What a run says as a whole.

import { isUnexpected } from '../analysis/tally.ts';
import type { Run } from '../model/run.ts';

/** `broken`: modspec or an adapter failed, which says nothing about a loader. `incomplete`: the run was interrupted. */
export type Conclusion = 'as expected' | 'not as expected' | 'broken' | 'incomplete';

/**
 * Whether a run is as expected: no failure is left that its baseline does not accept, and the baseline fits exactly. An
 * implementation that skips every case has shown nothing, so it is not as expected.
 */
export function conclusionOf(run: Run): Conclusion {
  const { complete, stopped } = run.footer;
  if (!complete && !stopped) return 'incomplete';
  if (run.verdicts.some(({ verdict }) => verdict === 'error')) return 'broken';
  if (run.header.implementations.some(({ spec }) => isNeverJudged(spec, run))) return 'not as expected';
  const complaints = run.baseline?.complaints ?? [];
  return complaints.length > 0 || run.verdicts.some(isUnexpected) ? 'not as expected' : 'as expected';
}

function isNeverJudged(spec: string, { verdicts }: Run): boolean {
  const own = verdicts.filter(({ implementation }) => implementation === spec);
  return own.length > 0 && own.every(({ verdict }) => verdict === 'skip');
}
