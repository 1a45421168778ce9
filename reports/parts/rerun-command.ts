// The commands that ask cases again.

import { inert } from '../../model/inert.ts';
import { quoteCommand } from '../../model/quote-command.ts';
import type { RanImplementation } from '../../model/run.ts';

/** Asks one case. @param spec the `--spec` of the run, if it had one */
export function rerunCommand(
  implementation: RanImplementation,
  caseId: string,
  spec: string | undefined,
): string {
  return runAgain(implementation, spec, ['--case', caseId, '--keep']);
}

/** Asks all that failed. @param spec the `--spec` of the run, if it had one */
export function rerunFailedCommand(implementation: RanImplementation, spec: string | undefined): string {
  return runAgain(implementation, spec, ['--last-failed']);
}

function runAgain(
  { spec: implementation, edition, platform }: RanImplementation,
  spec: string | undefined,
  more: readonly string[],
): string {
  const words = ['npx', 'modspec', 'run', '--impl', implementation, '--edition', edition];
  if (platform !== undefined) words.push('--platform', platform);
  if (spec !== undefined) words.push('--spec', spec);
  return inert(quoteCommand([...words, ...more]));
}
