// `--prove-honesty`: asks the cases that pass again under other names and names each case that then differs.

import { type HonestySettings, proveHonesty } from '../../api/prove-honesty.ts';
import { inert } from '../../model/inert.ts';
import type { RanImplementation, Verdict } from '../../model/run.ts';
import { describeFailure } from '../../reports/parts/describe-failure.ts';
import { rerunCommand } from '../../reports/parts/rerun-command.ts';
import { exitCodes } from './exit-codes.ts';
import { interruptedExitCode } from './guard-exit.ts';
import { startProgress } from './progress.ts';

type Asked = Pick<HonestySettings, 'seed' | 'spec'>;
type Honesty = Parameters<HonestySettings['onProved']>[0];

/** @returns the exit code */
export async function reportHonesty(settings: Omit<HonestySettings, 'onProved'>): Promise<number> {
  const progress = startProgress();
  const proved = await proveHonesty({
    ...settings,
    onStart: progress.onStart,
    onVerdict: progress.onVerdict,
    onProved: (honesty) => {
      progress.stop();
      for (const verdict of honesty.differences)
        process.stdout.write(renderDifference(verdict, honesty.implementation, settings));
      process.stdout.write(renderProof(honesty, settings));
    },
  }).finally(progress.stop);
  if (proved === undefined) return interruptedExitCode();
  return proved ? exitCodes.asExpected : exitCodes.notAsExpected;
}

function renderDifference(
  verdict: Verdict,
  implementation: RanImplementation,
  { seed, spec }: Asked,
): string {
  const { message } = describeFailure(verdict, implementation, spec);
  return [
    `differs ${verdict.case} (${inert(implementation.spec)}): passes as published, ${verdict.verdict} when renamed`,
    `  ${message}`,
    `  ${rerunCommand(implementation, verdict.case, spec)} --prove-honesty --seed ${seed}\n`,
  ].join('\n');
}

function renderProof(honesty: Honesty, { seed }: Asked): string {
  const { implementation, asked, unchanged, unconfirmed, differences, publishedMs, renamedMs } = honesty;
  const passed = asked + unchanged + unconfirmed;
  const times = `published in ${inSeconds(publishedMs)} s, renamed in ${inSeconds(renamedMs)} s`;
  const left = `${unchanged} without a name to change, ${unconfirmed} not confirmed by the reference`;
  return `${inert(implementation.spec)}: ${asked} of ${passed} cases that pass, asked again with seed ${seed} (${times}): ${differences.length} differ; left out: ${left}\n`;
}

function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
