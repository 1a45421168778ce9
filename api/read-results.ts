// Reads what reports show: runs, and histories of implementations.

import { type History, historySchema } from '../model/history.ts';
import { parseJson } from '../model/input/read-json.ts';
import { largestGenerated, readText } from '../model/input/read-text.ts';
import type { Run } from '../model/run.ts';
import type { CasesSource } from './load-cases.ts';
import { readRun } from './read-run.ts';

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
    const history = readIfHistory(file);
    if (history) histories.push(history);
    else runs.push(await readRun(file, source));
  }
  return { runs, histories };
}

function readIfHistory(file: string): History | undefined {
  const text = readText(file, largestGenerated);
  if (!/^\s*\{\s*"kind":\s*"modspec history"/.test(text)) return undefined;
  return parseJson(file, text, historySchema, 'a history of format 1, as modspec history writes');
}
