// The errors about hooks that `module.registerHooks` has been given.

import { type LoaderError, nodeError } from './node-error.ts';
import { inspected, received } from './received.ts';
import { fill, type Telling } from './texts.ts';

/** What `module.registerHooks` throws for a hook that is not a function. */
export function invalidHook(teller: Telling, name: string, hook: unknown): LoaderError {
  const message = fill(teller.texts.invalidHook, { name, value: received(teller, hook) });
  return nodeError(teller, new TypeError(message), 'ERR_INVALID_ARG_TYPE');
}

/** A property that a hook must return, and what it must be. */
const hookResults = {
  shortCircuit: 'true',
  url: 'a URL string',
  format: 'a string',
  importAttributes: 'an object',
  source: 'a string, an ArrayBuffer, or a TypedArray',
} as const;

/** What `require` throws for a property that a hook must return. */
export function invalidHookResult(
  teller: Telling,
  hook: 'resolve' | 'load',
  name: keyof typeof hookResults,
  value: unknown,
): LoaderError {
  const values = { hook, name, wanted: hookResults[name], value: received(teller, value) };
  const message = fill(teller.texts.invalidHookResult, values);
  return nodeError(teller, new TypeError(message), 'ERR_INVALID_RETURN_PROPERTY_VALUE');
}

/** What a hook throws that goes on with conditions which are not an array. */
export function invalidConditions(teller: Telling, conditions: unknown): LoaderError {
  const message = fill(teller.texts.invalidConditions, { value: inspected(teller, conditions, 128) });
  return nodeError(teller, new TypeError(message), 'ERR_INVALID_ARG_VALUE');
}

/** What the loader throws for a format that it can't read, and which a hook goes on with. */
export function unknownFormat(teller: Telling, format: string, url: string): LoaderError {
  const message = fill(teller.texts.unknownFormat, { format, url });
  return nodeError(teller, new RangeError(message), 'ERR_UNKNOWN_MODULE_FORMAT');
}
