// The notation in which a page names editions: `locked`, `node`, `node 4`, `node 4–8`, `deployd 1+`, and commas.

import { editions, type Family, releasedEditions } from './editions.ts';

/**
 * The ids of the editions that a selector such as `locked, node 0.10–0.12, node 10+` names, in release order.
 * @throws {RangeError} with a message for the author if the selector names an unknown edition, or an edition twice.
 */
export function parseEditionSelector(selector: string): string[] {
  const named = selector.split(',').flatMap((term) => parseTerm(term.trim()));
  const repeated = named.find((id, index) => named.indexOf(id) !== index);
  if (repeated !== undefined) throw new RangeError(`edition selector '${selector}' names ${repeated} twice`);
  return editions.map((edition) => edition.id).filter((id) => named.includes(id));
}

/** Whether a heading or info string looks like an edition selector. */
export function looksLikeEditionSelector(text: string): boolean {
  return /^(locked|node|deployd)\b/.test(text.trim());
}

function parseTerm(term: string): string[] {
  if (editions.some((edition) => edition.id === term && edition.kind !== 'common')) return [term];
  const match =
    /^(?<family>node|deployd)(?: (?<first>[\d.]+)(?:(?<open>\+)|\s*[-–]\s*(?<last>[\d.]+))?)?$/.exec(term);
  if (!match?.groups) throw new RangeError(explain(term));
  const { family, first, open, last } = match.groups;
  const lines = linesOf(family as Family);
  if (first === undefined) return lines;
  const from = indexOfLine(lines, `${family}-${first}`, term);
  const to = open ? lines.length - 1 : indexOfLine(lines, `${family}-${last ?? first}`, term);
  if (to < from) throw new RangeError(`expected the older line first in '${term}'`);
  return lines.slice(from, to + 1);
}

function indexOfLine(lines: readonly string[], id: string, term: string): number {
  const index = lines.indexOf(id);
  if (index < 0) throw new RangeError(explain(term));
  return index;
}

function linesOf(family: Family): string[] {
  return releasedEditions(family).map(({ id }) => id);
}

function explain(term: string): string {
  const family = term.startsWith('deployd') ? 'deployd' : 'node';
  const lines = releasedEditions(family)
    .map(({ line }) => line)
    .join(' ');
  const text = family === 'node' ? 'locked' : 'deployd-locked';
  return `unknown edition '${term}'; expected ${text}, ${family}, ${family} N, ${family} N–M or ${family} N+, where N and M are of ${lines}`;
}

/**
 * One term of a selector: a text, or lines of a family that follow one another. A range without `first` begins with the
 * oldest line, one without `last` goes on with every line to come.
 */
export type EditionTerm =
  | { readonly kind: 'text'; readonly id: string }
  | { readonly kind: 'lines'; readonly family: Family; readonly first?: string; readonly last?: string };

/** The fewest terms for these editions. The edition of what all lines do has no term, because it follows from the lines. */
export function editionTerms(ids: readonly string[]): EditionTerm[] {
  return (['node', 'deployd'] as const).flatMap((family) => [
    ...textTerms(family, ids),
    ...lineTerms(family, ids),
  ]);
}

function textTerms(family: Family, ids: readonly string[]): EditionTerm[] {
  return editions
    .filter((edition) => edition.family === family && edition.kind === 'text' && ids.includes(edition.id))
    .map(({ id }) => ({ kind: 'text', id }));
}

function lineTerms(family: Family, ids: readonly string[]): EditionTerm[] {
  const lines = releasedEditions(family);
  const isNamed = (at: number) => ids.includes(lines[at]?.id ?? '');
  const starts = [...lines.keys()].filter((at) => isNamed(at) && !isNamed(at - 1));
  return starts.map((start) => {
    let end = start;
    while (isNamed(end + 1)) end++;
    const first = start === 0 ? undefined : lines[start]?.line;
    const last = end === lines.length - 1 ? undefined : lines[end]?.line;
    return { kind: 'lines', family, ...(first && { first }), ...(last && { last }) };
  });
}

/** The shortest selector for these editions; the inverse of {@link parseEditionSelector}. */
export function formatEditions(ids: readonly string[]): string {
  return editionTerms(ids).map(formatTerm).join(', ');
}

function formatTerm(term: EditionTerm): string {
  if (term.kind === 'text') return term.id;
  const { family, last } = term;
  const first = term.first ?? (last === undefined ? undefined : releasedEditions(family)[0]?.line);
  if (first === undefined) return family;
  if (last === undefined) return `${family} ${first}+`;
  return first === last ? `${family} ${first}` : `${family} ${first}–${last}`;
}
