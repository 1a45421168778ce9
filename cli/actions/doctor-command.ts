// `modspec doctor`: checks an adapter, not its loader, and says what to fix and how.

import { createColors } from 'picocolors';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { consult } from '../../harness/doctor/consult.ts';
import type { DoctorCheck } from '../../harness/doctor/doctor-check.ts';
import { examine } from '../../harness/doctor/examine.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import { inert, shorten } from '../../model/inert.ts';
import { exitCodes } from './exit-codes.ts';
import { interrupted, interruptedExitCode } from './guard-exit.ts';

export interface DoctorCommandOptions {
  readonly impl: string;
  readonly timeout: number;
  readonly offline: boolean;
}

/** @returns 0 if nothing is wrong, 1 if something has to be fixed, 3 if the adapter did not introduce itself; another after a signal */
export async function doctorCommand({ impl, timeout, offline }: DoctorCommandOptions): Promise<number> {
  const adapter = await findAdapter(impl, { offline, signal: interrupted });
  const workspace = await openWorkspace();
  try {
    const transcript = await consult(adapter, workspace, timeout, interrupted);
    if (interrupted.aborted) return interruptedExitCode();
    const findings = examine(transcript);
    process.stdout.write(render(impl, findings));
    if (typeof transcript.introduction === 'string') return exitCodes.broken;
    return findings.some(({ state }) => state === 'mend') ? exitCodes.notAsExpected : exitCodes.asExpected;
  } finally {
    workspace.remove();
  }
}

function render(impl: string, findings: readonly DoctorCheck[]): string {
  const paint = createColors(Boolean(process.stdout.isTTY) && !process.env['NO_COLOR']);
  const signs = { ok: paint.green('ok  '), mend: paint.red('fix '), 'not asked': paint.dim('-   ') };
  const lines = findings.flatMap(({ check, state, found, mend }) => [
    `${signs[state]} ${check}`,
    ...(found === undefined
      ? []
      : [`       found: ${inert(shorten(found, 1000)).replaceAll('\n', '\n         ')}`]),
    ...(mend === undefined ? [] : [`       fix:   ${mend}`]),
  ]);
  const faults = findings.filter(({ state }) => state === 'mend').length;
  const verdict = faults === 0 ? 'nothing to fix' : `${faults} to fix`;
  return `${[...lines, '', `${impl}: ${verdict}`].join('\n')}\n`;
}
