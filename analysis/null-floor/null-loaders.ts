// The null loaders, which ignore the tree. The cases that they pass say nothing about a loader, so reports show the number.

import { posix } from 'node:path';
import type { Case, Question } from '../../model/case.ts';
import type { Answer } from '../../model/observation.ts';
import { createProgramRunner, type ProgramRunner } from './run-program.ts';

/** Answers a question about a tree at {@link nullRoot}. */
export type NullLoader = (item: Case, question: Question) => Answer;

export const nullRoot = '/tree';

export function createNullLoaders(): Readonly<Record<string, NullLoader>> {
  const throwing = createProgramRunner(throwNotFound);
  const empty = createProgramRunner(() => ({}));
  return {
    'always throws': answerBy(() => notFound, throwing),
    'always gives {}': answerBy(({ from }) => ownFile(from), empty),
    'always takes the first candidate': answerBy(firstCandidate, throwing),
  };
}

type Resolution = Extract<Question, { kind: 'resolve' }>;

/** None of these loaders is a server. */
function answerBy(resolve: (question: Resolution) => Answer, run: ProgramRunner): NullLoader {
  return (item, question) => {
    switch (question.kind) {
      case 'resolve':
        return resolve(question);
      case 'run':
        return run(item, question.entry);
      case 'serve':
        return { kind: 'serve', steps: [] };
    }
  };
}

const notFound: Answer = { kind: 'error', error: { name: 'Error', code: 'MODULE_NOT_FOUND' } };

function ownFile(from: string): Answer {
  return { kind: 'file', path: posix.join(nullRoot, from) };
}

function throwNotFound(): never {
  throw Object.assign(new Error('not found'), { code: 'MODULE_NOT_FOUND' });
}

/** The path that a specifier spells; the tree is not read. */
function firstCandidate({ from, specifier }: Resolution): Answer {
  const text = specifier.replaceAll('<tree>', nullRoot);
  const folder = posix.dirname(posix.join(nullRoot, from));
  const isPath = /^\.{0,2}(?:\/|$)/.test(text);
  return {
    kind: 'file',
    path: isPath ? posix.resolve(folder, text) : posix.join(folder, 'node_modules', text),
  };
}
