// Decides where a case is asked: in a shared process, or apart because other cases would disturb it or it them.

import type { Case, Question } from '../../model/case.ts';
import type { JudgedCase } from '../../model/judged-case.ts';
import type { Need } from '../../model/vocabulary.ts';
import type { Adapter, Description, Variables } from '../adapters/adapter.ts';

/** Some facts about hosts come from the adapter, others from the loader once it has introduced itself. */
export interface DescribedLoader {
  readonly adapter: Adapter;
  readonly description: Description;
}

/** In a shared host, in a thread of a shared host, or in a process of its own. */
export type HostKind = 'shared' | 'thread' | 'process';

export function placeOf({ item, edition, questions: judged }: JudgedCase, loader: DescribedLoader): HostKind {
  const { shared } = loader.adapter;
  const questions = judged.map(({ question }) => question);
  if (!shared || questions.some(({ kind }) => kind === 'serve')) return 'process';
  if (preloadsAtStart(item, loader)) return 'process';
  if (!mustBeApart(item, questions, loader)) return 'shared';
  return loader.description.threads?.(edition) ? 'thread' : 'process';
}

/**
 * The variables with which a shared host must be started to take the case; undefined if the case can do without such a host, or
 * can't share it either.
 */
export function variablesToStartWith(judged: JudgedCase, loader: DescribedLoader): Variables | undefined {
  const isRead = ([name, value]: [string, string]) =>
    readAtStart.includes(name) ||
    (name === 'NODE_OPTIONS' && loader.description.preloads && !loadsModules(value));
  const all = Object.entries(judged.item.environment);
  const read = all.filter(isRead);
  if (read.length === 0 || loader.description.rereadsVariables) return undefined;
  const environment = Object.fromEntries(all.filter((entry) => !isRead(entry)));
  const isShared = placeOf({ ...judged, item: { ...judged.item, environment } }, loader) === 'shared';
  return isShared ? Object.fromEntries(read) : undefined;
}

/** Whether a flag names a module that Node loads before the program. */
function loadsModules(options: string): boolean {
  return /(?:^|\s)(?:-r|--require|--import|--(?:experimental-)?loader)\b/.test(options);
}

/** Whether Node itself must preload something: in a thread that would come before the host, which then does not see its output. */
function preloadsAtStart({ environment, needs }: Case, { description }: DescribedLoader): boolean {
  const { NODE_OPTIONS: options } = environment;
  if (options === undefined) return false;
  // The Node of the host imports ES modules, and it reads conditions when it starts.
  if (description.rereadsVariables)
    return ['user conditions', 'es programs'].every((need) => needs.includes(need));
  return !(description.preloads && /^(?:(?:--require|-r)[ =][^\s"]+ *)+$/.test(options));
}

function mustBeApart(
  item: Case,
  questions: readonly Question[],
  { adapter, description }: DescribedLoader,
): boolean {
  if (item.needs.includes('own process')) return true;
  if (!description.rereadsVariables && readAtStart.some((name) => name in item.environment)) return true;
  if (description.bare) return questions.some(endsItsProcess);
  if (leavesSomething(item, adapter) || isAboutMain(item, adapter)) return true;
  return questions.some(isOfItsOwn) || questions.some(isImported);
}

/** Node reads these variables only when it starts. */
const readAtStart: readonly string[] = [
  'NODE_PRESERVE_SYMLINKS',
  'NODE_PRESERVE_SYMLINKS_MAIN',
  'NODE_PENDING_DEPRECATION',
];

/** An exit code other than 0 is only visible from outside the process. */
function endsItsProcess(question: Question): boolean {
  return question.kind === 'run' && question.expect.some(({ exitCode = 0 }) => exitCode !== 0);
}

function isOfItsOwn(question: Question): boolean {
  if (question.kind !== 'run') return false;
  return question.arguments.length > 0 || question.expect.some(({ exitCode }) => exitCode !== undefined);
}

/** What an ES module prints after it has been evaluated belongs to its program; and only the entry of a process is nobody's import. */
function isImported(question: Question): boolean {
  return question.kind === 'run' && question.entry.endsWith('.mjs');
}

function leavesSomething({ environment, needs }: Case, { putsBack }: Adapter): boolean {
  const disturbing = putsBack ? lasting : [...lasting, ...putBack];
  if (!putsBack && Object.keys(environment).length > 0) return true;
  return needs.some((need) => disturbing.includes(need));
}

/** Other runtimes know only one main module, which in a shared host is not the program of the case. */
function isAboutMain({ needs }: Case, { putsBack }: Adapter): boolean {
  return !putsBack && needs.includes('require.main');
}

/** Cases with these needs leave something behind in a process that contains more than a loader. */
const lasting: readonly string[] = ['fresh process', 'timers', 'warnings'] satisfies Need[];

const putBack: readonly string[] = ['require.extensions', 'global folders'] satisfies Need[];
