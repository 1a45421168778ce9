// What `modspec fuzz` says of a cause, and of all.

import type { Fuzzed } from '../../analysis/fuzz/fuzz.ts';
import type { Cause } from '../../analysis/fuzz/look-into.ts';
import { inert, shorten } from '../../model/inert.ts';

interface Names {
  readonly impl: string;
  readonly against: string;
}

/** The answers, the number of differences, and what reproduces the first of them. */
export function renderCause({ id, page, count, alike }: Cause, { impl, against }: Names): string {
  const { expected, observed } = page.shrunk.difference;
  const more = alike === 0 ? '' : `, and ${alike} that look like them`;
  return [
    `${id}: ${count} difference${count === 1 ? '' : 's'}${more}, shrunk to ${page.shrunk.suspect.tree.length} files`,
    `  ${against}: ${oneLine(expected)}`,
    `  ${impl}: ${oneLine(observed)}`,
    ...(page.flaw === undefined ? [] : [`  its page does not show the difference: ${oneLine(page.flaw)}`]),
    '',
  ].join('\n');
}

/** The known differences that occurred, and the figures in one line. */
export function renderFuzzed(fuzzed: Fuzzed, { impl, against }: Names): string {
  const { causes, doubts, unconfirmed, left, questions, trees, seconds, edition } = fuzzed;
  const explained = causes.filter((cause) => cause.explained);
  const rate = Math.round(questions / Math.max(seconds, 0.001));
  const met = explained.map(
    (cause) =>
      `known: ${cause.explained?.id}: ${cause.count + cause.alike} differences: ${oneLine(cause.explained?.reason ?? '')}\n`,
  );
  return [
    ...met,
    `${inert(impl)} against ${inert(against)} in ${edition}: ${questions} questions about ${trees} trees in ${seconds.toFixed(1)} s (${rate} a second)\n`,
    `${doubts} differences: ${causes.length - explained.length} causes, ${explained.length} known, ${unconfirmed} not confirmed alone${left === 0 ? '' : `, ${left} not looked into`}\n`,
  ].join('');
}

function oneLine(text: string): string {
  return inert(shorten(text.trim().replace(/\s*\n\s*/g, ' ⏎ '), 300));
}
