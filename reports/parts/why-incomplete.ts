// Why the verdicts of a run are not complete.

import { countOf } from '../../model/count-of.ts';
import type { Run } from '../../model/run.ts';

/** One sentence; undefined for a complete run. */
export function whyIncomplete({ complete, stopped }: Run['footer']): string | undefined {
  if (complete) return undefined;
  if (!stopped) return 'This run was interrupted: the verdicts are not complete.';
  const failures = countOf(stopped.failures, 'failure');
  const rest = stopped.notAsked === 1 ? '1 case was not asked' : `${stopped.notAsked} cases were not asked`;
  return `This run stopped early, after ${failures} (--bail): ${rest}.`;
}
