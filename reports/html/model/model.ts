// Prepares the embedded data for the page: columns with names, verdicts by letter, texts to search.

import { parseEditionSelector } from '../../../model/edition-selector.ts';
import type { VerdictWord } from '../../../model/run.ts';
import type { QuestionsOf } from '../../../model/upgrade-run.ts';
import type {
  CaseData,
  ColumnData,
  DetailData,
  ExpectationData,
  PageData,
  ReportData,
  RuleData,
  StepData,
} from '../data/report-data.ts';
import { nameColumns } from './name-columns.ts';
import { questionText } from './question-text.ts';

export type Letter = 'p' | 'f' | 'c' | 't' | 's' | 'e' | '.';

export interface Model {
  readonly data: ReportData;
  readonly pages: readonly Page[];
  readonly rules: readonly RuleItem[];
  readonly cases: readonly CaseItem[];
  readonly columns: readonly Column[];
  readonly caseById: ReadonlyMap<string, CaseItem>;
  readonly ruleById: ReadonlyMap<string, RuleItem>;
  /** The present id of an id; the same id if it was never renamed. */
  readonly presentId: (id: string) => string;
  readonly text: (index: number) => string;
  /** The step of an algorithm with this label. */
  readonly step: (label: string) => StepData | undefined;
  /** The editions that a selector index of an expectation names. */
  readonly editionsOf: (selector: number) => readonly string[];
}

export interface Page extends PageData {
  readonly index: number;
}

export interface RuleItem extends RuleData {
  readonly index: number;
  readonly pageId: string;
}

export interface CaseItem extends CaseData {
  readonly index: number;
  readonly ruleItem: RuleItem | undefined;
  /** The titles, ids and specifiers, in which words are searched; in lower case. */
  readonly names: string;
  /** Everything that it asks, expects and has in its files; in lower case. */
  readonly contents: () => string;
}

export interface Column extends ColumnData {
  readonly index: number;
  /** The shortest unique name. */
  readonly label: string;
  readonly complete: boolean;
  readonly letter: (item: CaseItem) => Letter;
  readonly detail: (item: CaseItem) => DetailData | undefined;
  readonly milliseconds: (item: CaseItem) => number | undefined;
}

export function createModel(data: ReportData): Model {
  const rules = data.rules.map((rule, index) => ({
    ...rule,
    index,
    pageId: data.pages[rule.page]?.id ?? '',
  }));
  const cases = data.cases.map((item, index) => toCaseItem(item, index, rules[item.rule]));
  const steps = new Map(data.steps?.map((step) => [step.label, step]));
  const labels = nameColumns(data.columns, data.runs);
  const editions = data.selectors.map((selector) => parseEditionSelector(selector));
  const columns = data.columns.map((column, index) => ({
    ...toColumn(column, index, labels[index] ?? column.name),
    complete: isComplete(column, data, editions),
  }));
  return {
    data,
    pages: data.pages.map((page, index) => ({ ...page, index })),
    rules,
    cases,
    columns,
    caseById: new Map(cases.map((item) => [item.id, item])),
    ruleById: new Map(rules.map((rule) => [rule.id, rule])),
    presentId: (id) => presentIdOf(data, id),
    text: (index) => data.strings[index] ?? '',
    step: (label) => steps.get(label),
    editionsOf: (selector) => editions[selector] ?? [],
  };
}

export function presentIdOf({ former = {} }: ReportData, id: string): string {
  const fate = Object.hasOwn(former, id) ? former[id] : undefined;
  return fate && 'renamed' in fate ? fate.renamed : id;
}

function toCaseItem(item: CaseData, index: number, ruleItem: RuleItem | undefined): CaseItem {
  const specifiers = item.questions.map((question) =>
    question.kind === 'resolve' ? question.specifier : '',
  );
  const names = [item.id, item.title, ruleItem?.id, ruleItem?.title, ...specifiers].join('\n').toLowerCase();
  let contents: string | undefined;
  return {
    ...item,
    index,
    ruleItem,
    names,
    contents() {
      contents ??= `${names}\n${contentsOf(item)}`;
      return contents;
    },
  };
}

function contentsOf({ questions, tree }: CaseData): string {
  const asked = questions.map(questionText);
  const answers = questions.flatMap(({ expect }) => expect.map(({ words }) => words));
  const files = tree.flatMap((entry) => [entry.path, entry.kind === 'file' ? entry.text : '']);
  return [...asked, ...answers, ...files].join('\n').toLowerCase();
}

/** Of a run that was broken off, the implementations that were asked everything before are complete. */
function isComplete(column: ColumnData, { runs, cases }: ReportData, editions: readonly string[][]): boolean {
  if (runs[column.run]?.complete) return true;
  const judged = cases.filter(({ questions }) =>
    questions.some(({ expect }) => expect.some(({ on }) => editions[on]?.includes(column.edition))),
  );
  return column.verdicts.replaceAll('.', '').length >= judged.length;
}

function toColumn(column: ColumnData, index: number, label: string): Omit<Column, 'complete'> {
  const times = column.ms.split(' ');
  return {
    ...column,
    index,
    label,
    letter: (item) => (column.verdicts[item.index] ?? '.') as Letter,
    detail: (item) => column.details[item.index],
    milliseconds: (item) => (times[item.index] ? Number(times[item.index]) : undefined),
  };
}

export const letterWords: Readonly<Record<Letter, VerdictWord | 'not asked'>> = {
  p: 'pass',
  f: 'fail',
  c: 'crash',
  t: 'timeout',
  s: 'skip',
  e: 'error',
  '.': 'not asked',
};

/** The questions of a case in words; undefined for a case with another hash. */
export function questionsIn({ caseById, presentId }: Model): QuestionsOf {
  return (id, hash) => {
    const item = caseById.get(presentId(id));
    return item?.hash === hash ? item.questions.map(questionText) : undefined;
  };
}

/** Whether a verdict counts against an implementation. */
export function isBad(letter: Letter): boolean {
  return letter === 'f' || letter === 'c' || letter === 't' || letter === 'e';
}

/** Whether the implementation was asked and the case not skipped. */
export function isAsked(letter: Letter): boolean {
  return letter !== '.' && letter !== 's';
}

/** The first expectation of a question for an edition. */
export function expectationFor(
  model: Model,
  expect: readonly ExpectationData[],
  edition: string,
): ExpectationData | undefined {
  return expect.find(({ on }) => model.editionsOf(on).includes(edition));
}
