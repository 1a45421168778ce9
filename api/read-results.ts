// Reads what reports show: runs, and histories of implementations.

import { type History, historySchema } from '../model/history.ts';
import { parseJson } from '../model/input/read-json.ts';
import { largestGenerated, readText } from '../model/input/read-text.ts';
import type { Run } from '../model/run.ts';
import type { CasesSource } from './load-cases.ts';
import { parseRun } from './read-run.ts';

export interface Results {
  readonly runs: readonly Run[];
  readonly histories: readonly History[];
}

/**
 * The runs that `modspec run --format json=FILE` wrote, and the histories that `modspec history` wrote.
 * @param source as for `readRun`
 * @param onNext is called before each file is read, with its index
 * @throws {UsageError} with file and line if one can't be read or is neither
 */
export async function readResults(
  files: readonly string[],
  source: CasesSource = {},
  onNext: (index: number) => void = () => undefined,
): Promise<Results> {
  const runs: Run[] = [];
  const histories: History[] = [];
  for (const [index, file] of files.entries()) {
    onNext(index);
    const text = readText(file, largestGenerated);
    if (isHistory(text)) histories.push(parseJson(file, text, historySchema, historyMeaning));
    else runs.push(await parseRun(file, text, source));
  }
  return { runs, histories };
}

function isHistory(text: string): boolean {
  return /^\s*\{\s*"kind":\s*"modspec history"/.test(text);
}

const historyMeaning = 'a history of format 1, as modspec history writes';
