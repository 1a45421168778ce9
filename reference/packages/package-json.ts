// The operations of spec/01-algorithm/1-algorithm.md that read a package.json, in the order of the page.

import { getSystemErrorMap } from 'node:util';
import type { ResolverContext } from '../context/context.ts';
import { isNothing } from '../context/kinds.ts';
import type { PackageJson } from '../context/package.ts';
import { check, checkAbout, checkIs, note, noteAbout } from '../context/trace.ts';
import { nullPackageJson, unparsablePackageJson } from '../errors/errors.ts';
import { refusedPackageConfig, unreadablePackageJson } from '../errors/package-errors.ts';
import { type FileSystem, withoutByteOrderMark } from '../host/file-system.ts';
import { jsonParser } from '../host/json-parser.ts';
import { parseMap, scanPackageJson } from './scan-package-json.ts';

/** What the file system is asked for. */
function fileToRead(context: ResolverContext, file: string): string {
  if (context.behaviours.nulInPackagePath === 'is part of the path') return file;
  // READ_PACKAGE_JSON 1: (node 22+) If FILE contains the character U+0000, let FILE be what precedes the
  //   first one.
  const isCut = check(context, 'READ_PACKAGE_JSON 1', file.includes('\0'), file);
  return isCut ? file.slice(0, file.indexOf('\0')) : file;
}

/** A path as errors have it from what has read the `package.json`: newer lines read by a path with Windows' own prefix. */
export function pathOfReader({ behaviours, paths }: ResolverContext, path: string): string {
  return behaviours.packageJsonParser === 'parses the whole text' ? path : paths.toNamespacedPath(path);
}

/**
 * READ_PACKAGE_JSON: what the package.json at a path says, if there is one. Throws when it is refused; `importer` is what
 * errors then say of who asks for it.
 */
export function readPackageJson(
  context: ResolverContext,
  asked: string,
  strict: boolean,
  importer?: string,
): PackageJson | undefined {
  const { behaviours, packages } = context;
  const file = fileToRead(context, asked);
  const memory = strict ? packages.strict : packages.usual;
  // READ_PACKAGE_JSON 2: If this operation has returned an object for FILE and STRICT before, return that
  //   object.
  const known = memory.get(file);
  if (check(context, 'READ_PACKAGE_JSON 2', known !== undefined, file)) return known;
  const remembersAbsent = behaviours.missingPackageJson === 'is remembered';
  // READ_PACKAGE_JSON 3: (node 12–20, node 24+) If this operation has returned nothing for FILE and STRICT
  //   before, return nothing.
  if (remembersAbsent && check(context, 'READ_PACKAGE_JSON 3', memory.has(file), file)) return undefined;
  const pkg = readAnew(context, context.paths.dirname(asked), file, strict, importer);
  memory.set(file, pkg);
  return pkg;
}

function readAnew(
  context: ResolverContext,
  folder: string,
  file: string,
  strict: boolean,
  importer: string | undefined,
): PackageJson | undefined {
  const { behaviours, files } = context;
  const kind = files.kindOf(file);
  const bytes = kind === 'file' ? readIfAllowed(files, file) : undefined;
  const isUnreadable = kind === 'unreachable' || (kind === 'file' && bytes === undefined);
  // READ_PACKAGE_JSON 4: (node 26+) If FILE cannot be looked at or cannot be read, throw an error with the
  //   code `ERR_INVALID_PACKAGE_CONFIG`.
  if (
    behaviours.unreadablePackageJson !== 'is ignored' &&
    check(context, 'READ_PACKAGE_JSON 4', isUnreadable, file)
  )
    throw unreadablePackageJson(context, file, reasonToReadNot(files, file));
  // READ_PACKAGE_JSON 5: If FILE is not a file, or cannot be read, return nothing.
  if (checkIs(context, 'READ_PACKAGE_JSON 5', bytes, isNothing, file)) return undefined;
  if (behaviours.packageJsonParser === 'parses the whole text') {
    // READ_PACKAGE_JSON 6: (locked, node 0.10–20) Return PARSE_PACKAGE_JSON(FILE, STRICT).
    note(context, 'READ_PACKAGE_JSON 6', 'done', file);
    return parsePackageJson(context, file, bytes, strict, importer);
  }
  // READ_PACKAGE_JSON 7: (node 22+) Return SCAN_PACKAGE_JSON(FILE).
  note(context, 'READ_PACKAGE_JSON 7', 'done', file);
  return { folder, ...scanPackageJson(context, file, bytes, importer) };
}

function readIfAllowed(files: FileSystem, path: string): Uint8Array | undefined {
  try {
    return files.readFile(path);
  } catch {
    return undefined;
  }
}

/** Why the system does not read a file, in its own words. */
function reasonToReadNot(files: FileSystem, path: string): string {
  try {
    files.readFile(path);
    return '';
  } catch (error) {
    const { errno, message } = Object(error);
    return getSystemErrorMap().get(errno)?.[1] ?? String(message);
  }
}

/** PARSE_PACKAGE_JSON: what the JSON text in FILE says. */
function parsePackageJson(
  context: ResolverContext,
  file: string,
  bytes: Uint8Array,
  strict: boolean,
  importer: string | undefined,
): PackageJson {
  const { behaviours } = context;
  // PARSE_PACKAGE_JSON 1: Let TEXT be the content of FILE decoded as UTF-8, with U+FFFD in the place of what
  //   is not UTF-8.
  let text = Buffer.from(bytes).toString('utf8');
  note(context, 'PARSE_PACKAGE_JSON 1', 'done', file);
  if (behaviours.packageJsonByteOrderMark === 'is skipped') {
    // PARSE_PACKAGE_JSON 2: (locked, node 4+) If TEXT begins with a byte order mark, remove it from TEXT.
    check(context, 'PARSE_PACKAGE_JSON 2', text !== withoutByteOrderMark(text), file);
    text = withoutByteOrderMark(text);
  }
  if (!isWorthParsing(context, { file, bytes, text }, strict))
    return pick(context, file, Object.create(null));
  return parseText(context, file, text, strict, importer);
}

interface Content {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

function isWorthParsing(context: ResolverContext, { file, bytes, text }: Content, strict: boolean): boolean {
  switch (context.behaviours.packageJsonParsedFor) {
    case 'whatever it has':
      return true;
    case 'the text "main"':
      // PARSE_PACKAGE_JSON 3: (node 10) If TEXT does not contain `"main"`, return an object without
      //   properties.
      return !check(context, 'PARSE_PACKAGE_JSON 3', !text.includes('"main"'), file);
    case 'a known string':
      // PARSE_PACKAGE_JSON 4: (node 12–16) If STRICT is false, and HAS_KNOWN_STRING(FILE) returns false,
      //   return an object without properties.
      return !check(context, 'PARSE_PACKAGE_JSON 4', !strict && !hasKnownString(context, bytes), file);
  }
}

function parseText(
  context: ResolverContext,
  file: string,
  text: string,
  strict: boolean,
  importer: string | undefined,
): PackageJson {
  const value = parseJson(context, text);
  const isBroken = value instanceof Error;
  // PARSE_PACKAGE_JSON 5: (node 12+) If TEXT is not JSON, and STRICT is true, throw an error with the code
  //   `ERR_INVALID_PACKAGE_CONFIG`.
  if (
    context.behaviours.packageMaps === 'are used' &&
    check(context, 'PARSE_PACKAGE_JSON 5', isBroken && strict, file)
  )
    throw refusedPackageConfig(context, file, Object(value).message, importer);
  // PARSE_PACKAGE_JSON 6: If TEXT is not JSON, throw a `SyntaxError`.
  if (check(context, 'PARSE_PACKAGE_JSON 6', isBroken, file))
    throw unparsablePackageJson(context, file, value);
  // PARSE_PACKAGE_JSON 7: If TEXT is the JSON text of null, throw a `TypeError`.
  if (check(context, 'PARSE_PACKAGE_JSON 7', value === null, file)) throw nullPackageJson(context, file);
  // PARSE_PACKAGE_JSON 8: If TEXT is not the JSON text of an object, return an object without properties.
  if (check(context, 'PARSE_PACKAGE_JSON 8', typeof value !== 'object' || Array.isArray(value), file))
    return pick(context, file, withoutInherited(context, {}));
  // PARSE_PACKAGE_JSON 9: Let PKG be the object that TEXT is the JSON text of.
  const pkg = Object(value);
  note(context, 'PARSE_PACKAGE_JSON 9', 'done', file);
  const inherited: unknown = Object.getOwnPropertyDescriptor(pkg, '__proto__')?.value;
  const inherits = typeof inherited === 'object' && inherited !== null;
  // PARSE_PACKAGE_JSON 10: (node 0.10) If the `__proto__` of PKG is an object, add to PKG each property of
  //   that object that PKG does not have.
  const adopts =
    context.behaviours.protoInJson === 'sets the prototype' &&
    check(context, 'PARSE_PACKAGE_JSON 10', inherits, file);
  // PARSE_PACKAGE_JSON 11: Return PKG.
  note(context, 'PARSE_PACKAGE_JSON 11', 'done', file);
  return pick(context, file, withoutInherited(context, adopts ? { ...Object(inherited), ...pkg } : pkg));
}

function parseJson({ behaviours }: ResolverContext, text: string): unknown {
  try {
    return jsonParser(behaviours)(text);
  } catch (error) {
    return error;
  }
}

/** Programs may have added properties to `Object.prototype`. */
function withoutInherited({ behaviours }: ResolverContext, pkg: object): object {
  return behaviours.inheritedField === 'counts' ? pkg : Object.assign(Object.create(null), pkg);
}

function pick({ paths }: ResolverContext, file: string, parsed: object): PackageJson {
  const { name, main, type, exports, imports } = Object(parsed);
  const folder = paths.dirname(file);
  return { folder, name: typeof name === 'string' ? name : undefined, main, type, exports, imports };
}

/** HAS_KNOWN_STRING: whether a file has a string that makes it worth parsing. */
function hasKnownString(context: ResolverContext, bytes: Uint8Array): boolean {
  // HAS_KNOWN_STRING 1: Let TEXT be the content of FILE without its last byte. If FILE begins with a byte
  //   order mark, let TEXT be the content without this mark and without its last four bytes.
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = Buffer.from(isMarked ? bytes.subarray(3, -4) : bytes.subarray(0, -1)).toString('utf8');
  noteAbout(context, 'HAS_KNOWN_STRING 1', 'done', text);
  // HAS_KNOWN_STRING 2: Let STRINGS be the texts between the first `"` of TEXT and the second, between the
  //   third and the fourth, and so on. A `"` directly after a `\` is not counted.
  const parts = text.replaceAll('\\"', '\\').split('"');
  const strings = parts.filter((_, index) => index % 2 === 1 && index < parts.length - 1);
  noteAbout(context, 'HAS_KNOWN_STRING 2', 'done', strings);
  const known = ['main', 'name', 'type', 'exports', 'imports'];
  // HAS_KNOWN_STRING 3: If one of STRINGS is `main`, `name`, `type`, `exports` or `imports`, return true.
  const isKnown = strings.some((one) => known.includes(one));
  if (checkAbout(context, 'HAS_KNOWN_STRING 3', isKnown, strings)) return true;
  // HAS_KNOWN_STRING 4: Return false.
  note(context, 'HAS_KNOWN_STRING 4', 'done');
  return false;
}

/** The step of some lines that makes broken `imports` an error for those who do not ask for them. */
export function parseImports(context: ResolverContext, step: string, pkg: PackageJson): void {
  if (context.behaviours.brokenImports === 'are an error in every use') return;
  if (checkAbout(context, step, pkg.imports !== undefined, pkg.folder)) importsOf(context, pkg);
}

/** The `imports` of a package, parsed. */
export function importsOf(context: ResolverContext, pkg: PackageJson): unknown {
  const { imports } = pkg;
  const isText =
    context.behaviours.brokenImports !== 'are an error in every use' && typeof imports === 'string';
  return isText ? parseMap(context, imports) : imports;
}
