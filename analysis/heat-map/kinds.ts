// The kinds of implementations, and their order: from those that are whole runtimes to those that do a part of the work.

import type { RanImplementation } from '../../model/run.ts';

const known = ['reference', 'runtime', 'engine', 'loader hook', 'loader', 'resolver', 'bundler', 'server'];

/** Runs of before 0.2 have no kind for the reference and Node. Undefined if it is not known. */
export function kindOf({ kind, spec }: Pick<RanImplementation, 'kind' | 'spec'>): string | undefined {
  if (kind !== undefined) return kind;
  if (spec === 'reference') return 'reference';
  return /^node(?:[@:]|$)/.test(spec) ? 'runtime' : undefined;
}

/** Each kind once: the known ones in a fixed order, then the others as they come. */
export function kindsInOrder(kinds: readonly string[]): string[] {
  return [...new Set(kinds)].sort((a, b) => placeOfKind(a) - placeOfKind(b));
}

/** Unknown kinds come last. */
export function placeOfKind(kind: string): number {
  const place = known.indexOf(kind);
  return place < 0 ? known.length : place;
}
