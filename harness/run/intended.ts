// Finds verdicts that an implementation documents as intended differences.

import picomatch from 'picomatch';
import type { Case } from '../../model/case.ts';
import type { Verdict } from '../../model/run.ts';
import type { IntendedDifference } from '../registry/entries/entry.ts';

/** The documented difference that explains why this case is not as expected; undefined for any other verdict. */
export function intendedIn(
  item: Case,
  verdict: Verdict['verdict'],
  differences: readonly IntendedDifference[] = [],
): Pick<Verdict, 'intended'> {
  if (verdict === 'pass' || verdict === 'skip' || verdict === 'error') return {};
  const found = differences.find(({ concerns }) => {
    const concerned = picomatch([...concerns]);
    return concerned(item.id) || concerned(item.rule);
  });
  return found ? { intended: { about: found.about, link: found.link } } : {};
}
