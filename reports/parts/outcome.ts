// A verdict for readers of test results, who do not know baselines.

import { isUnexpected } from '../../analysis/tally.ts';
import type { Verdict } from '../../model/run.ts';

/** `accepted`: a failure that the baseline accepts. `broken`: not a fault of the implementation. */
export type Outcome = 'passed' | 'failed' | 'broken' | 'skipped' | 'accepted';

export function outcomeOf(verdict: Verdict): Outcome {
  if (verdict.verdict === 'pass') return 'passed';
  if (verdict.verdict === 'skip') return 'skipped';
  if (!isUnexpected(verdict)) return 'accepted';
  return verdict.verdict === 'error' ? 'broken' : 'failed';
}
