// New words for old ones: letters that mean nothing, in the same order and with the same capitals.

import type { Random } from '../../model/random.ts';
import { isReserved } from './reserved-words.ts';

/**
 * A new word for each of these; words that differ only in capitals get new words that do.
 * @param taken words in lower case that none of the new ones may be
 */
export function freshWords(
  words: readonly string[],
  taken: ReadonlySet<string>,
  random: Random,
): ReadonlyMap<string, string> {
  const old = [...new Set(words.map((word) => word.toLowerCase()))].sort();
  const made = new Set<string>();
  const lengths = old.map((word) => (word.length > longest ? word.length : undefined));
  for (const length of lengths) made.add(makeUp(random, new Set([...taken, ...made]), length));
  const inOrder = [...made].sort();
  const fresh = new Map(old.map((word, index) => [word, inOrder[index] ?? word]));
  return new Map(words.map((word) => [word, withCapitals(fresh.get(word.toLowerCase()) ?? word, word)]));
}

/** Words above this length keep it, because it may be what the case is about. */
const longest = 12;

export function makeUp(
  random: Random,
  taken: ReadonlySet<string>,
  length = 5 + Math.floor(random() * 4),
): string {
  for (;;) {
    const made = Array.from({ length }, (_, at) =>
      pick(at % 2 === 0 ? 'bdfghjklmnprstvz' : 'aeiou', random),
    ).join('');
    if (!taken.has(made) && !isReserved(made)) return made;
  }
}

function pick(letters: string, random: Random): string {
  return letters.charAt(Math.floor(random() * letters.length));
}

function withCapitals(fresh: string, old: string): string {
  if (old === old.toLowerCase()) return fresh;
  const rest = fresh.slice(1);
  return fresh.charAt(0).toUpperCase() + (/[a-z]/.test(old) || old.length === 1 ? rest : rest.toUpperCase());
}
