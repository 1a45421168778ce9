// The values of options that are more than text.

import { InvalidArgumentError } from 'commander';

/** An option that may be given again and again. */
export function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

export function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Expected a whole number above 0.');
}
