// Parsing JSON as an edition does.

import type { Behaviours } from '../behaviours/behaviours.ts';
import { jsonParser } from '../host/json-parser.ts';

/** The value of a JSON text. Throws a SyntaxError as `JSON.parse` does. */
export function parseJson(text: string, behaviours: Behaviours): unknown {
  if (behaviours.protoInJson === 'is a key' || !text.includes('__proto__'))
    return jsonParser(behaviours)(text);
  return jsonParser(behaviours)(text, (_key, value: unknown) => adoptPrototype(value));
}

/** Turns a key `__proto__` into the prototype. */
function adoptPrototype(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '__proto__')) return value;
  const prototype: unknown = Object.getOwnPropertyDescriptor(value, '__proto__')?.value;
  Reflect.deleteProperty(value, '__proto__');
  if (typeof prototype === 'object') Object.setPrototypeOf(value, prototype);
  return value;
}
