// The shape of every rule of the linter.

import type { Problem } from './finding.ts';
import type { Subject } from './subject.ts';

export interface LintRule {
  /** Permanent, in the words of an id. */
  readonly name: string;
  /** Why it matters, for an author who doubts it. Markdown. */
  readonly reason: string;
  /** How a finding is mended. Markdown. */
  readonly fix: string;
  /** Whether the rule also looks at pages that do not parse; the others wait until all do. */
  readonly readsText?: true;
  readonly check: (subject: Subject) => readonly Problem[];
}
