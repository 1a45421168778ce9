// How errors with a code look: those that Node's own JavaScript throws show the code in their name or in their text, by line.

import { AssertionError } from 'node:assert';
import { fill, type Telling } from './texts.ts';

/** An error with the properties that Node adds to some of its own. */
export interface LoaderError extends Error {
  code?: string;
  path?: string;
  /** What the specifier of `import` led to, where that is not a file. */
  url?: string;
  requestPath?: string;
  requireStack?: string[];
}

/** An error with a code that is a property like others. */
export function withCode(error: LoaderError, code: string): LoaderError {
  error.code = code;
  return error;
}

/** An error of a class that Node has for each code. */
export function nodeError({ texts }: Telling, error: Error, code: string): LoaderError {
  const name = fill(texts.nodeErrorName, { name: error.name, code });
  const isNamed = name !== error.name;
  define(error, 'name', `${error.name} [${code}]`);
  // The stack is made anew, and the host writes it when it is first read: it begins with the name that the error has then.
  Error.captureStackTrace(error, nodeError);
  void error.stack;
  if (isNamed) {
    define(error, 'code', code);
    return error;
  }
  Reflect.deleteProperty(error, 'name');
  define(error, 'toString', () => `${error.name} [${code}]: ${error.message}`);
  return withCode(error, code);
}

function define(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, { value, configurable: true, writable: true, enumerable: false });
}

/** An error of the core module `assert`, of which `actual` is not true; without a message, Node makes one. */
export function assertionError(
  { texts }: Telling,
  hasCode: boolean,
  actual: unknown,
  message?: string,
): LoaderError {
  const generatedMessage = message === undefined;
  const error = new Error(message ?? fill(texts.failedAssertion, { actual: String(actual) }));
  const code = 'ERR_ASSERTION';
  const name = fill(texts.assertionName, { code });
  const values = {
    generatedMessage,
    name,
    code,
    actual,
    expected: true,
    operator: '==',
    message: error.message,
  };
  Object.setPrototypeOf(error, AssertionError.prototype);
  define(error, 'toString', Error.prototype.toString);
  if (texts.assertionProperties.includes('message')) Reflect.deleteProperty(error, 'message');
  const keys = texts.assertionProperties.flatMap((key): (keyof typeof values)[] =>
    key === 'name' && hasCode ? ['name', 'code'] : [key],
  );
  return Object.assign(error, Object.fromEntries(keys.map((key) => [key, values[key]])));
}
