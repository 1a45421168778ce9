// All rules asked about all pages.

import { didYouMean } from '../../model/input/did-you-mean.ts';
import { UsageError } from '../../model/usage-error.ts';
import { lintRules } from './catalogue.ts';
import type { Finding } from './subject/finding.ts';
import type { LintRule } from './subject/lint-rule.ts';
import type { Subject } from './subject/subject.ts';

/**
 * @throws {UsageError} naming what there is when a name is none of a rule.
 */
export function chooseRules(names: readonly string[]): readonly LintRule[] {
  return names.length === 0 ? lintRules : names.map(chooseRule);
}

export function chooseRule(name: string): LintRule {
  const found = lintRules.find((rule) => rule.name === name);
  if (found) return found;
  const names = lintRules.map((rule) => rule.name);
  throw new UsageError(`the linter has no rule '${name}'; ${didYouMean(name, names)}see 'modspec list lint'`);
}

/** What the rules find, by file and line. */
export function findProblems(subject: Subject, rules: readonly LintRule[] = lintRules): Finding[] {
  const parses = subject.refused.length === 0;
  const asked = rules.filter(({ readsText }) => parses || readsText === true);
  const found = asked.flatMap((rule) =>
    rule.check(subject).map((problem) => ({ rule: rule.name, ...problem })),
  );
  return withoutEchoes(found).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** Where another rule says what is wrong with a line, the parser's refusal of it says nothing new. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const told = new Set(findings.filter(({ rule }) => rule !== malformed).map(placeOf));
  return findings.filter((finding) => finding.rule !== malformed || !told.has(placeOf(finding)));
}

const malformed = 'malformed-page';

function placeOf({ file, line }: Finding): string {
  return `${file}:${line}`;
}
