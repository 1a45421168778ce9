// JSON files: parsed quickly; only if one is wrong, the place of the mistake is computed.

import { findNodeAtLocation, type ParseError, parse, parseTree } from 'jsonc-parser';
import type { ZodType } from 'zod';
import { UsageError } from '../usage-error.ts';
import { closestIssue, explainIssues, placeOf } from './closest-issue.ts';
import { largestGenerated, readText } from './read-text.ts';

/**
 * The value of a JSON file.
 * @param meaning what the file should be, such as `a run of format 1`
 * @throws {UsageError} with file and line if it can't be read, is not JSON, or does not match the schema
 */
export function readJson<T>(file: string, schema: ZodType<T>, meaning: string): T {
  return parseJson(file, readText(file, largestGenerated), schema, meaning);
}

/** The same for a text that is already read. */
export function parseJson<T>(file: string, text: string, schema: ZodType<T>, meaning: string): T {
  refuseDepth(file, text, meaning);
  const value = toValue(file, text, meaning);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const line = lineOf(text, placeOf(closestIssue(issues)));
  throw new UsageError(`expected ${meaning}; found a mistake: ${explainIssues(issues, { schema, value })}`, {
    file,
    line,
  });
}

function toValue(file: string, text: string, meaning: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, ' ');
    throw new UsageError(`expected ${meaning}; this is not JSON: ${reason}`, {
      file,
      line: lineAt(text, mistakeIn(text)),
    });
  }
}

/** How deep values may be nested; what modspec writes is nested less than twenty deep. */
const deepest = 1000;

/** Parsing what is nested far deeper takes long, and looking for a mistake in it more stack than there is. */
function refuseDepth(file: string, text: string, meaning: string): void {
  const offset = tooDeepAt(text);
  if (offset === undefined) return;
  throw new UsageError(
    `expected ${meaning}; found values nested more than ${deepest} deep, which modspec never writes`,
    { file, line: lineAt(text, offset) },
  );
}

/** Where the nesting goes past the limit; strings are skipped. */
function tooDeepAt(text: string): number | undefined {
  const marks = /[[\]{}]|"(?:[^"\\]|\\.)*"/gs;
  let depth = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === '[' || mark[0] === '{') depth++;
    else if (mark[0] === ']' || mark[0] === '}') depth--;
    if (depth > deepest) return mark.index;
  }
  return undefined;
}

/** Computed here, because engines say in different words where a mistake is, or not at all. */
function mistakeIn(text: string): number {
  const mistakes: ParseError[] = [];
  unlessTooDeep(() => parse(text, mistakes, { disallowComments: true, allowTrailingComma: false }));
  const end = text.trimEnd().length;
  return Math.min(mistakes[0]?.offset ?? end, end);
}

/** The line of the value at a path of keys and indices, or of its nearest parent. */
function lineOf(text: string, path: readonly PropertyKey[]): number {
  const root = unlessTooDeep(() => parseTree(text));
  const keys = path.filter((key) => typeof key !== 'symbol');
  for (let length = keys.length; root && length > 0; length--) {
    const node = findNodeAtLocation(root, keys.slice(0, length));
    // The line of the key if there is one, because a value may begin on the next line.
    if (node) return lineAt(text, node.parent?.type === 'property' ? node.parent.offset : node.offset);
  }
  return lineAt(text, root?.offset ?? 0);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A value that is nested too deep for the stack has no known place. */
function unlessTooDeep<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
