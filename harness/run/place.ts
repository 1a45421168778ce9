// Where a case is asked: among others, or apart from them because it or what it leaves behind would disturb them.

import type { Adapter, Description } from '../adapters/adapter.ts';
import { judgedQuestions } from '../judge/judge.ts';
import type { Case, Question } from '../model/case.ts';
import type { Need } from '../model/vocabulary.ts';

/** What hosts are like is known of the adapter, and of the loader once it has introduced itself. */
export interface Loader {
  readonly adapter: Adapter;
  readonly description: Description;
}

/** In a host that many cases share, in a thread of such a host, or in a process. */
export type Place = 'shared' | 'thread' | 'process';

export function placeOf(item: Case, edition: string, loader: Loader): Place {
  const { shared } = loader.adapter;
  const questions = judgedQuestions(item, edition);
  if (!shared || questions.some(({ kind }) => kind === 'serve')) return 'process';
  if (!mustBeApart(item, questions, loader)) return 'shared';
  return loader.description.threads?.(edition) ? 'thread' : 'process';
}

function mustBeApart(item: Case, questions: readonly Question[], { adapter, description }: Loader): boolean {
  if (item.needs.includes('own process')) return true;
  if (!description.rereadsVariables && readAtStart.some((name) => name in item.environment)) return true;
  if (description.bare) return questions.some(endsItsProcess);
  return leavesSomething(item, adapter) || questions.some(isOfItsOwn);
}

/** Node reads these once, when it starts. */
const readAtStart: readonly string[] = ['NODE_PRESERVE_SYMLINKS', 'NODE_PRESERVE_SYMLINKS_MAIN'];

/** Only from outside can be seen with which code a process ends that does not just come to its end. */
function endsItsProcess(question: Question): boolean {
  return question.kind === 'run' && question.expect.some(({ exitCode = 0 }) => exitCode !== 0);
}

function isOfItsOwn(question: Question): boolean {
  if (question.kind !== 'run') return false;
  return question.arguments.length > 0 || question.expect.some(({ exitCode }) => exitCode !== undefined);
}

function leavesSomething({ environment, needs }: Case, { putsBack }: Adapter): boolean {
  const disturbing = putsBack ? lasting : [...lasting, ...putBack];
  if (!putsBack && Object.keys(environment).length > 0) return true;
  return needs.some((need) => disturbing.includes(need));
}

/** What a case that needs these leaves behind in a process that holds more than a loader. */
const lasting: readonly string[] = ['fresh process', 'timers', 'warnings'] satisfies Need[];

const putBack: readonly string[] = ['require.extensions', 'global folders'] satisfies Need[];
