// `modspec exec` on the command line.

import type { Command } from 'commander';
import { currentEdition } from '../../model/editions.ts';
import type { Done } from '../actions/exit-codes.ts';
import { collect, wholeNumber } from '../actions/option-values.ts';

export function defineExec(program: Command, done: Done): void {
  program
    .command('exec')
    .description('run a program with the reference loader, as node does with the same flags, or serve an app')
    .option(
      '--edition <edition>',
      `the edition to follow; by default locked, ${currentEdition} for a file that ends in .mjs, or deployd-locked for an app`,
    )
    .option('-e, --eval <script>', 'evaluate this script instead of a file')
    .option('-p, --print [script]', 'print the value of a script: this one, that of -e, or standard input')
    .option('-r, --require <module>', 'load this module before the program; repeatable', collect, [])
    .option('--import <module>', 'import this module before the program; repeatable', collect, [])
    .option('-C, --conditions <name>', 'a condition that applies in package maps; repeatable', collect, [])
    .option('--preserve-symlinks', 'keep symbolic links in the paths of modules', false)
    .option('--preserve-symlinks-main', 'keep symbolic links in the path of the entry', false)
    .option('--pending-deprecation', 'warn of deprecations that are pending, too', false)
    .option('--deployd <app>', 'serve the app in this folder on 127.0.0.1, as a Deployd server does')
    .option('--port <n>', 'the port of the server', wholeNumber, 2403)
    .option('--environment <name>', 'the environment of the app, development or production', 'development')
    .argument(
      '[main]',
      'the entry of the program; without it or as -, the program is read from standard input',
    )
    .argument('[args...]', 'the arguments of the program')
    .passThroughOptions()
    .combineFlagAndOptionalValue(false)
    .action(async (entry, args, options) =>
      done(await (await import('../actions/exec-command.ts')).execCommand(entry, args, options)),
    );
}
