// JSON and YAML files of the user's whose mistakes are reported with file and line.

import { readFileSync } from 'node:fs';
import { type Document, LineCounter, type Pair, parseDocument, YAMLMap } from 'yaml';
import type { ZodType } from 'zod';
import { UsageError } from '../usage-error.ts';
import { closestIssue, explainIssues } from './closest-issue.ts';

export interface Located<T> {
  readonly value: T;
  /** The line, from 1, of what lies at a path of keys and indices; of its nearest parent where nothing does. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** @throws {UsageError} with file and line when it can't be read, is no YAML, or does not match the schema. */
export function readYaml<T>(file: string, schema: ZodType<T>): Located<T> {
  return parseLocated(file, readText(file), schema);
}

/** JSON is nearly a part of YAML; what YAML is more lenient in is refused here. @throws {UsageError} as above. */
export function readJson<T>(file: string, schema: ZodType<T>): Located<T> {
  const text = readText(file);
  const located = parseLocated(file, text, schema);
  try {
    JSON.parse(text);
    return located;
  } catch (error) {
    throw new UsageError(`it is no JSON: ${(error as Error).message}`, { file, ...lineIn(text, error) });
  }
}

/** Engines tell the place of a mistake in JSON as a position, or not at all. */
function lineIn(text: string, error: unknown): { line: number } | object {
  const position = /at position (\d+)/.exec((error as Error).message)?.[1];
  return position === undefined ? {} : { line: text.slice(0, Number(position)).split('\n').length };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`it can't be read: ${(error as Error).message}`, { file });
  }
}

/** @throws {UsageError} with file and line when the text is no YAML or does not match the schema. */
export function parseLocated<T>(file: string, text: string, schema: ZodType<T>): Located<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) throw new UsageError(broken.message, { file, line: lines.linePos(broken.pos[0]).line });
  const lineOf = (path: readonly PropertyKey[]) => lines.linePos(offsetOf(document, path)).line;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, lineOf };
  const { issues } = parsed.error;
  throw new UsageError(explainIssues(issues), { file, line: lineOf(placeOf(closestIssue(issues))) });
}

function placeOf(issue: ReturnType<typeof closestIssue>): PropertyKey[] {
  const { path = [] } = issue ?? {};
  return issue?.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path;
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const offset = offsetAt(document, path.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return (document.contents as { range?: [number] } | null)?.range?.[0] ?? 0;
}

/** Of the key where there is one, because a value may begin on the next line. */
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
