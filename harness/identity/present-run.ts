// A run that was made when some cases had other ids.

import type { Run } from '../model/run.ts';
import { type IdRegister, presentId } from './id-register.ts';

/** The run with the ids of today. A case that was retired keeps its own: only the run knows of it. */
export function withPresentIds(run: Run, register: IdRegister): Run {
  if (register.size === 0) return run;
  const verdicts = run.verdicts.map((verdict) => ({
    ...verdict,
    case: presentId(register, verdict.case) ?? verdict.case,
  }));
  return { ...run, verdicts };
}
