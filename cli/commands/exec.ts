// `modspec exec` on the command line.

import type { Command } from 'commander';
import type { Done } from '../actions/exit-codes.ts';
import { wholeNumber } from '../actions/option-values.ts';

export function defineExec(program: Command, done: Done): void {
  program
    .command('exec')
    .description('run a program with the reference loader, as node MAIN does, or serve an app')
    .option('--edition <edition>', 'the edition to follow; by default locked, or deployd-locked for an app')
    .option('--deployd <app>', 'serve the app in this folder on 127.0.0.1, as a Deployd server does')
    .option('--port <n>', 'the port of the server', wholeNumber, 2403)
    .option('--environment <name>', 'the environment of the app, development or production', 'development')
    .argument('[main]', 'the entry of the program')
    .argument('[args...]', 'the arguments of the program')
    .passThroughOptions()
    .action(async (entry, args, options) =>
      done(await (await import('../actions/exec-command.ts')).execCommand(entry, args, options)),
    );
}
