// `--bail [N]` beside other options.

import { UsageError } from '../../model/usage-error.ts';

export interface BailOptions {
  readonly bail?: number;
  readonly updateBaseline: boolean;
  readonly proveIsolation: boolean;
  readonly proveHonesty: boolean;
}

/** @throws {UsageError} if the run needs the verdicts of all cases. */
export function checkBail({ bail, ...options }: BailOptions): void {
  if (bail === undefined) return;
  const needy = [
    ...(options.updateBaseline ? ['--update-baseline'] : []),
    ...(options.proveIsolation ? ['--prove-isolation'] : []),
    ...(options.proveHonesty ? ['--prove-honesty'] : []),
  ];
  if (needy.length > 0)
    throw new UsageError(
      `--bail: expected a run that may stop early; found ${needy[0]}, which needs all cases`,
    );
}
