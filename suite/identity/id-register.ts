// The register of ids that are no longer in use: renamed, or retired with a reason. Ids are permanent, because reports,
// baselines and other suites contain them.

/** The name of its file in a folder of pages. */
export const idRegisterName = 'ids.yaml';

/** An id that must not be used again, with its place in the register. */
export type FormerId = { readonly id: string; readonly file: string; readonly line: number } & (
  | { readonly renamed: string }
  | { readonly retired: string }
);

/** By the former id. */
export type IdRegister = ReadonlyMap<string, FormerId>;

/** The present id of a former id; undefined if it was retired; the same id if it is not in the register. */
export function presentId(register: IdRegister, id: string): string | undefined {
  const entry = register.get(id);
  if (!entry) return id;
  return 'renamed' in entry ? presentId(register, entry.renamed) : undefined;
}

/** The entry that retired an id, or the id that it was renamed to; undefined if there is none. */
export function retirementOf(
  register: IdRegister,
  id: string,
): Extract<FormerId, { retired: string }> | undefined {
  const entry = register.get(id);
  if (!entry) return undefined;
  return 'renamed' in entry ? retirementOf(register, entry.renamed) : entry;
}
