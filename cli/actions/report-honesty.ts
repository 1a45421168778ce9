// `--prove-honesty`: asks the cases that pass again under other names and names each case that then differs.

import type { Adapter } from '../../harness/adapters/adapter.ts';
import { type Honesty, type HonestyRun, proveHonesty } from '../../harness/run/prove-honesty.ts';
import type { Case } from '../../model/case.ts';
import { inert } from '../../model/inert.ts';
import type { RanImplementation, Run, Verdict } from '../../model/run.ts';
import { describeFailure } from '../../reports/parts/describe-failure.ts';
import { rerunCommand } from '../../reports/parts/rerun-command.ts';
import { exitCodes } from './exit-codes.ts';
import { interruptedExitCode } from './guard-exit.ts';

interface Asked {
  /** The same seed gives the same names. */
  readonly seed: number;
  /** The `--spec` of the run. */
  readonly spec: string | undefined;
}

/** @returns the exit code */
export async function reportHonesty(
  adapters: readonly Adapter[],
  cases: readonly Case[],
  asked: Asked,
  ask: (run: HonestyRun) => Promise<Run>,
): Promise<number> {
  let proved = true;
  for (const adapter of adapters) {
    const honesty = await proveHonesty(adapter, cases, asked.seed, ask);
    if (honesty === undefined) return interruptedExitCode();
    for (const verdict of honesty.differences)
      process.stdout.write(renderDifference(verdict, honesty.implementation, asked));
    process.stdout.write(renderProof(honesty, asked));
    // What was never asked again is not proved.
    proved &&= honesty.asked > 0 && honesty.differences.length === 0;
  }
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
