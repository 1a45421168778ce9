// Finds the adapter for a value of `--impl`. Modules that most runs do not need are imported only on demand.

import type { Adapter } from './adapter.ts';
import type { Fetching } from './fetch-package.ts';

/**
 * The adapter that a `--impl` value names; may fetch a package.
 * @throws {UsageError} if it names no implementation.
 */
export async function findAdapter(spec: string, fetching: Fetching = {}): Promise<Adapter> {
  if (spec === 'reference') return (await import('./reference-adapter.ts')).referenceAdapter();
  const real = await (await import('./node-adapter.ts')).nodeAdapter(spec, fetching);
  return real ?? (await import('./other-adapter.ts')).otherAdapter(spec, fetching);
}
