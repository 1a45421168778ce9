// The editions, and what each of them does.

import { type Behaviours, flags } from '../behaviours/behaviours.ts';
import { readColumns } from '../behaviours/flags.ts';
import { type Line, lines } from '../behaviours/lines.ts';

/** The line that an edition does as wherever it has no column of its own. */
const doesAs: ReadonlyMap<string, Line> = new Map<string, Line>([
  // The text, and Node 4 wherever the text is silent.
  ['locked', '4'],
  ...lines.map((line): [string, Line] => [`node-${line}`, line]),
  // Any line would do: nothing is expected here but what they do alike.
  ['node-all', lines[lines.length - 1] ?? '0.10'],
]);

/** The line whose core modules an edition has; the text leaves it to the host which there are. */
export function lineOf(edition: string): Line | undefined {
  return edition === 'locked' ? undefined : doesAs.get(edition);
}

/** The ids of the editions that the reference knows; lines in release order. */
export const referenceEditions: readonly string[] = [...doesAs.keys()];

const known = new Map<string, Behaviours>();

/**
 * What an edition decides.
 * @throws {RangeError} when there is no such edition; the message names those there are.
 */
export function behavioursOf(edition: string): Behaviours {
  const found = known.get(edition) ?? readColumns(flags, columnsOf(edition));
  known.set(edition, found);
  return found;
}

/** The columns that an edition reads, first its own, then those of its line and of the lines before, newest first. */
export function columnsOf(edition: string): string[] {
  const line = doesAs.get(edition);
  if (line === undefined) {
    throw new RangeError(`there is no edition '${edition}'; known are ${referenceEditions.join(', ')}`);
  }
  const reached = lines.slice(0, lines.indexOf(line) + 1).reverse();
  return [...new Set([edition, ...reached.map((name) => `node-${name}`)])];
}

/** Whether an edition has `import`, which came with the maps of packages. */
export function hasImport(edition: string): boolean {
  return behavioursOf(edition).packageMaps !== 'are ignored';
}
