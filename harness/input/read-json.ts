// JSON files: quick where all is well, and exact about the place where it is not.

import { findNodeAtLocation, type ParseError, parse, parseTree } from 'jsonc-parser';
import type { ZodType } from 'zod';
import { UsageError } from '../usage-error.ts';
import { closestIssue, explainIssues, placeOf } from './closest-issue.ts';
import { largestGenerated, readText } from './read-text.ts';

/**
 * The value of a JSON file.
 * @param meaning what the file should be, such as `a run of format 1`
 * @throws {UsageError} with file and line when it can't be read, is no JSON, or does not match the schema
 */
export function readJson<T>(file: string, schema: ZodType<T>, meaning: string): T {
  return parseJson(file, readText(file, largestGenerated), schema, meaning);
}

/** The same for text that was read before. */
export function parseJson<T>(file: string, text: string, schema: ZodType<T>, meaning: string): T {
  const parsed = schema.safeParse(toValue(file, text, meaning));
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const line = lineOf(text, placeOf(closestIssue(issues)));
  throw new UsageError(`it is not ${meaning}: ${explainIssues(issues)}`, { file, line });
}

function toValue(file: string, text: string, meaning: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, ' ');
    throw new UsageError(`it is no JSON, and so not ${meaning}: ${reason}`, {
      file,
      line: lineAt(text, mistakeIn(text)),
    });
  }
}

/** Engines tell the place of a mistake in words of their own, or not at all. */
function mistakeIn(text: string): number {
  const mistakes: ParseError[] = [];
  unlessTooDeep(() => parse(text, mistakes, { disallowComments: true, allowTrailingComma: false }));
  const end = text.trimEnd().length;
  return Math.min(mistakes[0]?.offset ?? end, end);
}

/** The line of what lies at a path of keys and indices, or of its nearest parent. */
function lineOf(text: string, path: readonly PropertyKey[]): number {
  const root = unlessTooDeep(() => parseTree(text));
  const keys = path.filter((key) => typeof key !== 'symbol');
  for (let length = keys.length; root && length > 0; length--) {
    const node = findNodeAtLocation(root, keys.slice(0, length));
    // Of the key where there is one, because a value may begin on the next line.
    if (node) return lineAt(text, node.parent?.type === 'property' ? node.parent.offset : node.offset);
  }
  return lineAt(text, root?.offset ?? 0);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** What is nested too deep for the stack has no place that could be told. */
function unlessTooDeep<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
