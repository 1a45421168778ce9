// The known name that the user probably meant by a wrong one.

import { distance } from 'fastest-levenshtein';

/** The known name that is most similar to a wrong one; undefined if none is similar. */
export function nearestName(wrong: string, known: Iterable<string>): string | undefined {
  const written = wrong.toLowerCase();
  let nearest: { readonly name: string; readonly steps: number } | undefined;
  for (const name of known) {
    const steps = distance(written, name.toLowerCase());
    if (nearest === undefined || steps < nearest.steps) nearest = { name, steps };
  }
  // In a short name, two letters are most of it.
  const most = wrong.length <= 3 ? 1 : Math.max(2, Math.floor(wrong.length / 3));
  return nearest && nearest.steps <= most && nearest.steps < wrong.length ? nearest.name : undefined;
}

/** `did you mean X? ` for a message that goes on; empty if no known name is similar. */
export function didYouMean(wrong: string, known: Iterable<string>): string {
  const nearest = nearestName(wrong, known);
  return nearest === undefined ? '' : `did you mean '${nearest}'? `;
}
