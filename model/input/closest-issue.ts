// Chooses which issue of a schema to report: for a union, that of the alternative that comes closest.

import type * as z from 'zod';
import { didYouMean } from './did-you-mean.ts';
import { knownKeysAt } from './known-keys.ts';

type Issue = z.core.$ZodIssue;

/** What was parsed, so that a message can say what was probably meant. */
export interface Parsed {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
}

/** The first issue; undefined if there is none. */
export function closestIssue(issues: readonly Issue[]): Issue | undefined {
  const [issue] = issues;
  if (issue?.code !== 'invalid_union') return issue;
  const [closest] = [...issue.errors].sort((a, b) => a.length - b.length);
  const inner = closestIssue(closest ?? []);
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}

/** The path of the value that the issue is about. */
export function placeOf(issue: Issue | undefined): PropertyKey[] {
  const { path = [] } = issue ?? {};
  return issue?.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path;
}

/** An issue with its place, such as `answers.0: Invalid input`. */
export function explainIssues(issues: readonly Issue[], parsed?: Parsed): string {
  const issue = closestIssue(issues);
  if (!issue) return 'expected a value that matches the schema';
  const message = `${issue.message}${parsed ? hintFor(issue, parsed) : ''}`;
  return issue.path.length === 0 ? message : `${issue.path.join('.')}: ${message}`;
}

function hintFor(issue: Issue, { schema, value }: Parsed): string {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeysAt(schema, issue.path);
    if (known.length === 0) return '';
    return `; ${didYouMean(issue.keys[0] ?? '', known)}expected some of ${known.join(', ')}`;
  }
  const found = valueAt(value, issue.path);
  if (issue.code !== 'invalid_value' || typeof found !== 'string') return '';
  const hint = didYouMean(found, issue.values.map(String)).trim();
  return `; found ${JSON.stringify(found)}${hint && `; ${hint}`}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (held, key) => (held as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
}
