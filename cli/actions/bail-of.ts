// `--bail [N]`: when a run stops early. What counts as a failure is what decides the exit code.

import { isUnexpected } from '../../analysis/tally.ts';
import { Bail } from '../../harness/run/bail.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';

export interface BailOptions {
  readonly bail?: number;
  readonly baseline?: string;
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

/** Undefined if every case is asked. */
export async function bailOf({ bail, baseline }: BailOptions, catalog: Catalog): Promise<Bail | undefined> {
  if (bail === undefined) return undefined;
  if (baseline === undefined) return new Bail(bail, isUnexpected);
  const { readAccepted } = await import('./hold-baseline.ts');
  const accepts = readAccepted(baseline, catalog);
  return new Bail(
    bail,
    (verdict, implementation) => isUnexpected(verdict) && !accepts(verdict, implementation),
  );
}
