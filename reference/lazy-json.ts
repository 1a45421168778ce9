// How Node 22 and later read package.json: the top level of the object is walked, values are skipped unparsed.

/** What is taken from the top level: of each key the last value of a kind that is known. */
export interface LazyFields {
  readonly name: string | undefined;
  readonly main: string | undefined;
  readonly type: string | undefined;
  readonly exports: unknown;
  readonly imports: unknown;
}

/**
 * The fields of a package.json. Undefined when the text is refused.
 * @throws {SyntaxError} when `exports` or `imports` is no JSON; nothing else below the top level is parsed.
 */
export function readLazily(bytes: Uint8Array): LazyFields | undefined {
  const fields = fieldsOf(tokensOf(bytes));
  if (fields === undefined) return undefined;
  return {
    name: stringOf(fields.get('"name"')),
    main: stringOf(fields.get('"main"')),
    type: stringOf(fields.get('"type"')),
    exports: mapOf(fields.get('"exports"')),
    imports: mapOf(fields.get('"imports"')),
  };
}

/** The text of the values at the top level, by key as it is written. */
function fieldsOf(tokens: readonly string[] | undefined): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  if (tokens === undefined || tokens[0] !== '{' || tokens.at(-1) !== '}') return undefined;
  if (tokens[1] === '}') return fields;
  let position = 1;
  do {
    const [key, colon, value] = tokens.slice(position, position + 3);
    if (!isString(key) || colon !== ':' || value === undefined) return undefined;
    const after = isMap(key, value) ? skipMap(tokens, position + 2) : skipValue(tokens, position + 2);
    if (after === undefined || isRefused(key, value)) return undefined;
    if (isKept(key, value)) fields.set(key, tokens.slice(position + 2, after).join(' '));
    position = after + 1;
  } while (tokens[position - 1] === ',');
  return tokens[position - 1] === '}' ? fields : undefined;
}

function isMap(key: string, value: string): boolean {
  return (key === '"exports"' || key === '"imports"') && (value === '{' || value === '[');
}

function isRefused(key: string, value: string): boolean {
  if (key === '"name"' || key === '"type"') return stringOf(value) === undefined;
  return (key === '"exports"' || key === '"imports"') && isString(value) && stringOf(value) === undefined;
}

function isKept(key: string, value: string): boolean {
  if (key === '"exports"' || key === '"imports"') return isString(value) || isMap(key, value);
  return stringOf(value) !== undefined;
}

/** A text that looks like JSON is parsed once more. */
function mapOf(text: string | undefined): unknown {
  const map = stringOf(text) ?? text;
  return map !== undefined && /^[[{]/.test(map) ? JSON.parse(map) : map;
}

/** Strings with their quotes, the six structural characters, and runs of anything else. */
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

function isString(token: string | undefined): token is string {
  return token?.[0] === '"';
}

function stringOf(token: string | undefined): string | undefined {
  if (!isString(token)) return undefined;
  try {
    return JSON.parse(token);
  } catch {
    return undefined;
  }
}

/** The position after a value. Brackets are counted without regard to their kind. */
function skipValue(tokens: readonly string[], start: number): number | undefined {
  if (/^[}\]:,]$/.test(tokens[start] ?? ',')) return undefined;
  let depth = 0;
  for (let position = start; position < tokens.length; position++) {
    if (/^[{[]$/.test(tokens[position] ?? '')) depth++;
    if (/^[}\]]$/.test(tokens[position] ?? '')) depth--;
    if (depth === 0) return position + 1;
  }
  return undefined;
}

/**
 * The position after an object or array that is kept. It is walked as if it were well-formed: a first key must have a
 * colon; then brackets are counted from what stands first, and what does not belong there shifts the count.
 */
function skipMap(tokens: readonly string[], start: number): number | undefined {
  const isObject = tokens[start] === '{';
  let position = start + 1;
  if (tokens[position] === ']') return position + 1;
  const hasKey = isObject && isString(tokens[position]);
  if (hasKey && tokens[position + 1] !== ':') return undefined;
  if (hasKey) position += 2;
  let depth = isObject && !hasKey ? 1 : 2;
  const first = tokens[position++] ?? '';
  if (isString(first) && tokens[position] === ':') position++;
  else if (!/^[[{:,]$/.test(first)) depth--;
  while (depth > 0) {
    const token = tokens[position++];
    if (token === undefined) return undefined;
    if (/^[{[]$/.test(token)) depth++;
    if (/^[}\]]$/.test(token)) depth--;
  }
  return position;
}
