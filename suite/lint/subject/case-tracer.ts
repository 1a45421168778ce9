// What the linter has to know of a loader. The suite knows no loader, so the command brings one.

import type { Case, Question, Rule, TreeEntry } from '../../../model/case.ts';

/** A loader that shows the steps it takes. */
export interface CaseTracer {
  /** The ways that a case takes through the algorithms, each as the steps of one resolution in order. */
  waysOf(item: Case): ReadonlySet<string>;
  /** The paths in the tree that one question of a case touches. */
  touchedBy(item: Case, question: Question): ReadonlySet<string>;
  /** The entries of its tree that a case has no use for. */
  untouchedEntries(item: Case): readonly TreeEntry[];
  /** The labels of the steps of these rules that the cases take, which takes a process to know. */
  stepsTaken(cases: readonly Case[], rules: readonly Rule[]): Promise<ReadonlySet<string>>;
}
