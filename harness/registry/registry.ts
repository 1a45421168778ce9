// The implementations that modspec can drive by name.

import { nearestName } from '../../model/input/did-you-mean.ts';
import { bundlers } from './entries/bundlers.ts';
import { engines } from './entries/engines.ts';
import type { RegistryEntry } from './entries/entry.ts';
import { loaderHooks } from './entries/loader-hooks.ts';
import { loaders } from './entries/loaders.ts';
import { observingHooks } from './entries/observing-hooks.ts';
import { resolvers } from './entries/resolvers.ts';
import { runtimes } from './entries/runtimes.ts';
import { withVariants } from './entries/with-variants.ts';

/** Every bundled adapter, by kind. */
export const registry: readonly RegistryEntry[] = [
  ...runtimes,
  ...loaderHooks,
  ...observingHooks,
  ...loaders,
  ...resolvers,
  ...bundlers,
].flatMap(withVariants);

/** The entry with this name or alias, or undefined. */
export function findEntry(name: string): RegistryEntry | undefined {
  return registry.find((entry) => entry.name === name || entry.aliases?.includes(name));
}

/** The known name that is most similar to a wrong one, if there is one. */
export function suggestName(wrong: string): string | undefined {
  const names = registry.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  return nearestName(wrong, ['reference', 'node', 'deployd', ...engines.map(({ name }) => name), ...names]);
}
