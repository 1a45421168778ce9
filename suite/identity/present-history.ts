// A history that was made before ids of cases were renamed.

import type { History } from '../../model/history.ts';
import { type IdRegister, presentId } from './id-register.ts';

/** The same history with the present ids of its cases. */
export function withPresentCases(history: History, register: IdRegister): History {
  const present = (id: string) => presentId(register, id) ?? id;
  return {
    ...history,
    cases: Object.fromEntries(Object.entries(history.cases).map(([id, ranges]) => [present(id), ranges])),
    regressions: history.regressions.map((one) => ({ ...one, case: present(one.case) })),
  };
}
