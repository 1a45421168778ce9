// Variants of a suspect with a shorter specifier.

import type { Suspect } from '../../model/open-question.ts';

/** Every suspect whose specifier lacks one segment or one character, segments first. */
export function* simplerSpecifiers({ tree, asked }: Suspect): Generator<Suspect> {
  if (asked.kind !== 'resolve') return;
  const { specifier } = asked;
  const parts = [/(?<=.)\/[^/]*/gsu, /^[^/]*\//gsu, /<tree>|./gsu].flatMap((part) => [
    ...specifier.matchAll(part),
  ]);
  for (const { index, 0: part } of parts) {
    const shorter = specifier.slice(0, index) + specifier.slice(index + part.length);
    yield { tree, asked: { ...asked, specifier: shorter } };
  }
}
