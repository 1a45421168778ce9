// Summarizes a run of one implementation for the comparison.

import type { Case } from '../../model/case.ts';
import type { Run, Verdict } from '../../model/run.ts';
import { levels } from '../../model/vocabulary.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { createNullFloor, type NullFloor } from '../null-floor/null-floor.ts';
import { countVerdicts } from '../tally.ts';
import type { Row, Score } from './comparison.ts';

/** @param run a whole run of a single implementation. @param catalog the cases of the run */
export function summarizeRun({ header, verdicts, footer }: Run, catalog: Catalog): Row['outcome'] {
  const [ran] = header.implementations;
  if (!ran || !footer.complete) return { kind: 'broke', reason: 'the run was interrupted' };
  const cases = new Map(catalog.cases.map((item) => [item.id, item]));
  const floor = createNullFloor();
  const scores = levels.flatMap((level) => {
    const score = scoreOf(
      verdicts.filter((verdict) => verdict.level === level),
      ran.edition,
      cases,
      floor,
    );
    return score.asked === 0 ? [] : [[level, score] as const];
  });
  const { skip, error, intended } = countVerdicts(verdicts);
  return {
    kind: 'compared',
    ...(ran.version === undefined ? {} : { version: ran.version }),
    edition: ran.edition,
    levels: Object.fromEntries(scores),
    intended,
    skipped: skip,
    broken: error,
  };
}

function scoreOf(
  verdicts: readonly Verdict[],
  edition: string,
  cases: ReadonlyMap<string, Case>,
  floor: NullFloor,
): Score {
  const judged = verdicts.filter(({ verdict }) => verdict !== 'skip' && verdict !== 'error');
  const asked = judged.flatMap((verdict) => cases.get(verdict.case) ?? []);
  return {
    pass: countVerdicts(judged).pass,
    asked: judged.length,
    floor: floor.best(asked, edition).pass,
  };
}
