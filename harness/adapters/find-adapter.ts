// From the text after `--impl` to an adapter.

import type { Adapter } from './adapter.ts';
import { deploydAdapter } from './deployd-adapter.ts';
import { engineAdapter } from './engine-adapter.ts';
import { execAdapter } from './exec-adapter.ts';
import type { Fetching } from './fetch-package.ts';
import { manifestAdapter } from './manifest-adapter.ts';
import { moduleAdapter } from './module-adapter.ts';
import { nodeAdapter } from './node-adapter.ts';
import { referenceAdapter } from './reference-adapter.ts';
import { registryAdapter } from './registry/registry-adapter.ts';
import { serveAdapter } from './serve-adapter.ts';
import { stdioAdapter } from './stdio-adapter.ts';

/**
 * The adapter that a `--impl` value names; may fetch a package.
 * @throws {UsageError} when it names nothing.
 */
export async function findAdapter(spec: string, fetching: Fetching = {}): Promise<Adapter> {
  if (spec === 'reference') return referenceAdapter();
  const real = (await nodeAdapter(spec, fetching)) ?? (await deploydAdapter(spec, fetching));
  const named = real ?? engineAdapter(spec) ?? (await registryAdapter(spec, fetching));
  const command = named ?? execAdapter(spec) ?? stdioAdapter(spec) ?? serveAdapter(spec);
  return command ?? manifestAdapter(spec) ?? moduleAdapter(spec);
}
