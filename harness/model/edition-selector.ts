// The small language in which a page names editions: `locked`, `node`, `node 4`, `node 4–8`, `deployd 1+`, and commas.

import { editions, type Family, releasedEditions } from './editions.ts';

/**
 * The ids of the editions that a selector such as `locked, node 0.10–0.12, node 10+` names, in release order.
 * @throws {RangeError} with a message for the author when the selector names no known edition or one twice.
 */
export function parseEditionSelector(selector: string): string[] {
  const named = selector.split(',').flatMap((term) => parseTerm(term.trim()));
  const repeated = named.find((id, index) => named.indexOf(id) !== index);
  if (repeated !== undefined) throw new RangeError(`edition selector '${selector}' names ${repeated} twice`);
  return editions.map((edition) => edition.id).filter((id) => named.includes(id));
}

/** Whether a heading or info string is meant as an edition selector at all. */
export function looksLikeEditionSelector(text: string): boolean {
  return /^(locked|node|deployd)\b/.test(text.trim());
}

function parseTerm(term: string): string[] {
  if (editions.some((edition) => edition.id === term)) return [term];
  const match =
    /^(?<family>node|deployd)(?: (?<first>[\d.]+)(?:(?<open>\+)|\s*[-–]\s*(?<last>[\d.]+))?)?$/.exec(term);
  if (!match?.groups) throw new RangeError(explain(term));
  const { family, first, open, last } = match.groups;
  const lines = linesOf(family as Family);
  if (first === undefined) return lines;
  const from = indexOfLine(lines, `${family}-${first}`, term);
  const to = open ? lines.length - 1 : indexOfLine(lines, `${family}-${last ?? first}`, term);
  if (to < from) throw new RangeError(`edition range '${term}' runs backwards`);
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
  return `'${term}' names no edition; write ${text}, ${family}, ${family} N, ${family} N–M or ${family} N+, with lines of ${lines}`;
}

/** The shortest selector for these editions; the inverse of {@link parseEditionSelector}. */
export function formatEditions(ids: readonly string[]): string {
  return (['node', 'deployd'] as const).flatMap((family) => formatFamily(family, ids)).join(', ');
}

function formatFamily(family: Family, ids: readonly string[]): string[] {
  const lines = linesOf(family);
  const texts = editions.filter((edition) => edition.family === family && edition.line === undefined);
  const terms = texts.map(({ id }) => id).filter((id) => ids.includes(id));
  for (let start = 0; start < lines.length; start++) {
    if (!ids.includes(lines[start] ?? '')) continue;
    let end = start;
    while (ids.includes(lines[end + 1] ?? '')) end++;
    terms.push(formatRange(family, lines, start, end));
    start = end;
  }
  return terms;
}

function formatRange(family: Family, lines: readonly string[], start: number, end: number): string {
  const first = lines[start]?.replace(`${family}-`, '');
  const last = lines[end]?.replace(`${family}-`, '');
  if (start === 0 && end === lines.length - 1) return family;
  if (end === lines.length - 1) return `${family} ${first}+`;
  return start === end ? `${family} ${first}` : `${family} ${first}–${last}`;
}
