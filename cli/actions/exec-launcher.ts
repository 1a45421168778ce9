// The process of `modspec exec`: it removes its own argument from `process.argv` and runs the program.

import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { runProgram, runScript } from '../../reference/index.ts';
import type { ExecPlan } from './exec-plan.ts';

const [node = '', , written = ''] = process.argv;
// Only `modspec exec` starts this process.
const plan: ExecPlan = JSON.parse(written);
process.argv = [node, ...plan.words];
const options = { ...plan, environment: process.env };
if ('entry' in plan.start) {
  const started = runProgram(plan.start.entry, options);
  if (plan.survivesRejections) Promise.resolve(started).catch(endWith);
} else {
  const { script: text = readFileSync(0, 'utf8'), name } = plan.start;
  const print = plan.isPrinted ? (value: unknown) => process.stdout.write(`${format(value)}\n`) : undefined;
  runScript({ text, name, print, namesCoreModules: plan.namesCoreModules }, options);
}

/** Ends the process as an error does that nothing catches. */
function endWith(error: unknown): void {
  process.nextTick(() => {
    throw error;
  });
}
