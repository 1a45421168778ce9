// What `modspec fuzz` says of a cause, and of all.

import type { Fuzzed } from '../../analysis/fuzz/fuzz.ts';
import type { Cause } from '../../analysis/fuzz/look-into.ts';
import { countOf } from '../../model/count-of.ts';
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
    `${id}: ${countOf(count, 'difference')}${more}, shrunk to ${countOf(page.shrunk.suspect.tree.length, 'file')}`,
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
      `known: ${cause.explained?.id}: ${countOf(cause.count + cause.alike, 'difference')}: ${oneLine(cause.explained?.reason ?? '')}\n`,
  );
  return [
    ...met,
    `${inert(impl)} against ${inert(against)} in ${edition}: ${countOf(questions, 'question')} about ${countOf(trees, 'tree')} in ${seconds.toFixed(1)} s (${rate} a second)\n`,
    `${countOf(doubts, 'difference')}: ${countOf(causes.length - explained.length, 'cause')}, ${explained.length} known, ${unconfirmed} not confirmed alone${left === 0 ? '' : `, ${left} not looked into`}\n`,
  ].join('');
}

function oneLine(text: string): string {
  return inert(shorten(text.trim().replace(/\s*\n\s*/g, ' ⏎ '), 300));
}
