// Finds where failing verdicts left the steps of the reference. Its modules are imported only if something failed.

import type { DepartureOf } from '../../reports/pretty.ts';
import { isUnexpected } from '../../reports/tally.ts';
import type { Catalog } from '../cases/catalog.ts';
import type { Run } from '../model/run.ts';

/** Undefined if nothing failed. */
export async function departureOf({ verdicts }: Run, catalog: Catalog): Promise<DepartureOf | undefined> {
  if (!verdicts.some(isUnexpected)) return undefined;
  const { describeDeparture } = await import('../../reports/trace/describe-departure.ts');
  const { stepRules, stepsTaken } = await import('../../reports/trace/step-rules.ts');
  const ruleOf = stepRules(catalog);
  const isTaken = stepsTaken(catalog);
  return (item, check, edition) => describeDeparture(item, check, edition, ruleOf, isTaken);
}
