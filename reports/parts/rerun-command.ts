// The command that asks one case again.

import { inert } from '../../model/inert.ts';
import type { RanImplementation } from '../../model/run.ts';

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
