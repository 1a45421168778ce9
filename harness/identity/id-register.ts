// What became of ids that are no longer in use: retired with a reason, or renamed. Ids are permanent, because reports,
// baselines and other people's suites hold them.

import type { FormerId } from './read-id-register.ts';

/** Its name in a folder of pages. */
export const idRegisterName = 'ids.yaml';

/** By the former id. */
export type IdRegister = ReadonlyMap<string, FormerId>;

/** The id that one is known by today; undefined when it was retired, itself when it was never registered. */
export function presentId(register: IdRegister, id: string): string | undefined {
  const entry = register.get(id);
  if (!entry) return id;
  return 'renamed' in entry ? presentId(register, entry.renamed) : undefined;
}

/** The entry that retired an id, or what it was renamed to; undefined when none did. */
export function retirementOf(
  register: IdRegister,
  id: string,
): Extract<FormerId, { retired: string }> | undefined {
  const entry = register.get(id);
  if (!entry) return undefined;
  return 'renamed' in entry ? retirementOf(register, entry.renamed) : entry;
}
