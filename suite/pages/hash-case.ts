// The content hash of a case: equal exactly when the same thing is asked and expected.

import { createHash } from 'node:crypto';
import type { Case } from '../../model/case.ts';
import { editionTerms } from '../../model/edition-selector.ts';

/**
 * 16 hexadecimal digits over tree, questions, needs, level and environment. Editions count as the fewest ranges of lines, so that
 * a new Node line that behaves like the last one changes no hash.
 */
export function hashCase(body: Pick<Case, 'level' | 'needs' | 'environment' | 'tree' | 'questions'>): string {
  const text = JSON.stringify(body, (key, value: unknown) =>
    key === 'editions' ? editionTerms(value as string[]) : sortKeys(value),
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
