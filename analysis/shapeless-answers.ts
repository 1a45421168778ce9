// Resolutions that return something else than text. They are one mistake of an adapter, in however many cases it is seen.

import { failedChecks } from '../model/failed-checks.ts';
import type { Verdict } from '../model/run.ts';

/** What kind of value a resolution returned instead of a string, such as `object`; undefined if it is a string in each question. */
export function shapelessAnswer(verdict: Verdict): string | undefined {
  for (const { observed } of failedChecks(verdict)) {
    const [, kind] = observed.kind === 'outside' ? (marked.exec(observed.path) ?? []) : [];
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** As the host writes such an answer; no path is written like that. */
const marked = /^\((undefined|object|number|boolean|function|symbol|bigint)\)$/;
