// An entry and its variants, as entries of their own that share its package, its versions and its driver.

import type { Driving, EntryWithVariants, RegistryEntry, Variant } from './entry.ts';

export function withVariants({ variants = [], ...entry }: EntryWithVariants): RegistryEntry[] {
  return [entry, ...variants.map((variant) => asEntry(entry, variant))];
}

function asEntry({ aliases = [], ...entry }: RegistryEntry, { suffix, ...changes }: Variant): RegistryEntry {
  return {
    ...entry,
    driving: drivenAs(suffix, entry.driving),
    ...changes,
    name: `${entry.name}+${suffix}`,
    aliases: aliases.map((alias) => `${alias}+${suffix}`),
  };
}

function drivenAs(suffix: string, driving: Driving): Driving {
  return driving.kind === 'module' ? { ...driving, variant: suffix } : driving;
}
