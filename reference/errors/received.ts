// How errors show a value that they refuse.

import { inspect } from 'node:util';
import { fill, type Telling } from './texts.ts';

/** A value as `util.inspect` shows it, cut after a number of characters. */
export function inspected({ texts }: Telling, value: unknown, limit = Number.POSITIVE_INFINITY): string {
  const text = inspect(value)
    .replaceAll('\\x00', texts.nulInValue)
    .replaceAll('[Function (anonymous)]', texts.anonymousFunction);
  return text.length > limit ? `${text.slice(0, limit)}...` : text;
}

/** A value that has the wrong type. */
export function received(teller: Telling, value: unknown): string {
  const { texts } = teller;
  if (texts.receivedValue !== '') return fill(texts.receivedValue, { type: typeof value });
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'function' && value.name) return `function ${value.name}`;
  if (typeof value === 'function') return fill(texts.receivedFunction, { value: inspected(teller, value) });
  if (typeof value !== 'object') return `type ${typeof value} (${shortened(inspect(value))})`;
  const name: unknown = value.constructor?.name;
  return name ? `an instance of ${name}` : inspect(value, { depth: -1 });
}

function shortened(text: string): string {
  return text.length > 28 ? `${text.slice(0, 25)}...` : text;
}
