// Chooses which issue of a schema to report: for a union, that of the alternative that comes closest.

import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

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
export function explainIssues(issues: readonly Issue[]): string {
  const issue = closestIssue(issues);
  if (!issue) return 'expected a value that matches the schema';
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}
