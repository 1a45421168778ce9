// The bundled reference loader in the shape of an adapter module. Every case gets a loader of its own.

import { createLoader, runProgram } from '../../reference/index.ts';

interface Context {
  readonly edition: string;
}

/** Nothing but a loader is in its process. */
export const bare = true;

export function resolve(specifier: string, referrer: string, { edition }: Context): string {
  return createLoader({ edition, environment: process.env }).resolve(specifier, referrer);
}

export function run(entry: string, { edition }: Context): void {
  runProgram(entry, { edition, environment: process.env });
}
