// Why the reference answers as it does: each step it takes, each place it looks at, and why the others lost.

import { isAbsolute } from 'node:path';
import { createLoader, type FileSystem, type Outcome, type TraceEvent } from '../../reference/index.ts';
import { withoutDetails } from './details.ts';
import { type Choice, mapChoices } from './map-choices.ts';

/** One step as it was taken, with the rule that it belongs to. */
export interface ExplainedStep {
  readonly step: string;
  /** Id of the rule; absent where a step beyond the text was taken. */
  readonly rule?: string;
  /** What the page says there, Markdown; absent where a step beyond the text was taken. */
  readonly words?: string;
  readonly outcome: Outcome;
  readonly path?: string;
  /** What the step is about where that is not a path, such as a key of a package map. */
  readonly about?: string;
  /** Why the step was skipped. */
  readonly why?: string;
}

/** A place that was, or could have been, looked at for a file. */
export interface Candidate {
  readonly path: string;
  /** The step that looks there. */
  readonly step: string;
  readonly chosen: boolean;
  readonly why: string;
}

export type ExplainedAnswer =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'error'; readonly error: string; readonly message: string };

export interface Explanation {
  readonly specifier: string;
  readonly from: string;
  readonly edition: string;
  readonly answer: ExplainedAnswer;
  readonly steps: readonly ExplainedStep[];
  readonly candidates: readonly Candidate[];
  /** What the maps of packages decided. */
  readonly choices: readonly Choice[];
}

export interface ExplainOptions {
  readonly edition: string;
  readonly files: FileSystem;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The rule of a step's label, such as `load-as-file` of `LOAD_AS_FILE 2`. */
  readonly ruleOf: (step: string) => string | undefined;
  /** The words of a step. */
  readonly wordsOf: (step: string) => string | undefined;
}

/** @param from absolute path of the referrer; it need not exist */
export function explain(specifier: string, from: string, options: ExplainOptions): Explanation {
  const { events: all, answer } = resolveTraced(specifier, from, options);
  const events = withoutDetails(all);
  const steps = events.map(({ step, ...event }): ExplainedStep => {
    const rule = options.ruleOf(step);
    const words = options.wordsOf(step);
    return {
      step,
      ...(rule === undefined ? {} : { rule }),
      ...(words === undefined ? {} : { words }),
      ...event,
    };
  });
  const chosen = answer.kind === 'file' ? lastFound(events) : undefined;
  const probed = events
    .flatMap((event) => toCandidate(event, event === chosen, options.files))
    .filter((candidate, index, all) => candidate.chosen || isFirst(candidate, index, all));
  const hidden = findHiddenByMap(specifier, from, options, events);
  const candidates = [...probed, ...hidden, ...findRunnersUp(specifier, from, options, probed)];
  return {
    specifier,
    from,
    edition: options.edition,
    answer,
    steps,
    candidates,
    choices: mapChoices(events),
  };
}

function resolveTraced(
  specifier: string,
  from: string,
  { edition, files, environment }: ExplainOptions,
): { events: TraceEvent[]; answer: ExplainedAnswer } {
  const events: TraceEvent[] = [];
  const loader = createLoader({ edition, files, environment, trace: (event) => events.push(event) });
  try {
    const path = loader.resolve(specifier, from);
    return {
      events,
      answer: isAbsolute(path)
        ? { kind: 'file', path }
        : { kind: 'builtin', name: path.replace(/^node:/, '') },
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
    return { events, answer: { kind: 'error', error: code, message: error.message } };
  }
}

/** What is found on the way to a file, such as the package of the referrer, is not a file that was asked for. */
function lastFound(events: readonly TraceEvent[]): TraceEvent | undefined {
  return events.findLast(({ outcome }) => outcome === 'found');
}

function toCandidate({ step, outcome, path }: TraceEvent, chosen: boolean, files: FileSystem): Candidate[] {
  if (path === undefined) return [];
  if (chosen) return [{ path, step, chosen: true, why: 'is a file, and the first one found' }];
  const why = whyLost(step, outcome, path, files);
  return why === undefined ? [] : [{ path, step, chosen: false, why }];
}

function whyLost(step: string, outcome: Outcome, path: string, files: FileSystem): string | undefined {
  if (outcome === 'missing') return absenceOf(path, files);
  if (outcome !== 'holds') return undefined;
  if (folderSteps.includes(step)) return absenceOf(path, files);
  if (step === 'LOAD_MAIN 2' && files.kindOf(path) === 'file') return 'has no main that counts';
  return undefined;
}

/** The steps that pass over what is not a folder. */
const folderSteps = ['REQUIRE 4.ii.a', 'REQUIRE 4.ii.b', 'LOAD_AS_DIRECTORY 1', 'LOAD_NODE_MODULES 3.i'];

/** A place that was looked at twice is named once. */
function isFirst({ path }: Candidate, index: number, all: readonly Candidate[]): boolean {
  return all.findIndex((other) => other.path === path) === index;
}

function absenceOf(path: string, files: FileSystem): string {
  switch (files.kindOf(path)) {
    case 'folder':
      return 'is a folder';
    case 'unreachable':
      return "can't be looked at";
    case 'file':
      return 'is a file';
    case undefined:
      return 'is not there';
  }
}

const mostRunnersUp = 10;

/** The files that would have been found if those before them were missing. */
function findRunnersUp(
  specifier: string,
  from: string,
  options: ExplainOptions,
  probed: readonly Candidate[],
): Candidate[] {
  const hidden = new Set(probed.filter(({ chosen }) => chosen).map(({ path }) => path));
  const runnersUp: Candidate[] = [];
  if (hidden.size === 0) return [];
  while (runnersUp.length < mostRunnersUp) {
    const files = without(options.files, hidden);
    const { events, answer } = resolveTraced(specifier, from, { ...options, files });
    const found = answer.kind === 'file' ? lastFound(events) : undefined;
    if (found?.path === undefined || hidden.has(found.path)) break;
    hidden.add(found.path);
    runnersUp.push({ path: found.path, step: found.step, chosen: false, why: 'is there, but comes later' });
  }
  return runnersUp;
}

/** The file of a package that would be found if the package had no map of what others may ask for. */
function findHiddenByMap(
  specifier: string,
  from: string,
  options: ExplainOptions,
  events: readonly TraceEvent[],
): Candidate[] {
  const asked = events.find(({ step }) => step.startsWith('PACKAGE_EXPORTS_RESOLVE '));
  if (!asked) return [];
  const without = resolveTraced(specifier, from, { ...options, edition: 'locked' });
  const path = without.answer.kind === 'file' ? lastFound(without.events)?.path : undefined;
  if (path === undefined || events.some((event) => event.path === path)) return [];
  const why = "is there, but the package's exports do not name it";
  return [{ path, step: asked.step, chosen: false, why }];
}

/** A file system in which some files are missing. */
function without(files: FileSystem, hidden: ReadonlySet<string>): FileSystem {
  return { ...files, kindOf: (path) => (hidden.has(path) ? undefined : files.kindOf(path)) };
}
