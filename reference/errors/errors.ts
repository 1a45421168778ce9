// The errors that a loader throws, with the codes and the shape of the messages that Node gives them.

import { AssertionError } from 'node:assert';
import { inspect } from 'node:util';
import type { Behaviours } from '../behaviours/behaviours.ts';

/** An error with the properties that Node adds to some of its own. */
export interface LoaderError extends Error {
  code?: string;
  path?: string;
  requestPath?: string;
  requireStack?: string[];
}

/** No file for the specifier. `requireStack` is the chain of referrers, nearest first. */
export function moduleNotFound(
  behaviours: Behaviours,
  specifier: string,
  requireStack: readonly string[],
): LoaderError {
  const tellsStack = behaviours.requireStack === 'is in the error' && requireStack.length > 0;
  const stack = tellsStack ? `\nRequire stack:\n- ${requireStack.join('\n- ')}` : '';
  const error: LoaderError = new Error(`Cannot find module '${specifier}'${stack}`);
  error.code = 'MODULE_NOT_FOUND';
  if (behaviours.requireStack === 'is in the error') error.requireStack = [...requireStack];
  return error;
}

/** The main of a package names nothing and there is no index. */
export function brokenMain(main: string, packageJson: string, specifier: string): LoaderError {
  const advice = 'Please verify that the package.json has a valid "main" entry';
  const error: LoaderError = new Error(`Cannot find module '${main}'. ${advice}`);
  error.code = 'MODULE_NOT_FOUND';
  error.path = packageJson;
  error.requestPath = specifier;
  return error;
}

/** The main of a package is not a string. */
export function nonStringMain(behaviours: Behaviours, main: unknown): LoaderError {
  if (behaviours.nonStringMain === 'throws TypeError') return new TypeError('Path must be a string');
  return invalidArgumentType('path', main);
}

/** `package.json` can't be read as JSON: the parser's own error, with the path added. */
export function unparsablePackageJson(path: string, cause: unknown): LoaderError {
  const error: LoaderError = cause instanceof Error ? cause : new Error(String(cause));
  error.message = `Error parsing ${path}: ${error.message}`;
  error.path = path;
  return error;
}

export function invalidPackageConfig(path: string): LoaderError {
  return withCode(new Error(`Invalid package config ${path}.`), 'ERR_INVALID_PACKAGE_CONFIG');
}

/** `package.json` is there and can't be read. */
export function unreadablePackageJson(path: string): LoaderError {
  return withCode(new Error(`Cannot read package config ${path}.`), 'ERR_INVALID_PACKAGE_CONFIG');
}

export function unknownBuiltin(specifier: string): LoaderError {
  return withCode(new Error(`No such built-in module: ${specifier}`), 'ERR_UNKNOWN_BUILTIN_MODULE');
}

/** What `require` throws for something that is not a specifier; undefined when it is one. */
export function invalidSpecifier(behaviours: Behaviours, id: unknown): LoaderError | undefined {
  if (typeof id === 'string' && id !== '') return undefined;
  if (behaviours.notStringSpecifier === 'throws ERR_INVALID_ARG_TYPE') {
    return typeof id === 'string' ? emptyArgument('id') : invalidArgumentType('id', id);
  }
  const message = id ? 'path must be a string' : 'missing path';
  const error: LoaderError = new AssertionError({ message, actual: id, expected: true, operator: '==' });
  if (behaviours.notStringSpecifier === 'throws AssertionError') delete error.code;
  return error;
}

/** What `module.load` throws when the module is loaded. */
export function loadedAlready(behaviours: Behaviours): LoaderError {
  if (behaviours.loadingAgain === 'throws ERR_INTERNAL_ASSERTION')
    return withCode(new Error(internalAssertion), 'ERR_INTERNAL_ASSERTION');
  const error: LoaderError = new AssertionError({ actual: false, expected: true, operator: '==' });
  if (behaviours.loadingAgain === 'throws AssertionError') delete error.code;
  return error;
}

const internalAssertion =
  'This is caused by either a bug in Node.js or incorrect usage of Node.js internals.\n' +
  'Please open an issue with this stack trace at https://github.com/nodejs/node/issues\n';

/** What `require.resolve` throws, before it asks `Module`, for something that is not a string; undefined when it is one. */
export function invalidRequest(behaviours: Behaviours, request: unknown): LoaderError | undefined {
  const isChecked = behaviours.notStringSpecifier === 'throws ERR_INVALID_ARG_TYPE';
  return typeof request === 'string' || !isChecked ? undefined : invalidArgumentType('request', request);
}

/** What `Module._resolveFilename` and `Module._resolveLookupPaths` throw for something that is not a string. */
export function requestWithoutMethods(): TypeError {
  return new TypeError('request.substring is not a function');
}

/** What `require.resolve` throws for `paths` that is not an array; undefined where that does not matter. */
export function invalidPathsOption(behaviours: Behaviours, paths: unknown): LoaderError | undefined {
  if (behaviours.invalidPathsOption === 'is ignored') return undefined;
  const message = `The property 'options.paths' is invalid. Received ${inspect(paths)}`;
  return withCode(new TypeError(message), codeOf(behaviours.invalidPathsOption));
}

/** A path with a NUL in it, of which the part before is a file. */
export function nulAfterFile(thrown: Thrown, path: string): LoaderError {
  const message = `The path must be a string without null bytes. Received ${inspect(path)}`;
  return withCode(thrown === 'throws ENOENT' ? new Error(message) : new TypeError(message), codeOf(thrown));
}

/** What `createRequire` throws for something that names no file. */
export function invalidFilename(filename: unknown): LoaderError {
  const wanted = 'must be a file URL object, file URL string, or absolute path string';
  const message = `The argument 'filename' ${wanted}. Received ${inspect(filename)}`;
  return withCode(new TypeError(message), 'ERR_INVALID_ARG_VALUE');
}

function invalidArgumentType(name: string, value: unknown): LoaderError {
  const message = `The "${name}" argument must be of type string. Received ${describe(value)}`;
  return withCode(new TypeError(message), 'ERR_INVALID_ARG_TYPE');
}

function emptyArgument(name: string): LoaderError {
  const message = `The argument '${name}' must be a non-empty string. Received ''`;
  return withCode(new TypeError(message), 'ERR_INVALID_ARG_VALUE');
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') return `an instance of ${value.constructor?.name ?? 'Object'}`;
  return `type ${typeof value} (${inspect(value)})`;
}

/** What a behaviour says of an error, such as `throws ENOENT`. */
type Thrown = `throws ${string}`;

function codeOf(thrown: Thrown): string {
  return thrown.slice('throws '.length);
}

export function withCode(error: LoaderError, code: string): LoaderError {
  error.code = code;
  return error;
}
