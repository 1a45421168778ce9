// Reads YAML files of the user; mistakes are reported with file and line.

import { type Document, LineCounter, type Pair, parseDocument, YAMLMap } from 'yaml';
import type { ZodType } from 'zod';
import { UsageError } from '../usage-error.ts';
import { closestIssue, explainIssues, placeOf } from './closest-issue.ts';
import { readWritten } from './read-text.ts';

export interface Located<T> {
  readonly value: T;
  /** The line, from 1, of the value at a path of keys and indices; if there is none, of its nearest parent. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * The value of a YAML file.
 * @param meaning what the file should be, such as `a baseline`
 * @throws {UsageError} with file and line if it can't be read, is not YAML, or does not match the schema
 */
export function readYaml<T>(file: string, schema: ZodType<T>, meaning: string): Located<T> {
  return parseLocated(file, readWritten(file), schema, meaning);
}

/** The same for a text that is already read. */
export function parseLocated<T>(file: string, text: string, schema: ZodType<T>, meaning: string): Located<T> {
  const lines = new LineCounter();
  const document = toDocument(file, text, lines, meaning);
  const lineOf = (path: readonly PropertyKey[]) => lines.linePos(offsetOf(document, path)).line;
  const value = toValue(file, document);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, lineOf };
  const { issues } = parsed.error;
  throw new UsageError(`expected ${meaning}; found a mistake: ${explainIssues(issues, { schema, value })}`, {
    file,
    line: lineOf(placeOf(closestIssue(issues))),
  });
}

function toDocument(file: string, text: string, lines: LineCounter, meaning: string): Document {
  const document = unlessHostile(file, () =>
    parseDocument(text, { lineCounter: lines, prettyErrors: false }),
  );
  const [broken] = document.errors;
  if (!broken) return document;
  throw new UsageError(`expected ${meaning}; this is not YAML: ${broken.message}`, {
    file,
    line: lines.linePos(broken.pos[0]).line,
  });
}

function toValue(file: string, document: Document): unknown {
  return unlessHostile(file, () => document.toJS());
}

/** Reports text that is nested too deep, or whose aliases expand too far, as an error of the user. */
function unlessHostile<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new UsageError(`cannot read this as YAML: ${(error as Error).message}`, { file, line: 1 });
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const offset = offsetAt(document, path.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return (document.contents as { range?: [number] } | null)?.range?.[0] ?? 0;
}

/** The offset of the key if there is one, because a value may begin on the next line. */
function offsetAt(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = document.getIn(path.slice(0, -1), true) ?? document.contents;
  const last = path.at(-1);
  const pair = parent instanceof YAMLMap ? parent.items.find((item) => keyOf(item) === last) : undefined;
  const node = pair ? pair.key : document.getIn(path, true);
  return (node as { range?: [number] } | undefined)?.range?.[0];
}

function keyOf({ key }: Pair): unknown {
  return (key as { value?: unknown } | null)?.value;
}
