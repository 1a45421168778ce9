// Why a pattern of a map lost: it matches nothing that was asked for, or another key says more.

export interface Rival {
  readonly key: string;
  readonly why: string;
}

/** The patterns of a map that match a name which is itself a key. */
export function rivalsOfKey(name: string, map: unknown): Rival[] {
  return Object.keys(Object(map))
    .filter((key) => matches(key, name))
    .map((key) => ({ key, why: 'matches too, but the name itself is a key' }));
}

/** The patterns that come after the one that won. */
export function lostPatterns(name: string, winner: string, patterns: readonly string[]): Rival[] {
  return patterns
    .slice(patterns.indexOf(winner) + 1)
    .map((key) => ({ key, why: whyLost(name, winner, key) }));
}

function whyLost(name: string, winner: string, key: string): string {
  if (!matches(key, name)) return 'does not match';
  const isVaguer = key.indexOf('*') < winner.indexOf('*');
  return `matches too, but ${isVaguer ? 'has less text before its star' : 'is shorter'}`;
}

function matches(pattern: string, name: string): boolean {
  const [base = '', trailer, ...more] = pattern.split('*');
  if (trailer === undefined || more.length > 0) return false;
  return name.startsWith(base) && name.endsWith(trailer) && name.length >= pattern.length;
}
