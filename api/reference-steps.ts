// What the report for a terminal says of the steps of the reference. The modules are imported only if something failed.

import { isUnexpected } from '../analysis/tally.ts';
import type { Run } from '../model/run.ts';
import { observationKey } from '../model/same-observation.ts';
import type { ReferenceSteps } from '../reports/run/pretty/pretty-options.ts';
import type { Catalog } from '../suite/cases/catalog.ts';

type Departure = ReturnType<ReferenceSteps['departureOf']>;

/** Undefined if nothing failed. */
export async function referenceSteps(
  { verdicts }: Run,
  catalog: Catalog,
): Promise<ReferenceSteps | undefined> {
  if (!verdicts.some(isUnexpected)) return undefined;
  const { describeDeparture } = await import('../analysis/trace/describe-departure.ts');
  const { stepRules, stepsTaken, stepWords } = await import('../analysis/trace/step-rules.ts');
  const ruleOf = stepRules(catalog);
  const isTaken = stepsTaken(catalog);
  const known = new Map<string, Departure>();
  return {
    departureOf: (item, check, edition) => {
      const key = JSON.stringify([item.id, check.index, edition, observationKey(check.observed)]);
      if (!known.has(key)) known.set(key, describeDeparture(item, check, edition, ruleOf, isTaken));
      return known.get(key);
    },
    wordsOf: stepWords(catalog),
  };
}
