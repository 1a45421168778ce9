// `--prove-isolation`: asks every case in several arrangements and names each case whose verdict depends on the arrangement.

import { type Isolation, type IsolationSettings, proveIsolation } from '../../api/prove-isolation.ts';
import type { Case } from '../../model/case.ts';
import { exitCodes } from './exit-codes.ts';
import { interruptedExitCode } from './guard-exit.ts';
import { type Progress, startProgress } from './progress.ts';

/** @returns the exit code */
export async function reportIsolation(settings: Omit<IsolationSettings, 'onLeak'>): Promise<number> {
  const progress = startProgress();
  const isolation = await proveIsolation({
    ...settings,
    onStart: progress.onStart,
    onVerdict: progress.onVerdict,
    onLeak: (...found) => tell(progress, renderLeak(...found)),
  }).finally(progress.stop);
  if (isolation === undefined) return interruptedExitCode();
  process.stdout.write(renderProof(isolation));
  return isolation.leaks === 0 ? exitCodes.asExpected : exitCodes.notAsExpected;
}

function tell(progress: Progress, text: string): void {
  progress.stop();
  process.stdout.write(text);
}

function renderLeak(
  { implementation, case: id, verdicts }: Parameters<IsolationSettings['onLeak']>[0],
  leaker: Case | undefined,
): string {
  const words = verdicts.map(({ arrangement, verdict }) => `${arrangement.name} ${verdict}`).join(', ');
  const cause = leaker ? `; caused by ${leaker.id}` : '';
  return `differs ${id} (${implementation}): ${words}${cause}\n`;
}

function renderProof({ leaks, seen }: Isolation): string {
  const count = seen[0]?.run.verdicts.length ?? 0;
  const told = seen
    .map(({ arrangement, run }) => `${arrangement.name} in ${inSeconds(run.footer.durationMs)} s`)
    .join(', ');
  return `${count} verdicts, each asked in ${seen.length} ways (${told}): ${leaks} differ\n`;
}

function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
