// The adapters for values of `--impl`.

import type { Adapter } from '../harness/adapters/adapter.ts';
import type { Fetching } from '../harness/adapters/fetch-package.ts';
import { findAdapter } from '../harness/adapters/find-adapter.ts';
import { UsageError } from '../model/usage-error.ts';

/** The adapters of these values, in this order; may fetch packages. */
export async function findAdapters(specs: readonly string[], fetching: Fetching): Promise<Adapter[]> {
  const adapters: Adapter[] = [];
  for (const spec of specs) adapters.push(await findAdapter(spec, fetching));
  return adapters;
}

/** How settings let packages be fetched. */
export function fetchingOf({
  offline = false,
  signal,
  onFetch,
}: {
  readonly offline?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onFetch?: ((wanted: string) => void) | undefined;
}): Fetching {
  return { offline, ...(signal ? { signal } : {}), ...(onFetch ? { onFetch } : {}) };
}

/** @throws {UsageError} if none is named, or one twice. */
export function checkImplementations(specs: readonly string[]): void {
  if (specs.length === 0)
    throw new UsageError(
      "expected at least one --impl, or a project file that names one; found neither; 'modspec init' writes one",
    );
  const repeated = specs.find((spec, index) => specs.indexOf(spec) !== index);
  if (repeated !== undefined)
    throw new UsageError(`--impl ${repeated} is given twice; name each implementation once`);
}
