// From the text after `--impl` to an adapter. What most runs don't need is not loaded.

import type { Adapter } from './adapter.ts';
import type { Fetching } from './fetch-package.ts';

/**
 * The adapter that a `--impl` value names; may fetch a package.
 * @throws {UsageError} when it names nothing.
 */
export async function findAdapter(spec: string, fetching: Fetching = {}): Promise<Adapter> {
  if (spec === 'reference') return (await import('./reference-adapter.ts')).referenceAdapter();
  const real = await (await import('./node-adapter.ts')).nodeAdapter(spec, fetching);
  return real ?? (await import('./other-adapter.ts')).otherAdapter(spec, fetching);
}
