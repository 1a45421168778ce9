// The command that runs one case again.

import type { RanImplementation } from '../harness/model/run.ts';
import { inert } from './inert.ts';

/** @param spec the `--spec` of the run, if it had one */
export function rerunCommand(
  implementation: RanImplementation,
  caseId: string,
  spec: string | undefined,
): string {
  const words = ['npx', 'modspec', 'run', '--impl', implementation.spec, '--edition', implementation.edition];
  if (spec !== undefined) words.push('--spec', spec);
  return inert([...words, '--case', caseId, '--keep'].map(quoteWord).join(' '));
}

function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
