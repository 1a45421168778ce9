// Reads a run or a report for a comparison. The file is untrusted: any other shape is refused.

import type { ComparedImplementation } from '../../../analysis/compare-runs.ts';
import { comparedFromRun, failedQuestions } from '../../../analysis/compared-run.ts';
import type { FormerRun } from '../../../model/former-run.ts';
import type { Run } from '../../../model/run.ts';
import { type QuestionsOf, upgradeRun } from '../../../model/upgrade-run.ts';
import type { ReportData } from '../data/report-data.ts';
import { createModel, letterWords, type Model } from './model.ts';
import { answerInColumn, answerOfVerdict, type ShownAnswer } from './shown-answer.ts';
import { unpackData } from './unpack-data.ts';

export interface ReadRun {
  readonly startedAt: string;
  readonly complete: boolean;
  readonly implementations: readonly ReadImplementation[];
}

export interface ReadImplementation extends ComparedImplementation {
  /** What it answered to the case with this id; undefined if it was not asked. */
  readonly answer: (id: string) => ShownAnswer | undefined;
}

/**
 * @param questionsOf finds the questions of a run of format 1
 * @returns what is wrong with the text, if it is neither a run as JSON nor a report
 */
export async function readRun(text: string, questionsOf: QuestionsOf): Promise<ReadRun | string> {
  try {
    const packed = embeddedData(text);
    const value: unknown = packed === undefined ? JSON.parse(text) : await unpackData(packed);
    if (isRun(value)) return fromRun(value);
    if (isFormerRun(value)) return fromRun(upgradeRun(value, questionsOf));
    if (isReport(value)) return comparedFromReport(createModel(value));
    if (isRecord(value) && value['kind'] === 'modspec report')
      return 'expected a report of format 2; found another format; the run itself, as JSON, can still be read';
    return 'expected a run of modspec or a report; found other JSON';
  } catch (error) {
    return `expected a run of modspec as JSON, or a report: ${error instanceof Error ? error.message : ''}`;
  }
}

/** This report as one side of a comparison. */
export function comparedFromReport(model: Model): ReadRun {
  const { data } = model;
  return {
    startedAt:
      data.runs
        .map(({ startedAt }) => startedAt)
        .sort()
        .at(-1) ?? '',
    complete: data.runs.every(({ complete }) => complete),
    implementations: model.columns.map((column) => ({
      spec: column.spec,
      name: column.name,
      version: column.version,
      edition: column.edition,
      answer(id) {
        const item = model.caseById.get(id);
        return item && answerInColumn(model, column, item);
      },
      verdicts: model.cases.flatMap((item) => {
        const verdict = letterWords[column.letter(item)];
        if (verdict === 'not asked') return [];
        const checks = column.detail(item)?.checks ?? [];
        return {
          case: item.id,
          hash: column.otherHashes[item.index] ?? item.hash,
          verdict,
          failed: failedQuestions(
            checks.map(([question, label, , observed]) => ({
              index: question,
              label: model.text(label),
              observed: model.text(observed),
            })),
          ),
          asksSeveral: item.questions.length > 1,
        };
      }),
    })),
  };
}

/** The run with the ids that its cases have in a newer report. */
export function withPresentIds(run: ReadRun, { presentId }: Pick<Model, 'presentId'>): ReadRun {
  const implementations = run.implementations.map((implementation) => ({
    ...implementation,
    verdicts: implementation.verdicts.map((verdict) => ({ ...verdict, case: presentId(verdict.case) })),
    answer(id: string) {
      const former = implementation.verdicts.find((verdict) => presentId(verdict.case) === id);
      return former && implementation.answer(former.case);
    },
  }));
  return { ...run, implementations };
}

function fromRun(run: Run): ReadRun {
  return {
    startedAt: run.header.startedAt,
    complete: run.footer.complete,
    implementations: comparedFromRun(run).map((implementation, at) => {
      const spec = run.header.implementations[at]?.spec;
      return {
        ...implementation,
        answer(id) {
          const verdict = run.verdicts.find((one) => one.case === id && one.implementation === spec);
          return verdict && answerOfVerdict(verdict);
        },
      };
    }),
  };
}

function embeddedData(text: string): string | undefined {
  return /<script id="data" type="application\/vnd\.modspec\.report">(.*?)<\/script>/s.exec(text)?.[1];
}

type Loose = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null;
}

/** The part of the shape that a comparison reads. */
function isRun(value: unknown): value is Run {
  return hasShape(value, 2, isVerdict);
}

function isFormerRun(value: unknown): value is FormerRun {
  return hasShape(value, 1, isFormerVerdict);
}

function hasShape(value: unknown, format: number, isOne: (verdict: Loose) => boolean): boolean {
  if (!isRecord(value) || !isRecord(value['header']) || !isRecord(value['footer'])) return false;
  const { kind, startedAt, implementations } = value['header'];
  return (
    kind === 'modspec run' &&
    value['header']['format'] === format &&
    typeof startedAt === 'string' &&
    isListOf(implementations, (one) => areTexts(one, ['spec', 'name', 'edition'])) &&
    isListOf(value['verdicts'], isOne)
  );
}

const verdictTexts = ['implementation', 'case', 'hash', 'verdict'];

function isVerdict(value: Loose): boolean {
  return areTexts(value, verdictTexts) && isListOf(value['questions'], isQuestion);
}

function isQuestion(value: Loose): boolean {
  return areTexts(value, ['asked', 'outcome']) && isListOf(value['checks'], isCheck);
}

function isCheck(value: Loose): boolean {
  return isRecord(value['expected']) && isObservation(value['observed']);
}

function isFormerVerdict(value: Loose): boolean {
  return areTexts(value, verdictTexts) && isListOf(value['checks'], isFormerCheck);
}

function isFormerCheck(value: Loose): boolean {
  return areTexts(value, ['question', 'expected']) && isObservation(value['observed']);
}

function isObservation(value: unknown): boolean {
  return isRecord(value) && areTexts(value, ['kind']);
}

function isReport(value: unknown): value is ReportData {
  return (
    isRecord(value) &&
    value['kind'] === 'modspec report' &&
    value['format'] === 2 &&
    ['strings', 'selectors', 'pages', 'rules', 'cases', 'runs', 'columns'].every((key) =>
      Array.isArray(value[key]),
    )
  );
}

function isListOf(value: unknown, test: (item: Loose) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isRecord(item) && test(item));
}

function areTexts(value: Loose, keys: readonly string[]): boolean {
  return keys.every((key) => typeof value[key] === 'string');
}
