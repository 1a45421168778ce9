// Builds the cases of a report.

import type { Case, Expectation, Question } from '../../../model/case.ts';
import { describeExpectation } from '../../../model/describe.ts';
import { formatEditions } from '../../../model/edition-selector.ts';
import type { Verdict } from '../../../model/run.ts';
import type { ProseHtml } from './prose-html.ts';
import type { CaseData, QuestionData } from './report-data.ts';
import type { StringPool } from './string-pool.ts';

export function toCaseData(
  item: Case,
  ruleIndex: ReadonlyMap<string, number>,
  prose: ProseHtml,
  selectors: StringPool,
): CaseData {
  const { id, title, level, needs, environment, tree, hash, source } = item;
  return {
    id,
    title,
    level,
    needs,
    environment,
    tree,
    hash,
    rule: ruleIndex.get(item.rule) ?? -1,
    questions: item.questions.map((question) => toQuestionData(question, selectors)),
    source: `${source.file}:${source.line}`,
    html: prose.remarks(id),
    markdown: prose.markdown(id),
  };
}

function toQuestionData(question: Question, selectors: StringPool): QuestionData {
  const all: readonly Expectation[] = question.expect;
  const expect = all.map((expected) => ({
    kind: expected.kind,
    on: selectors.index(formatEditions(expected.editions)),
    words: describeExpectation(expected),
  }));
  return { ...question, expect };
}

/** A case of which only a verdict is left. */
export function toRetiredCase(verdict: Verdict, ruleIndex: ReadonlyMap<string, number>): CaseData {
  return {
    id: verdict.case,
    title: 'A case that is no longer in the specification',
    level: verdict.level,
    needs: [],
    environment: {},
    tree: [],
    hash: verdict.hash,
    rule: ruleIndex.get(verdict.rule) ?? -1,
    questions: [],
    source: '',
    html: '',
    markdown: '',
  };
}
