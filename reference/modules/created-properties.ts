// Gives an object that the loader creates its first properties.

import type { Behaviours } from '../behaviours/behaviours.ts';

/** Adds these properties in their order; unlike `Object.assign`, an inherited setter is called only where the line does. */
export function create<T extends object, P extends object>(
  { createdProperty }: Behaviours,
  object: T,
  properties: P,
): T & P {
  if (createdProperty === 'is assigned') return Object.assign(object, properties);
  return Object.defineProperties(object, Object.getOwnPropertyDescriptors(properties)) as T & P;
}
