// The operation PACKAGE_NAME of spec/01-algorithm/2-package-algorithm.md: the name of a package at the beginning of a specifier.

import type { Traced } from '../context/trace.ts';
import { checkAbout, noteAbout } from '../context/trace.ts';

/** PACKAGE_NAME: the name of a package with which X begins. */
export function packageName(context: Traced, x: string): string | undefined {
  const [first = '', second] = x.split('/');
  // PACKAGE_NAME 1: Let NAME be the first segment of X.
  let name = first;
  noteAbout(context, 'PACKAGE_NAME 1', 'done', name);
  const isScoped = /^@./s.test(first) && isPlain(first) && second !== undefined && isPlain(second);
  // PACKAGE_NAME 2: If NAME begins with `@`, is longer than that, and is plain, and the second segment of X
  //   is plain, let NAME be the first two segments of X with the slash between them.
  if (checkAbout(context, 'PACKAGE_NAME 2', isScoped, x)) name = `${first}/${second}`;
  // PACKAGE_NAME 3: If the first segment of X is not plain, return nothing.
  if (checkAbout(context, 'PACKAGE_NAME 3', !isPlain(first), x)) return undefined;
  const hasLineEnd = /[\n\r\u2028\u2029]/.test(x.slice(name.length));
  // PACKAGE_NAME 4: If what follows NAME in X contains a line feed, a carriage return, U+2028 or U+2029,
  //   return nothing.
  if (checkAbout(context, 'PACKAGE_NAME 4', hasLineEnd, x)) return undefined;
  // PACKAGE_NAME 5: Return NAME.
  noteAbout(context, 'PACKAGE_NAME 5', 'done', name);
  return name;
}

function isPlain(segment: string): boolean {
  return /^[^.\\%][^\\%]*$/.test(segment);
}
