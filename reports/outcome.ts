// What a verdict is to readers of test results, who know no baselines.

import type { Verdict } from '../harness/model/run.ts';
import { isUnexpected } from './tally.ts';

/** `accepted`: not as specified, which a baseline knows. `broken`: no fault of the implementation. */
export type Outcome = 'passed' | 'failed' | 'broken' | 'skipped' | 'accepted';

export function outcomeOf(verdict: Verdict): Outcome {
  if (verdict.verdict === 'pass') return 'passed';
  if (verdict.verdict === 'skip') return 'skipped';
  if (!isUnexpected(verdict)) return 'accepted';
  return verdict.verdict === 'error' ? 'broken' : 'failed';
}
