// The types of answers.cjs, for those who ask in their own process.

import type { PlainAnswer } from '../../model/observation.ts';
import type { AskedCase, AskedQuestion } from './protocol.ts';

interface Driver {
  resolve(specifier: string, referrer: string, context: Omit<AskedCase, 'questions'>): unknown;
}

/** Asks one question after another, and calls `done` once with the answers in the same order. */
export function answerAll(
  driver: Driver,
  request: AskedCase,
  questions: readonly AskedQuestion[],
  runProgram: null,
  done: (answers: PlainAnswer[]) => void,
): void;
