// Asks a function in this process about the resolutions of a case, with the code that also runs inside hosts.

import type { JudgedCase } from '../../model/judged-case.ts';
import type { PlainAnswer } from '../../model/observation.ts';
import type { AnsweredQuestion } from '../../model/run.ts';
import answering, { type AskedContext } from '../hosts/answers.cjs';
import type { AskedCase } from '../hosts/protocol.ts';
import variables from '../hosts/put-back.cjs';
import { judge } from '../judge/judge.ts';
import { buildTree } from '../trees/build-tree.ts';
import type { TreeStore } from '../trees/tree-store.ts';
import { toAsked } from './asked-case.ts';

type Ask<T> = (specifier: string, referrer: string, context: AskedContext) => T | Promise<T>;

/** The functions that are asked, one for each way. */
export interface Resolvers {
  readonly resolve?: Ask<string> | undefined;
  readonly resolveImport?: Ask<string | URL> | undefined;
  readonly resolveImportMeta?: Ask<string | URL> | undefined;
}

export interface HereOptions {
  readonly resolvers: Resolvers;
  /** False if its errors have no codes. */
  readonly errorCodes: boolean;
  /** Where trees are made. */
  readonly store: TreeStore;
  readonly timeoutMs: number;
}

/**
 * The outcome of every question of a case that asks only resolutions. One case is asked after another, because variables are set in
 * the whole process.
 */
export function askHere(judged: JudgedCase, options: HereOptions): Promise<AnsweredQuestion[]> {
  const asked = last.then(() => askNow(judged, options));
  last = asked.catch(() => undefined);
  return asked;
}

let last: Promise<unknown> = Promise.resolve();

async function askNow(
  judged: JudgedCase,
  { resolvers, errorCodes, store, timeoutMs }: HereOptions,
): Promise<AnsweredQuestion[]> {
  const root = store.nextTree();
  try {
    buildTree(root, judged.item.tree, store.files);
    return judge(judged, await answersTo(toAsked(judged, root), resolvers, timeoutMs), root, errorCodes);
  } finally {
    store.removeTree(root);
  }
}

/** Rejects if a promise of the function does not settle in time, because the next case waits for it. */
async function answersTo(asked: AskedCase, resolvers: Resolvers, timeoutMs: number): Promise<PlainAnswer[]> {
  const putBack = variables.setVariables(asked.environment);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((done, reject) => {
      timer = setTimeout(
        () => reject(new Error(`the function did not settle within ${timeoutMs} ms`)),
        timeoutMs,
      );
      answering.answerAll(resolvers, asked, asked.questions, null, done);
    });
  } finally {
    clearTimeout(timer);
    putBack();
  }
}
