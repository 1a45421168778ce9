// Which cases must have a process of their own, because they or what they leave behind would disturb others.

import type { Adapter, Description } from '../adapters/adapter.ts';
import { judgedQuestions } from '../judge/judge.ts';
import type { Case, Question } from '../model/case.ts';
import type { Need } from '../model/vocabulary.ts';

/** What hosts are like is known of the adapter, and of the loader once it has introduced itself. */
export interface Loader {
  readonly adapter: Adapter;
  readonly description: Description;
}

export function needsOwnProcess(item: Case, edition: string, { adapter, description }: Loader): boolean {
  if (item.needs.includes('own process')) return true;
  const questions = judgedQuestions(item, edition);
  if (description.bare) return questions.some(endsItsProcess);
  return leavesSomething(item, adapter) || questions.some(isOfItsOwn);
}

/** Only from outside can be seen with which code a process ends that does not just come to its end. */
function endsItsProcess(question: Question): boolean {
  if (question.kind !== 'run') return question.kind === 'serve';
  return question.expect.some(({ exitCode = 0 }) => exitCode !== 0);
}

function isOfItsOwn(question: Question): boolean {
  if (question.kind !== 'run') return question.kind === 'serve';
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
