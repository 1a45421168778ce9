// What a run suggests to its reader beside the verdicts, each in one line.

import { fittingEdition } from '../../analysis/fitting-edition.ts';
import type { RanImplementation, Verdict } from '../../model/run.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';

/** @param verdicts of this implementation */
export function adviceOn(
  verdicts: readonly Verdict[],
  implementation: RanImplementation,
  { cases }: Catalog,
): string[] {
  const fit = fittingEdition(verdicts, implementation, new Map(cases.map((item) => [item.id, item])));
  if (fit === undefined) return [];
  const { edition, explained, failures } = fit;
  const which =
    explained < failures
      ? `${explained} of ${failures} failures are answers`
      : failures === 1
        ? 'the failure is an answer'
        : `all ${failures} failures are answers`;
  return [`${which} of ${edition}; try --edition ${edition}`];
}
