// Why the reference answers as it does: each step it takes, each place it looks at, and why the others lost.

import { isUrl } from '../../model/is-url.ts';
import { machinePlatform } from '../../model/machine-platform.ts';
import type { Platform } from '../../model/platform.ts';
import type { Way } from '../../model/vocabulary.ts';
import {
  createLoader,
  type FileSystem,
  type Outcome,
  pathRules,
  type TraceEvent,
} from '../../reference/index.ts';
import { askBy, pathOfAnswer } from '../steps/resolve-by.ts';
import { type Candidate, findCandidates, type Taken } from './candidates.ts';
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

export type ExplainedAnswer =
  /** The URL is what `import` resolves to. */
  | { readonly kind: 'file'; readonly path: string; readonly url?: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'error'; readonly error: string; readonly message: string };

/** One question. */
export interface Explained {
  readonly specifier: string;
  /** The absolute path of the referrer, which need not exist; by `import` it may also be a URL. */
  readonly from: string;
  readonly by: Way;
}

export interface Explanation extends Explained {
  readonly edition: string;
  /** Whose rules paths follow; absent: those of the machine. */
  readonly platform?: Platform;
  readonly answer: ExplainedAnswer;
  readonly steps: readonly ExplainedStep[];
  readonly candidates: readonly Candidate[];
  /** What the maps of packages decided. */
  readonly choices: readonly Choice[];
}

export interface ExplainOptions {
  readonly edition: string;
  /** Whose rules paths follow; absent: those of the machine. */
  readonly platform?: Platform | undefined;
  readonly files: FileSystem;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Conditions of package maps that apply besides those of the edition. */
  readonly conditions?: readonly string[];
  /** The rule of a step's label, such as `load-as-file` of `LOAD_AS_FILE 2`. */
  readonly ruleOf: (step: string) => string | undefined;
  /** The words of a step. */
  readonly wordsOf: (step: string) => string | undefined;
}

export function explain(asked: Explained, options: ExplainOptions): Explanation {
  const { answer, ...taken } = take(asked, options);
  return {
    ...asked,
    edition: options.edition,
    ...(options.platform === undefined || options.platform === machinePlatform
      ? {}
      : { platform: options.platform }),
    answer,
    steps: taken.events.map((event) => explainStep(event, options)),
    candidates: findCandidates(taken, options.files, (files) => take(asked, { ...options, files })),
    choices: mapChoices(taken.events),
  };
}

function take(asked: Explained, options: ExplainOptions): Taken & { readonly answer: ExplainedAnswer } {
  const { events: all, answer } = traceAnswer(asked, options);
  const events = withoutDetails(all);
  // What is found on the way to a file, such as the package of the referrer, is not a file that was asked for.
  const found = events.findLast(
    ({ step, outcome }) => outcome === 'found' && (asked.by === 'require' || step === stepOfImport),
  );
  return { answer, events, found: answer.kind === 'file' ? found : undefined };
}

/** With this step every way of `import` finds its file. */
const stepOfImport = 'RESOLVE_FILE_URL 11';

function explainStep({ step, ...event }: TraceEvent, { ruleOf, wordsOf }: ExplainOptions): ExplainedStep {
  const rule = ruleOf(step);
  const words = wordsOf(step);
  return {
    step,
    ...(rule === undefined ? {} : { rule }),
    ...(words === undefined ? {} : { words }),
    ...event,
  };
}

function traceAnswer(
  { specifier, from, by }: Explained,
  { edition, platform = machinePlatform, files, environment, conditions = [] }: ExplainOptions,
): { events: TraceEvent[]; answer: ExplainedAnswer } {
  const events: TraceEvent[] = [];
  const trace = (event: TraceEvent) => events.push(event);
  const loader = createLoader({ edition, platform, files, environment, conditions, trace });
  try {
    return { events, answer: toAnswer(askBy(loader, by, specifier, from), platform) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
    return { events, answer: { kind: 'error', error: code, message: error.message } };
  }
}

function toAnswer(found: string, platform: Platform): ExplainedAnswer {
  if (pathRules(platform).isAbsolute(found)) return { kind: 'file', path: found };
  if (found.startsWith('file:')) return { kind: 'file', path: pathOfAnswer(found, { platform }), url: found };
  if (isUrl(found) && !found.startsWith('node:')) return { kind: 'url', url: found };
  return { kind: 'builtin', name: found.replace(/^node:/, '') };
}
