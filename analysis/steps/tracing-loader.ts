// The reference in the shape of an adapter module, for one purpose: to learn which steps a program takes. They are the
// last thing that it prints, behind a NUL, as a JSON array of labels.

import { createLoader, type Platform } from '../../reference/index.ts';

interface Context {
  readonly edition: string;
  readonly platform: Platform;
}

export function run(entry: string, { edition, platform }: Context): void {
  const taken = new Set<string>();
  try {
    createLoader({ edition, platform, trace: ({ step }) => taken.add(step) }).runMain(entry);
  } catch {
    // A program that fails has taken its steps all the same.
  }
  process.stdout.write(`\0${JSON.stringify([...taken])}`);
}
