// One question to many editions, and their answers folded.

import { createLoader, type LoaderError, referenceEditions } from '../../reference/index.ts';
import { type MemoryEntry, memoryFileSystem } from './memory-file-system.ts';

type Files = Record<string, MemoryEntry>;

/**
 * Asks every edition for a specifier from `p/main.js` and folds neighbours with the same answer:
 * `first edition: answer`. The text stands apart.
 */
export function ask(files: Files, specifier: string, environment: Record<string, string> = {}): string[] {
  const answers = referenceEditions.map((edition) => answer(edition, files, specifier, environment));
  return referenceEditions
    .map((edition, index) => `${edition.replace('node-', '')}: ${answers[index]}`)
    .filter((_, index) => index <= 1 || answers[index] !== answers[index - 1]);
}

/** As `ask`, of the editions that know the maps of packages. */
export function askModern(files: Files, specifier: string): string[] {
  const modern = referenceEditions.slice(referenceEditions.indexOf('node-12'));
  const answers = modern.map((edition) => answer(edition, files, specifier, {}));
  return modern
    .map((edition, index) => `${edition.replace('node-', '')}: ${answers[index]}`)
    .filter((_, index) => answers[index] !== answers[index - 1]);
}

function answer(
  edition: string,
  files: Files,
  specifier: string,
  environment: Record<string, string>,
): string {
  const loader = createLoader({
    edition,
    files: memoryFileSystem(files),
    environment,
    nodePrefix: '/prefix',
  });
  try {
    return loader.resolve(specifier, '/t/p/main.js').replace('/t/', '');
  } catch (error) {
    return (error as LoaderError).code ?? (error as Error).name;
  }
}
