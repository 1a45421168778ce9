// The data of a report: plain JSON, which the page in the browser reads. Long or repeated texts are stored once in
// `strings` and named by their index, so that forty implementations fit into one file.

import type { Case, Expectation, Question, Rule } from '../../../model/case.ts';
import type { RanImplementation, Run } from '../../../model/run.ts';
import type { Level } from '../../../model/vocabulary.ts';

export interface ReportData {
  readonly kind: 'modspec report';
  readonly format: 2;
  /** Version of the modspec that wrote the report. */
  readonly modspec: string;
  /** The `--spec` of rerun commands; absent for the bundled cases. */
  readonly spec?: string;
  readonly strings: readonly string[];
  /** Edition selectors, such as `node 4–8`; expectations name one by its index. */
  readonly selectors: readonly string[];
  readonly pages: readonly PageData[];
  readonly rules: readonly RuleData[];
  readonly cases: readonly CaseData[];
  readonly runs: readonly RunData[];
  readonly columns: readonly ColumnData[];
  /** Implementations over their versions; absent in older reports. */
  readonly histories?: readonly HistoryData[];
  readonly traces: TraceTable;
  /** The steps of the algorithms; absent in older reports. */
  readonly steps?: readonly StepData[];
  /** The former ids; absent in older reports. */
  readonly former?: Readonly<Record<string, FormerFate>>;
}

/** A step of an algorithm, in the words of its page. */
export interface StepData {
  readonly label: string;
  /** Index into `rules`. */
  readonly rule: number;
  /** Markdown without links. */
  readonly text: string;
}

/** The new id, or the reason why there is none. */
export type FormerFate = { readonly renamed: string } | { readonly retired: string };

export interface PageData {
  readonly id: string;
  readonly title: string;
  /** See `chapterOf`; absent in older reports. */
  readonly chapter?: string;
  /** Rendered Markdown of the text before the first section. */
  readonly html: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly sections: readonly SectionData[];
}

export interface SectionData {
  readonly title: string;
  readonly html: string;
  /** Indices into `rules`. */
  readonly rules: readonly number[];
}

export interface RuleData extends Pick<Rule, 'id' | 'title' | 'requirement' | 'sources'> {
  /** Index into `pages`; -1 for a rule that only a run contains. */
  readonly page: number;
  /** Rendered Markdown: the normative text, and what the page adds to it. */
  readonly html: string;
  /** Indices into `cases`. */
  readonly cases: readonly number[];
  /** Of an operation of the algorithm, the editions in which a step reaches it. */
  readonly editions?: readonly string[];
}

export interface ExpectationData {
  readonly kind: Expectation['kind'];
  /** Index into `selectors`. */
  readonly on: number;
  /** In the words of `describeExpectation`. */
  readonly words: string;
}
type Asked<T> = T extends Question
  ? Omit<T, 'expect'> & {
      /** One for each group of editions that expects the same. */
      readonly expect: readonly ExpectationData[];
    }
  : never;
export type QuestionData = Asked<Question>;

export interface CaseData
  extends Pick<Case, 'id' | 'title' | 'level' | 'needs' | 'environment' | 'tree' | 'hash'> {
  /** Index into `rules`. */
  readonly rule: number;
  readonly questions: readonly QuestionData[];
  /** `file:line` of the page. */
  readonly source: string;
  /** Rendered Markdown of the remarks between the parts of the case. */
  readonly html: string;
  /** The case as its page has it; empty if the page was not available. */
  readonly markdown: string;
}

export interface RunData extends Pick<Run['header'], 'startedAt' | 'platform' | 'modspec' | 'shard'> {
  /** How many cases were selected; absent in older reports, as is the next. */
  readonly cases?: number;
  /** How many there were to select from. */
  readonly available?: number;
  /** The command that asks the same. */
  readonly command?: string;
  readonly complete: boolean;
  /** Present if `--bail` stopped the run early. */
  readonly stopped?: Run['footer']['stopped'];
  readonly durationMs: number;
  /** What kept the implementations in, in words; absent if nobody asked for it. */
  readonly contained?: string;
  /** Where the baseline differs from the run. */
  readonly baseline?: NonNullable<Run['baseline']>;
}

/** One implementation of one run. */
export interface ColumnData
  extends Pick<RanImplementation, 'spec' | 'name' | 'version' | 'homepage' | 'edition' | 'kind' | 'note'> {
  /** Index into `runs`. */
  readonly run: number;
  /** A {@link verdictLetters letter} for every case, in the order of `cases`; `.` where it was not asked. */
  readonly verdicts: string;
  /** Milliseconds for every case, separated by spaces; empty where it was not asked. */
  readonly ms: string;
  /** The details of verdicts, by the index of the case. */
  readonly details: Readonly<Record<string, DetailData>>;
  /** The cases that have changed since: their hash in the run, by index. */
  readonly otherHashes: Readonly<Record<string, string>>;
  readonly floor: FloorData;
  /** By `case.question`: the editions that expect what was observed instead, as an index into `selectors`; absent in older reports. */
  readonly fits?: Readonly<Record<string, number>>;
}

/** The versions of one implementation that could be asked, all judged by the same edition. */
export interface HistoryData {
  readonly name: string;
  readonly edition: string;
  /** The day on which the newest of these versions was asked. */
  readonly seen: string;
  /** The lowest first. */
  readonly versions: readonly {
    readonly version: string;
    readonly date: string;
    readonly pass: number;
    readonly asked: number;
  }[];
  /** For every case an index into `strings`: a {@link verdictLetters letter} for each version; -1 where it is not in the history. */
  readonly verdicts: readonly number[];
}

/** How many of the cases that were asked the best null loader passes, and of their questions. */
export interface FloorData {
  readonly total: FloorScore;
  readonly levels: Partial<Readonly<Record<Level, FloorScore>>>;
}

export interface FloorScore {
  readonly loader: string;
  readonly pass: number;
  readonly questions: { readonly pass: number; readonly asked: number };
}

export interface DetailData {
  /** These are indices into `strings`. */
  readonly reason?: number;
  readonly issue?: number;
  readonly stderr?: number;
  /** Why a baseline accepts it, and what the implementation documents about it. */
  readonly accepted?: number;
  readonly intended?: number;
  /** The earlier verdict from a shared process, if it was another one. */
  readonly shared?: string;
  /** The failed checks. */
  readonly checks?: readonly CheckData[];
}

/**
 * The index of the question in the case, then indices into `strings`: in words, the question or the step of a server, and what was
 * expected; as JSON, what was observed (`keptObservation`); then where the loader left the reference's steps.
 */
export type CheckData = readonly [
  question: number,
  label: number,
  expected: number,
  observed: number,
  departure?: DepartureData,
];

/**
 * `edition`: it did as the reference does in other editions; `missed`: as if it had not seen what the step found;
 * `latest`: it is only known that it left at this step or before.
 */
export interface DepartureData {
  readonly kind: 'edition' | 'missed' | 'latest';
  /** Index of the event in the trace. */
  readonly at: number;
  /** Index into `selectors`, for the kind `edition`. */
  readonly on?: number;
}

export interface TraceTable {
  /** Each a list of indices into `strings`, an event being `step|outcome|path`; the answer comes last. */
  readonly all: readonly (readonly number[])[];
  /** `case.question.edition` → index into `all`. The edition is an index into `editions`. */
  readonly of: Readonly<Record<string, number>>;
  readonly editions: readonly string[];
}

export const verdictLetters = {
  pass: 'p',
  fail: 'f',
  crash: 'c',
  timeout: 't',
  skip: 's',
  error: 'e',
} as const;
