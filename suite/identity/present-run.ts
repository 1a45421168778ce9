// Updates the ids of an older run.

import type { Run } from '../../model/run.ts';
import { type IdRegister, presentId } from './id-register.ts';

/** The run with the present ids. A retired case keeps its id. */
export function withPresentIds(run: Run, register: IdRegister): Run {
  if (register.size === 0) return run;
  const verdicts = run.verdicts.map((verdict) => ({
    ...verdict,
    case: presentId(register, verdict.case) ?? verdict.case,
  }));
  return { ...run, verdicts };
}
