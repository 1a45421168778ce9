// The exit code that a run gives to the command that made or merged it.

import { conclusionOf } from '../../api/conclusion.ts';
import type { Run } from '../../model/run.ts';
import { exitCodes } from './exit-codes.ts';
import { interruptedExitCode } from './guard-exit.ts';

export function exitCodeOf(run: Run): number {
  switch (conclusionOf(run)) {
    case 'as expected':
      return exitCodes.asExpected;
    case 'not as expected':
      return exitCodes.notAsExpected;
    case 'broken':
      return exitCodes.broken;
    case 'incomplete':
      return interruptedExitCode();
  }
}
