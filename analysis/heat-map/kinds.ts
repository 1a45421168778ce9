// The order of the kinds of implementations: from those that are whole runtimes to those that do a part of the work.

const known = ['reference', 'runtime', 'engine', 'loader hook', 'loader', 'resolver', 'bundler', 'server'];

/** Each kind once: the known ones in a fixed order, then the others as they come. */
export function kindsInOrder(kinds: readonly string[]): string[] {
  return [...new Set(kinds)].sort((a, b) => placeOfKind(a) - placeOfKind(b));
}

/** Unknown kinds come last. */
export function placeOfKind(kind: string): number {
  const place = known.indexOf(kind);
  return place < 0 ? known.length : place;
}
