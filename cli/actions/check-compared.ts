// What commands that compare two loaders refuse.

import { checkEdition } from '../../api/check-edition.ts';
import { UsageError } from '../../model/usage-error.ts';

export interface Compared {
  readonly impl: string;
  readonly against: string;
  readonly edition?: string;
}

/** @throws {UsageError} if the two can't be compared, or the edition is unknown. */
export function checkCompared({ against, impl, edition }: Compared): void {
  if (!/^(?:reference|node(?:[@:].*)?)$/.test(against))
    throw new UsageError(`--against ${against}: expected 'reference', 'node' or 'node@VERSION'`);
  if (against === impl)
    throw new UsageError(`--impl ${impl} and --against are the same; name two different loaders`);
  checkEdition(edition);
}
