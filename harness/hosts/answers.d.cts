// The types of answers.cjs, for those who ask in their own process.

import type { PlainAnswer } from '../../model/observation.ts';
import type { Platform } from '../../model/platform.ts';
import type { AskedCase, AskedQuestion } from './protocol.ts';

/** What a function learns of the case. */
export type AskedContext = Omit<AskedCase, 'questions' | 'platform' | 'conditions'> & {
  readonly platform: Platform;
  readonly conditions: readonly string[];
};

type Ask = (specifier: string, referrer: string, context: AskedContext) => unknown;

interface Driver {
  readonly resolve?: Ask | undefined;
  readonly resolveImport?: Ask | undefined;
  readonly resolveImportMeta?: Ask | undefined;
}

/** Asks one question after another, and calls `done` once with the answers in the same order. */
export function answerAll(
  driver: Driver,
  request: AskedCase,
  questions: readonly AskedQuestion[],
  runProgram: null,
  done: (answers: PlainAnswer[]) => void,
): void;
