// `--baseline FILE` and `--update-baseline`.

import type { BaselineFile } from '../../harness/baseline/baseline-file.ts';
import { UsageError } from '../../model/usage-error.ts';

export interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline: boolean;
}

/** Undefined if no baseline is named. @throws {UsageError} if there is nothing to update. */
export function baselineOf({ baseline, updateBaseline }: BaselineOptions): BaselineFile | undefined {
  if (baseline !== undefined) return { file: baseline, update: updateBaseline };
  if (updateBaseline) throw new UsageError('--update-baseline: expected --baseline FILE too; found none');
  return undefined;
}
