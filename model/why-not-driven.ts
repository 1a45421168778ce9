// Why an implementation could not be asked anything, although its host started.

import type { Verdict } from './run.ts';

/** The error of the adapter with which every case ended that was not skipped; undefined if there is not one for all. */
export function whyNotDriven(verdicts: readonly Verdict[]): string | undefined {
  const asked = verdicts.filter(({ verdict }) => verdict !== 'skip');
  const reason = asked[0]?.reason;
  return asked.every((one) => one.verdict === 'error' && one.reason === reason) ? reason : undefined;
}
