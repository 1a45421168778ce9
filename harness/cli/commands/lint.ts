// `modspec lint` on the command line.

import type { Command } from 'commander';
import type { Done } from '../exit-codes.ts';

export function defineLint(program: Command, done: Done): void {
  program
    .command('lint')
    .description('say what is missing in the pages: rules, cases, steps, evidence')
    .option('--spec <folder>', 'where the pages are', 'spec')
    .action(async (options) => done(await (await import('../lint-command.ts')).lintCommand(options)));
}
