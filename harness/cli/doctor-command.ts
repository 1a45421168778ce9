// `modspec doctor`: tests an adapter, not its loader, and says what to mend and how.

import { createColors } from 'picocolors';
import { inert, shorten } from '../../reports/inert.ts';
import { findAdapter } from '../adapters/find-adapter.ts';
import { consult } from '../doctor/consult.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import { openWorkspace } from '../trees/workspace.ts';
import { exitCodes } from './exit-codes.ts';

export interface DoctorCommandOptions {
  readonly impl: string;
  readonly timeout: number;
  readonly offline: boolean;
}

/** @returns 0 when all is well, 1 when something is to mend, 3 when it could not even be asked */
export async function doctorCommand({ impl, timeout, offline }: DoctorCommandOptions): Promise<number> {
  const adapter = await findAdapter(impl, { offline });
  const workspace = await openWorkspace();
  try {
    const transcript = await consult(adapter, workspace, timeout);
    const findings = examine(transcript);
    process.stdout.write(render(impl, findings));
    if (typeof transcript.introduction === 'string') return exitCodes.broken;
    return findings.some(({ state }) => state === 'mend') ? exitCodes.notAsExpected : exitCodes.asExpected;
  } finally {
    workspace.remove();
  }
}

function render(impl: string, findings: readonly Finding[]): string {
  const paint = createColors(Boolean(process.stdout.isTTY) && !process.env['NO_COLOR']);
  const signs = { ok: paint.green('ok  '), mend: paint.red('mend'), 'not asked': paint.dim('-   ') };
  const lines = findings.flatMap(({ check, state, found, mend }) => [
    `${signs[state]} ${check}`,
    ...(found === undefined
      ? []
      : [`       found: ${inert(shorten(found, 1000)).replaceAll('\n', '\n         ')}`]),
    ...(mend === undefined ? [] : [`       mend:  ${mend}`]),
  ]);
  const faults = findings.filter(({ state }) => state === 'mend').length;
  const verdict = faults === 0 ? 'nothing to mend' : `${faults} to mend`;
  return `${[...lines, '', `${impl}: ${verdict}`].join('\n')}\n`;
}
