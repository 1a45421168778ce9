// Finds the adapter of an implementation that is neither the reference nor a Node.

import type { Adapter } from './adapter.ts';
import { deploydAdapter } from './deployd-adapter.ts';
import { engineAdapter } from './engine-adapter.ts';
import { execAdapter } from './exec-adapter.ts';
import type { Fetching } from './fetch-package.ts';
import { manifestAdapter } from './manifest-adapter.ts';
import { moduleAdapter } from './module-adapter.ts';
import { registryAdapter } from './registry-adapter.ts';
import { serveAdapter } from './serve-adapter.ts';
import { stdioAdapter } from './stdio-adapter.ts';

/** @throws {UsageError} if the value of `--impl` names no implementation. */
export async function otherAdapter(spec: string, fetching: Fetching): Promise<Adapter> {
  const real = await deploydAdapter(spec, fetching);
  const named = real ?? engineAdapter(spec) ?? (await registryAdapter(spec, fetching));
  const command = named ?? execAdapter(spec) ?? stdioAdapter(spec) ?? serveAdapter(spec);
  return command ?? manifestAdapter(spec) ?? moduleAdapter(spec);
}
