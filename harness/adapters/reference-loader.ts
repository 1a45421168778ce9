// The bundled reference loader as an adapter module. Every case gets its own loader.

import { createLoader, runProgram } from '../../reference/index.ts';

interface Context {
  readonly edition: string;
}

/** Its process contains nothing but a loader. */
export const bare = true;

export function resolve(specifier: string, referrer: string, { edition }: Context): string {
  return createLoader({ edition, environment: process.env }).resolve(specifier, referrer);
}

export function run(entry: string, { edition }: Context): void {
  runProgram(entry, { edition, environment: process.env });
}
