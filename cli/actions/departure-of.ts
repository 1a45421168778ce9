// Finds where failing verdicts left the steps of the reference. Its modules are imported only if something failed.

import { isUnexpected } from '../../analysis/tally.ts';
import type { Run } from '../../model/run.ts';
import type { DepartureOf } from '../../reports/run/pretty.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';

/** Undefined if nothing failed. */
export async function departureOf({ verdicts }: Run, catalog: Catalog): Promise<DepartureOf | undefined> {
  if (!verdicts.some(isUnexpected)) return undefined;
  const { describeDeparture } = await import('../../analysis/trace/describe-departure.ts');
  const { stepRules, stepsTaken } = await import('../../analysis/trace/step-rules.ts');
  const ruleOf = stepRules(catalog);
  const isTaken = stepsTaken(catalog);
  return (item, check, edition) => describeDeparture(item, check, edition, ruleOf, isTaken);
}
