// Every rule of the linter, in the order of docs/lint.md.

import { brokenRename } from './rules/broken-rename.ts';
import { caseOrder } from './rules/case-order.ts';
import { classWithRule } from './rules/class-with-rule.ts';
import { classWithoutReason } from './rules/class-without-reason.ts';
import { contradictingRequirement } from './rules/contradicting-requirement.ts';
import { deadLink } from './rules/dead-link.ts';
import { droppedId } from './rules/dropped-id.ts';
import { glossaryWord } from './rules/glossary-word.ts';
import { idleCase } from './rules/idle-case.ts';
import { looseLink } from './rules/loose-link.ts';
import { malformedPage } from './rules/malformed-page.ts';
import { missingCounterCase } from './rules/missing-counter-case.ts';
import { newerSyntax } from './rules/newer-syntax.ts';
import { pageLength } from './rules/page-length.ts';
import { pageOrder } from './rules/page-order.ts';
import { realPackage } from './rules/real-package.ts';
import { reusedId } from './rules/reused-id.ts';
import { ruleSaidTwice } from './rules/rule-said-twice.ts';
import { ruleWithoutCase } from './rules/rule-without-case.ts';
import { ruleWithoutRequirement } from './rules/rule-without-requirement.ts';
import { ruleWithoutSource } from './rules/rule-without-source.ts';
import { staleEvidence } from './rules/stale-evidence.ts';
import { statementWithoutRule } from './rules/statement-without-rule.ts';
import { stepWithoutCase } from './rules/step-without-case.ts';
import { title } from './rules/title.ts';
import { turnOfPhrase } from './rules/turn-of-phrase.ts';
import { twinCase } from './rules/twin-case.ts';
import { twoFaults } from './rules/two-faults.ts';
import { unexercisedExpectation } from './rules/unexercised-expectation.ts';
import { unfinishedCase } from './rules/unfinished-case.ts';
import { unknownStatement } from './rules/unknown-statement.ts';
import { unlinkedPage } from './rules/unlinked-page.ts';
import { unregisteredSource } from './rules/unregistered-source.ts';
import { unspecifiedJudged } from './rules/unspecified-judged.ts';
import { untouchedFile } from './rules/untouched-file.ts';
import { wording } from './rules/wording.ts';
import type { LintRule } from './subject/lint-rule.ts';

export const lintRules: readonly LintRule[] = [
  malformedPage,
  pageOrder,
  pageLength,
  caseOrder,
  title,
  wording,
  glossaryWord,
  turnOfPhrase,
  deadLink,
  looseLink,
  unlinkedPage,
  reusedId,
  droppedId,
  brokenRename,
  statementWithoutRule,
  classWithoutReason,
  classWithRule,
  unknownStatement,
  unregisteredSource,
  ruleWithoutRequirement,
  ruleWithoutSource,
  unspecifiedJudged,
  contradictingRequirement,
  ruleSaidTwice,
  ruleWithoutCase,
  stepWithoutCase,
  missingCounterCase,
  unfinishedCase,
  newerSyntax,
  realPackage,
  twinCase,
  twoFaults,
  untouchedFile,
  staleEvidence,
  unexercisedExpectation,
  idleCase,
];
