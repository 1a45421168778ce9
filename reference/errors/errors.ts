// The errors that a loader throws, with the codes and the texts that Node gives them.

import { format } from 'node:util';
import type { Behaviours } from '../behaviours/behaviours.ts';
import { assertionError, type LoaderError, nodeError, withCode } from './node-error.ts';
import { inspected, received } from './received.ts';
import { fill, type Telling } from './texts.ts';

/** What errors need to know of the edition. */
export interface Teller extends Telling {
  readonly behaviours: Behaviours;
}

/** No file for the specifier. `requireStack` is the chain of referrers, nearest first. */
export function moduleNotFound(
  { behaviours, texts }: Teller,
  specifier: string,
  requireStack: readonly string[],
): LoaderError {
  const tellsStack = behaviours.requireStack === 'is in the error' && requireStack.length > 0;
  const stack = tellsStack ? fill(texts.requireStack, { files: requireStack.join('\n- ') }) : '';
  const error: LoaderError = new Error(fill(texts.moduleNotFound, { specifier, stack }));
  error.code = 'MODULE_NOT_FOUND';
  if (behaviours.requireStack === 'is in the error') error.requireStack = [...requireStack];
  return error;
}

/** The main of a package names nothing and there is no index. */
export function brokenMain(
  { texts }: Telling,
  main: string,
  packageJson: string,
  specifier: string,
): LoaderError {
  const error = withCode(new Error(fill(texts.brokenMain, { main })), 'MODULE_NOT_FOUND');
  error.path = packageJson;
  error.requestPath = specifier;
  return error;
}

/**
 * What a function of `path` throws for something that is not a string, such as a main of a package or a folder.
 * @param argument its name in that function; by default that of `path.resolve`
 */
export function notAPath(
  teller: Teller,
  value: unknown,
  argument: string = teller.texts.pathArgument,
): LoaderError {
  const { behaviours, texts } = teller;
  if (behaviours.nonStringMain !== 'throws TypeError') return invalidType(teller, argument, value);
  return new TypeError(fill(texts.notAPath, { value: inspected(teller, value) }));
}

/** What `createRequireFromPath` throws for something that is not a string, where it does not fail by itself. */
export function notAPathToRequireFrom(teller: Teller, path: unknown): LoaderError | undefined {
  const { nonStringPath } = teller.behaviours;
  if (typeof path === 'string' || nonStringPath === 'throws TypeError') return undefined;
  const isNothing = path === undefined || path === null;
  if (isNothing && nonStringPath !== 'throws ERR_INVALID_ARG_TYPE') return undefined;
  return invalidType(teller, 'path', path);
}

/** `package.json` can't be read as JSON: the parser's own error, with the path added. */
export function unparsablePackageJson({ texts }: Telling, file: string, cause: unknown): LoaderError {
  const error: LoaderError = cause instanceof Error ? cause : new Error(String(cause));
  error.message = fill(texts.unparsablePackageJson, { file, reason: error.message });
  error.path = file;
  return error;
}

/** `package.json` is the JSON text of null. */
export function nullPackageJson({ texts }: Telling, file: string): LoaderError {
  const error: LoaderError = new TypeError(fill(texts.nullPackageJson, { file }));
  if (error.message.includes(file)) error.path = file;
  return error;
}

export function unknownBuiltin(teller: Telling, specifier: string): LoaderError {
  const message = fill(teller.texts.unknownBuiltin, { specifier });
  return nodeError(teller, new Error(message), 'ERR_UNKNOWN_BUILTIN_MODULE');
}

/** What `require` throws for something that is not a specifier; undefined when it is one. */
export function notASpecifier(teller: Teller, id: unknown): LoaderError | undefined {
  if (typeof id === 'string' && id !== '') return undefined;
  const { behaviours, texts } = teller;
  if (behaviours.notStringSpecifier === 'throws ERR_INVALID_ARG_TYPE') {
    return typeof id === 'string'
      ? invalidValue(teller, 'id', texts.emptyString, id)
      : invalidType(teller, 'id', id);
  }
  const hasCode = behaviours.notStringSpecifier === 'throws ERR_ASSERTION';
  if (id === '') return assertionError(teller, hasCode, id, texts.emptyPath);
  return assertionError(teller, hasCode, id, id ? texts.pathNotString : texts.falsyPath);
}

/** What `module.load` throws when the module is loaded. */
export function loadedAlready(teller: Teller): LoaderError {
  const { loadingAgain } = teller.behaviours;
  if (loadingAgain !== 'throws ERR_INTERNAL_ASSERTION')
    return assertionError(teller, loadingAgain === 'throws ERR_ASSERTION', false);
  return nodeError(teller, new Error(teller.texts.internalAssertion), 'ERR_INTERNAL_ASSERTION');
}

/** What `require.resolve` throws, before it asks `Module`, for something that is not a string; undefined when it is one. */
export function invalidRequest(teller: Teller, request: unknown): LoaderError | undefined {
  const isChecked = teller.behaviours.notStringSpecifier === 'throws ERR_INVALID_ARG_TYPE';
  return typeof request === 'string' || !isChecked ? undefined : invalidType(teller, 'request', request);
}

/** What `Module._resolveFilename` throws for something that is not a string. */
export function notARequest(teller: Teller, request: unknown): Error {
  const isNothing = request === undefined || request === null;
  if (isNothing || teller.behaviours.notStringRequest === 'throws TypeError') return requestWithoutMethods();
  return invalidType(teller, 'path', request);
}

/** What a method of strings throws for something that has none. */
export function requestWithoutMethods(): TypeError {
  return new TypeError('request.substring is not a function');
}

/** What `Module._findPath` throws for something that is not a string. */
export function notASearchedPath(teller: Teller, request: unknown): Error {
  if (teller.behaviours.notStringPath === 'throws TypeError') return requestWithoutMethods();
  return invalidType(teller, 'path', request);
}

/** What `Module._findPath` throws for a list of folders that is `undefined` or `null`. */
export function listWithoutLength(list: unknown): TypeError {
  return new TypeError(`Cannot read property 'length' of ${list}`);
}

/** What `Module._findPath` throws for a list of folders that has no method `join`. */
export function notJoined(): TypeError {
  return new TypeError('paths.join is not a function');
}

/** What `Module._findPath` throws for a list with a value that is not a string. */
export function notFolders(teller: Teller, list: unknown): LoaderError {
  const message = fill(teller.texts.notFolders, { value: received(teller, list) });
  return nodeError(teller, new TypeError(message), 'ERR_INVALID_ARG_TYPE');
}

/** What `require.resolve` throws for `paths` that is not an array; undefined where that does not matter. */
export function invalidPathsOption(teller: Teller, paths: unknown): LoaderError | undefined {
  const { behaviours, texts } = teller;
  if (behaviours.invalidPathsOption === 'is ignored') return undefined;
  const values = { text: format('%s', paths), value: inspected(teller, paths, 128) };
  return nodeError(
    teller,
    new TypeError(fill(texts.invalidPaths, values)),
    codeOf(behaviours.invalidPathsOption),
  );
}

/** A path with a NUL in it, of which the part before is a file. */
export function nulAfterFile(teller: Telling, thrown: Thrown, path: string): LoaderError {
  const message = fill(teller.texts.nulInPath, { value: inspected(teller, path, 128) });
  if (thrown === 'throws ENOENT') return withCode(new Error(message), codeOf(thrown));
  return nodeError(teller, new TypeError(message), codeOf(thrown));
}

/** What `createRequire` throws for something that names no file. */
export function invalidFilename(teller: Telling, filename: unknown): LoaderError {
  return invalidValue(teller, 'filename', teller.texts.invalidFilename, filename);
}

function invalidType(teller: Telling, name: string, value: unknown): LoaderError {
  const message = fill(teller.texts.invalidType, { name, value: received(teller, value) });
  return nodeError(teller, new TypeError(message), 'ERR_INVALID_ARG_TYPE');
}

function invalidValue(teller: Telling, name: string, wanted: string, given: unknown): LoaderError {
  const value = inspected(teller, given, 128);
  const message = fill(teller.texts.invalidValue, { name, wanted, value });
  return nodeError(teller, new TypeError(message), 'ERR_INVALID_ARG_VALUE');
}

/** What a behaviour says of an error, such as `throws ENOENT`. */
type Thrown = `throws ${string}`;

function codeOf(thrown: Thrown): string {
  return thrown.slice('throws '.length);
}
