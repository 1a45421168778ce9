// What the view of versions shows: the lines of Node, which of them each implementation behaves like, and its own versions.

import {
  type Behaviours,
  behavioursOf,
  type LineAnswer,
  type LineQuestion,
  lineScores,
  turnsOf,
} from '../../../analysis/versions/rule-lines.ts';
import { type VersionPoint, versionTrack } from '../../../analysis/versions/version-track.ts';
import { releasedEditions } from '../../../model/editions.ts';
import { groupBy } from '../../../model/group-by.ts';
import type { LineFit } from '../../parts/versions/line-fit-html.ts';
import type { QuestionData } from '../data/report-data.ts';
import { letterIn } from './histories.ts';
import { type CaseItem, type Column, type Letter, letterWords, type Model, type RuleItem } from './model.ts';

const editions = releasedEditions('node');
export const lineIds: readonly string[] = editions.map(({ id }) => id);
export const lineNames: readonly string[] = editions.map(({ line = '' }) => line);

export interface RuleOverLines {
  readonly rule: RuleItem;
  readonly behaviours: Behaviours;
  /** Computed when it is asked for: of hundreds of rules, few are in sight. */
  readonly followers: () => RuleFollowers;
}

export interface RuleFollowers {
  /** For each behaviour, the implementations that do the same in every case that they answered. */
  readonly byBehaviour: readonly (readonly string[])[];
  /** Those that do what no line does, or something of several. */
  readonly others: readonly string[];
}

/** The rules whose behaviour changed from line to line, among some cases. */
export function rulesOverLines(
  model: Model,
  columns: readonly Column[],
  cases: readonly CaseItem[],
): RuleOverLines[] {
  return [...groupBy(cases, ({ ruleItem }) => ruleItem)].flatMap(([rule, own]) => {
    const behaviours = behavioursOf(questionsOf(model, own), lineIds);
    return rule && turnsOf(behaviours).length > 0
      ? [{ rule, behaviours, followers: () => followersOf(model, columns, own, behaviours) }]
      : [];
  });
}

/** Undefined if the rule did not change. */
export function ruleBehaviours(model: Model, rule: RuleItem): Behaviours | undefined {
  const cases = rule.cases.flatMap((index) => model.cases[index] ?? []);
  const behaviours = behavioursOf(questionsOf(model, cases), lineIds);
  return turnsOf(behaviours).length > 0 ? behaviours : undefined;
}

function questionsOf(model: Model, cases: readonly CaseItem[]): LineQuestion[] {
  return cases.flatMap(({ questions }) => questions.map((question) => toLineQuestion(model, question)));
}

function toLineQuestion(model: Model, { expect }: QuestionData): LineQuestion {
  return { expect: expect.map(({ on }) => ({ editions: model.editionsOf(on) })) };
}

function followersOf(
  model: Model,
  columns: readonly Column[],
  cases: readonly CaseItem[],
  behaviours: Behaviours,
): RuleFollowers {
  const count = Math.max(...behaviours.map((one) => (one ?? -1) + 1));
  const followers: string[][] = Array.from({ length: count }, () => []);
  const others: string[] = [];
  for (const column of columns) {
    const answers = cases.flatMap((item) => lineAnswers(model, column, item));
    if (answers.length === 0) continue;
    const like = lineScores(answers, lineIds).findLastIndex(
      ({ agree, asked }) => asked > 0 && agree === asked,
    );
    const behaviour = behaviours[like];
    if (behaviour === undefined) others.push(column.label);
    else followers[behaviour]?.push(column.label);
  }
  return { byBehaviour: followers, others };
}

/** Each implementation with its share of the answers of each line, among the questions to which the lines do not answer alike. */
export function lineFits(
  model: Model,
  columns: readonly Column[],
  cases: readonly CaseItem[],
  hrefOf: (column: Column) => string,
): LineFit[] {
  const asked = cases.filter((item) => isTelling(model, item));
  return columns.flatMap((column) => {
    const scores = lineScores(
      asked.flatMap((item) => lineAnswers(model, column, item)),
      lineIds,
    );
    if (scores.every((score) => score.asked === 0)) return [];
    return { label: column.label, edition: column.edition, href: hrefOf(column), scores };
  });
}

const telling = new WeakMap<CaseItem, boolean>();

/** Whether the lines do not answer some question of it alike. */
function isTelling(model: Model, item: CaseItem): boolean {
  const found =
    telling.get(item) ??
    item.questions.some((one) => turnsOf(behavioursOf([toLineQuestion(model, one)], lineIds)).length > 0);
  telling.set(item, found);
  return found;
}

const known = new WeakMap<Column, Map<number, readonly LineAnswer[]>>();

/** For each question that was answered: which lines do the same. It is found once, because every keystroke in the search needs it. */
function lineAnswers(model: Model, column: Column, item: CaseItem): readonly LineAnswer[] {
  const own = known.get(column) ?? new Map<number, readonly LineAnswer[]>();
  known.set(column, own);
  const answers = own.get(item.index) ?? findLineAnswers(model, column, item);
  own.set(item.index, answers);
  return answers;
}

function findLineAnswers(model: Model, column: Column, item: CaseItem): LineAnswer[] {
  const letter = column.letter(item);
  if (letter !== 'p' && letter !== 'f') return [];
  const failed = new Set((column.detail(item)?.checks ?? []).map(([index]) => index));
  return item.questions.flatMap((question, index) => {
    const { expect } = toLineQuestion(model, question);
    const own = expect.findIndex(({ editions: all }) => all.includes(column.edition));
    if (own < 0) return [];
    const fits = failed.has(index)
      ? model.editionsOf(column.fits?.[`${item.index}.${index}`] ?? -1)
      : (expect[own]?.editions ?? []);
    return [
      lineIds.map((line) =>
        expect.some(({ editions: all }) => all.includes(line)) ? fits.includes(line) : undefined,
      ),
    ];
  });
}

export interface Track {
  readonly name: string;
  readonly points: readonly VersionPoint[];
  /** Of a history, how its versions were judged: the report has no columns for them. */
  readonly judged?: { readonly edition: string; readonly seen: string };
}

/** So many versions make a line. */
const leastVersions = 3;

/** The implementations of which the report has several versions: as columns, or as histories. */
export function versionTracks(model: Model, columns: readonly Column[]): Track[] {
  return [...columnTracks(model, columns), ...historyTracks(model)];
}

function columnTracks(model: Model, columns: readonly Column[]): Track[] {
  return [...groupBy(columns, ({ name }) => name)].flatMap(([name, own]) => {
    const versions = new Map(own.map((column) => [column.version ?? '', column]));
    if (versions.size < leastVersions) return [];
    const sources = [...versions].map(([version, column]) => ({
      version,
      verdict: (item: CaseItem) => wordOf(column.letter(item)),
    }));
    return [{ name, points: versionTrack(sources, trackedRules(model)) }];
  });
}

function historyTracks(model: Model): Track[] {
  return (model.data.histories ?? []).map((history) => {
    const { name, edition, seen, versions } = history;
    const sources = versions.map(({ version }, index) => ({
      version,
      verdict: (item: CaseItem) => wordOf(letterIn(model, history, item, index)),
    }));
    const points = versionTrack(sources, trackedRules(model));
    return { name, points, judged: { edition, seen } };
  });
}

function wordOf(letter: Letter) {
  const word = letterWords[letter];
  return word === 'not asked' ? undefined : word;
}

function trackedRules({ rules, cases }: Model) {
  return rules.map((rule) => ({
    rule: rule.id,
    cases: rule.cases.flatMap((index) => cases[index] ?? []),
  }));
}
