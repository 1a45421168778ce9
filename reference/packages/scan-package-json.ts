// The operations of spec/01-algorithm/1-algorithm.md by which Node 22 and later read a package.json, in the order of the
// page: the top level of the object is walked, and values are skipped unparsed.

import type { ResolverContext } from '../context/context.ts';
import { check, checkAbout, note, noteAbout } from '../context/trace.ts';
import { invalidPackageConfig } from '../errors/package-errors.ts';

/** What is taken from the top level: of each key the last value of a kind that counts. */
export interface ScannedFields {
  readonly name: string | undefined;
  readonly main: string | undefined;
  readonly type: string | undefined;
  readonly exports: unknown;
  readonly imports: unknown;
}

/** What the walk goes through. */
interface Walk {
  readonly context: ResolverContext;
  readonly file: string;
  /** What errors say of who asks for the file. */
  readonly importer: string | undefined;
  readonly tokens: readonly string[];
  readonly fields: Map<string, string>;
}

/**
 * SCAN_PACKAGE_JSON: the fields of a package.json.
 * @throws an Error with a code where the text is refused, and a SyntaxError where `exports` is not JSON
 */
export function scanPackageJson(
  context: ResolverContext,
  file: string,
  bytes: Uint8Array,
  importer: string | undefined,
): ScannedFields {
  const tokens = tokensOf(bytes);
  // SCAN_PACKAGE_JSON 1: If the content of FILE is not UTF-8, or, after a byte order mark at its beginning,
  //   cannot be divided into tokens and white space, throw an error with the code
  //   `ERR_INVALID_PACKAGE_CONFIG`.
  if (checkRefused(context, 'SCAN_PACKAGE_JSON 1', tokens === undefined, file) || tokens === undefined)
    throw invalidPackageConfig(context, file, importer);
  // SCAN_PACKAGE_JSON 2: Let TOKENS be the tokens of FILE.
  note(context, 'SCAN_PACKAGE_JSON 2', 'done', file);
  // SCAN_PACKAGE_JSON 3: If TOKENS[0] is not `{`, or the last of TOKENS is not `}`, throw an error with the
  //   code `ERR_INVALID_PACKAGE_CONFIG`.
  if (checkRefused(context, 'SCAN_PACKAGE_JSON 3', tokens[0] !== '{' || tokens.at(-1) !== '}', file))
    throw invalidPackageConfig(context, file, importer);
  // SCAN_PACKAGE_JSON 4: Let PKG be an object without properties.
  const fields = new Map<string, string>();
  note(context, 'SCAN_PACKAGE_JSON 4', 'done', file);
  const walk: Walk = { context, file, importer, tokens, fields };
  // SCAN_PACKAGE_JSON 5: If TOKENS[1] is `}`, return PKG.
  const isEmpty = check(context, 'SCAN_PACKAGE_JSON 5', tokens[1] === '}', file);
  if (!isEmpty) walkFields(walk);
  return parseFields(walk, isEmpty);
}

/** Whether a step refuses the text. */
function checkRefused(context: ResolverContext, step: string, refused: boolean, file: string): boolean {
  note(context, step, refused ? 'thrown' : 'fails', file);
  return refused;
}

function walkFields(walk: Walk): void {
  // SCAN_PACKAGE_JSON 6: Let I be 1.
  let i: number | undefined = 1;
  note(walk.context, 'SCAN_PACKAGE_JSON 6', 'done', walk.file);
  while (i !== undefined) i = placeAfter(walk, readField(walk, i));
}

/** Takes what the key at I has; the index of the token behind its value. */
function readField(walk: Walk, i: number): number {
  const { context, file, importer, tokens, fields } = walk;
  const [key, colon, value] = tokens.slice(i, i + 3);
  const isBroken = !isString(key) || colon !== ':' || value === undefined;
  // SCAN_PACKAGE_JSON 7: If TOKENS[I] is not a string, TOKENS[I + 1] is not `:`, or there is no TOKENS[I +
  //   2], throw an error with the code `ERR_INVALID_PACKAGE_CONFIG`.
  if (checkRefused(context, 'SCAN_PACKAGE_JSON 7', isBroken, file) || isBroken)
    throw invalidPackageConfig(context, file, importer);
  const hasMap = isMapKey(key) && (value === '{' || value === '[');
  // SCAN_PACKAGE_JSON 8: If TOKENS[I] is `"exports"` or `"imports"`, and TOKENS[I + 2] is `{` or `[`,
  if (checkAbout(context, 'SCAN_PACKAGE_JSON 8', hasMap, key)) {
    // SCAN_PACKAGE_JSON 8.i: let END be SKIP_MAP(TOKENS, I + 2);
    const end = skipMap(walk, i + 2);
    note(context, 'SCAN_PACKAGE_JSON 8.i', 'done', file);
    // SCAN_PACKAGE_JSON 8.ii: let that property of PKG be the text from TOKENS[I + 2] to the token before
    //   TOKENS[END].
    fields.set(key, tokens.slice(i + 2, end).join(' '));
    noteAbout(context, 'SCAN_PACKAGE_JSON 8.ii', 'done', key);
    return end;
  }
  // SCAN_PACKAGE_JSON 9: Otherwise,
  noteAbout(context, 'SCAN_PACKAGE_JSON 9', 'done', key);
  return readPlainField(walk, i, key, value);
}

function readPlainField({ fields, ...walk }: Walk, i: number, key: string, value: string): number {
  const { context, file, importer } = walk;
  // SCAN_PACKAGE_JSON 9.i: let END be SKIP_VALUE(TOKENS, I + 2);
  const end = skipValue({ ...walk, fields }, i + 2);
  note(context, 'SCAN_PACKAGE_JSON 9.i', 'done', file);
  const isValid = stringOf(value) !== undefined;
  const isWord = key === '"name"' || key === '"type"';
  // SCAN_PACKAGE_JSON 9.ii: if TOKENS[I] is `"name"` or `"type"`, and TOKENS[I + 2] is not a valid string,
  //   throw an error with the code `ERR_INVALID_PACKAGE_CONFIG`;
  if (checkRefused(context, 'SCAN_PACKAGE_JSON 9.ii', isWord && !isValid, file))
    throw invalidPackageConfig(context, file, importer);
  const isBadMap = isMapKey(key) && isString(value) && !isValid;
  // SCAN_PACKAGE_JSON 9.iii: if TOKENS[I] is `"exports"` or `"imports"`, and TOKENS[I + 2] is a string that
  //   is not valid, throw an error with the code `ERR_INVALID_PACKAGE_CONFIG`;
  if (checkRefused(context, 'SCAN_PACKAGE_JSON 9.iii', isBadMap, file))
    throw invalidPackageConfig(context, file, importer);
  const counts = isWord || key === '"main"' || isMapKey(key);
  // SCAN_PACKAGE_JSON 9.iv: if TOKENS[I] is `"name"`, `"main"`, `"type"`, `"exports"` or `"imports"`, and
  //   TOKENS[I + 2] is a valid string, let that property of PKG be the value of that string.
  if (checkAbout(context, 'SCAN_PACKAGE_JSON 9.iv', counts && isValid, key)) fields.set(key, value);
  return end;
}

/** The index of the next key; undefined behind the last. */
function placeAfter({ context, file, importer, tokens }: Walk, end: number): number | undefined {
  // SCAN_PACKAGE_JSON 10: If TOKENS[END] is `,`, let I be END + 1, and go to step 7.
  if (check(context, 'SCAN_PACKAGE_JSON 10', tokens[end] === ',', file)) return end + 1;
  // SCAN_PACKAGE_JSON 11: If TOKENS[END] is not `}`, throw an error with the code
  //   `ERR_INVALID_PACKAGE_CONFIG`.
  if (checkRefused(context, 'SCAN_PACKAGE_JSON 11', tokens[end] !== '}', file))
    throw invalidPackageConfig(context, file, importer);
  return undefined;
}

function parseFields({ context, file, fields }: Walk, isEmpty: boolean): ScannedFields {
  const [exportsText, importsText] = ['"exports"', '"imports"'].map((key) => {
    const text = fields.get(key);
    return stringOf(text) ?? text;
  });
  if (isEmpty) return fieldsOf(fields, undefined, undefined);
  // SCAN_PACKAGE_JSON 12: If PKG has `exports`, let it be PARSE_MAP(the `exports` of PKG).
  const hasExports = check(context, 'SCAN_PACKAGE_JSON 12', exportsText !== undefined, file);
  const exports = hasExports ? parseMap(context, exportsText ?? '') : undefined;
  let imports: unknown = importsText;
  if (context.behaviours.brokenImports === 'are an error in every use') {
    // SCAN_PACKAGE_JSON 13: (node 22) If PKG has `imports`, let it be PARSE_MAP(the `imports` of PKG).
    const hasImports = check(context, 'SCAN_PACKAGE_JSON 13', importsText !== undefined, file);
    imports = hasImports ? parseMap(context, importsText ?? '') : undefined;
  }
  // SCAN_PACKAGE_JSON 14: Return PKG.
  note(context, 'SCAN_PACKAGE_JSON 14', 'done', file);
  return fieldsOf(fields, exports, imports);
}

function fieldsOf(fields: ReadonlyMap<string, string>, exports: unknown, imports: unknown): ScannedFields {
  return {
    name: stringOf(fields.get('"name"')),
    main: stringOf(fields.get('"main"')),
    type: stringOf(fields.get('"type"')),
    exports,
    imports,
  };
}

/** SKIP_VALUE: the index after a value. */
function skipValue({ context, file, importer, tokens }: Walk, start: number): number {
  // SKIP_VALUE 1: If TOKENS[START] is `}`, `]`, `:` or `,`, throw an error with the code
  //   `ERR_INVALID_PACKAGE_CONFIG`.
  if (checkRefused(context, 'SKIP_VALUE 1', /^[}\]:,]$/.test(tokens[start] ?? ''), file))
    throw invalidPackageConfig(context, file, importer);
  // SKIP_VALUE 2: Let I be START, and let DEPTH be 0.
  let i = start;
  let depth = 0;
  note(context, 'SKIP_VALUE 2', 'done', file);
  for (;;) {
    const token = tokens[i] ?? '';
    // SKIP_VALUE 3: If TOKENS[I] is `{` or `[`, let DEPTH be DEPTH + 1.
    if (checkAbout(context, 'SKIP_VALUE 3', opens(token), token)) depth++;
    // SKIP_VALUE 4: If TOKENS[I] is `}` or `]`, let DEPTH be DEPTH - 1.
    if (checkAbout(context, 'SKIP_VALUE 4', closes(token), token)) depth--;
    // SKIP_VALUE 5: Let I be I + 1.
    i++;
    note(context, 'SKIP_VALUE 5', 'done', file);
    // SKIP_VALUE 6: If DEPTH is 0, return I.
    if (check(context, 'SKIP_VALUE 6', depth === 0, file)) return i;
    // SKIP_VALUE 7: If there is no TOKENS[I], throw an error with the code `ERR_INVALID_PACKAGE_CONFIG`.
    if (checkRefused(context, 'SKIP_VALUE 7', i >= tokens.length, file))
      throw invalidPackageConfig(context, file, importer);
    // SKIP_VALUE 8: Go to step 3.
    note(context, 'SKIP_VALUE 8', 'done', file);
  }
}

/** SKIP_MAP: the index after an object or array that is walked as if it were well-formed. */
function skipMap(walk: Walk, start: number): number {
  const { context, file, importer, tokens } = walk;
  // SKIP_MAP 1: Let I be START + 1.
  let i = start + 1;
  note(context, 'SKIP_MAP 1', 'done', file);
  // SKIP_MAP 2: If TOKENS[I] is `]`, return I + 1.
  if (check(context, 'SKIP_MAP 2', tokens[i] === ']', file)) return i + 1;
  // SKIP_MAP 3: Let DEPTH be 2.
  let depth = 2;
  note(context, 'SKIP_MAP 3', 'done', file);
  // SKIP_MAP 4: If TOKENS[START] is `{`,
  if (check(context, 'SKIP_MAP 4', tokens[start] === '{', file)) {
    const isKey = isString(tokens[i]);
    // SKIP_MAP 4.i: if TOKENS[I] is a string, and TOKENS[I + 1] is not `:`, throw an error with the code
    //   `ERR_INVALID_PACKAGE_CONFIG`;
    if (checkRefused(context, 'SKIP_MAP 4.i', isKey && tokens[i + 1] !== ':', file))
      throw invalidPackageConfig(context, file, importer);
    // SKIP_MAP 4.ii: if TOKENS[I] is a string, let I be I + 2; otherwise let DEPTH be 1.
    if (check(context, 'SKIP_MAP 4.ii', isKey, file)) i += 2;
    else depth = 1;
  }
  // SKIP_MAP 5: If TOKENS[I] is a string, and TOKENS[I + 1] is `:`, let I be I + 1.
  if (check(context, 'SKIP_MAP 5', isString(tokens[i]) && tokens[i + 1] === ':', file)) i++;
  // SKIP_MAP 6: Otherwise, if TOKENS[I] is none of `{`, `[`, `:` and `,`, let DEPTH be DEPTH - 1.
  else if (check(context, 'SKIP_MAP 6', !/^[{[:,]$/.test(tokens[i] ?? ''), file)) depth--;
  // SKIP_MAP 7: Let I be I + 1.
  i++;
  note(context, 'SKIP_MAP 7', 'done', file);
  return skipBrackets(walk, i, depth);
}

function skipBrackets({ context, file, importer, tokens }: Walk, start: number, open: number): number {
  let i = start;
  let depth = open;
  // SKIP_MAP 8: While DEPTH is greater than 0,
  while (check(context, 'SKIP_MAP 8', depth > 0, file)) {
    const token = tokens[i] ?? '';
    // SKIP_MAP 8.i: if there is no TOKENS[I], throw an error with the code `ERR_INVALID_PACKAGE_CONFIG`;
    if (checkRefused(context, 'SKIP_MAP 8.i', i >= tokens.length, file))
      throw invalidPackageConfig(context, file, importer);
    // SKIP_MAP 8.ii: if TOKENS[I] is `{` or `[`, let DEPTH be DEPTH + 1;
    if (checkAbout(context, 'SKIP_MAP 8.ii', opens(token), token)) depth++;
    // SKIP_MAP 8.iii: if TOKENS[I] is `}` or `]`, let DEPTH be DEPTH - 1;
    if (checkAbout(context, 'SKIP_MAP 8.iii', closes(token), token)) depth--;
    // SKIP_MAP 8.iv: let I be I + 1.
    i++;
    note(context, 'SKIP_MAP 8.iv', 'done', file);
  }
  // SKIP_MAP 9: Return I.
  note(context, 'SKIP_MAP 9', 'done', file);
  return i;
}

/** PARSE_MAP: the package map that TEXT is the text of. */
export function parseMap(context: ResolverContext, text: string): unknown {
  // PARSE_MAP 1: If TEXT is not a string, or does not begin with `{` or `[`, return TEXT.
  if (checkAbout(context, 'PARSE_MAP 1', !/^[{[]/.test(text), text)) return text;
  const map = jsonOf(text);
  // PARSE_MAP 2: If TEXT is not JSON, throw a `SyntaxError`.
  noteAbout(context, 'PARSE_MAP 2', map instanceof SyntaxError ? 'thrown' : 'fails', text);
  if (map instanceof SyntaxError) throw map;
  // PARSE_MAP 3: Return what TEXT is the JSON text of.
  noteAbout(context, 'PARSE_MAP 3', 'done', text);
  return map;
}

/** A program may have replaced that of the host. */
const { parse } = JSON;

function jsonOf(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    return error;
  }
}

/** Strings with their quotes, the six structural characters, and runs of anything else; undefined for other text. */
function tokensOf(bytes: Uint8Array): string[] | undefined {
  const text = decode(bytes);
  if (text === undefined) return undefined;
  const tokens: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a string may not hold
  const token = /[ \t\r\n]+|([{}[\]:,]|"(?:[^"\\\x00-\x1f]|\\[^\x00-\x1f])*"|[^ \t\r\n{}[\]:,"]+)/y;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (match === null) return undefined;
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}

/** Decodes UTF-8, without a byte order mark. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isMapKey(key: string): boolean {
  return key === '"exports"' || key === '"imports"';
}

function isString(token: string | undefined): token is string {
  return token?.[0] === '"';
}

/** The value of a valid string. */
function stringOf(token: string | undefined): string | undefined {
  if (!isString(token)) return undefined;
  try {
    return parse(token);
  } catch {
    return undefined;
  }
}

function opens(token: string): boolean {
  return token === '{' || token === '[';
}

function closes(token: string): boolean {
  return token === '}' || token === ']';
}
