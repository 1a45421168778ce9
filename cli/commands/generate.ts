// `modspec generate` on the command line.

import type { Command } from 'commander';
import type { Done } from '../actions/exit-codes.ts';

export function defineGenerate(program: Command, done: Done): void {
  program
    .command('generate')
    .description('write the case files from the pages')
    .option('--check', 'write nothing; fail if the case files are out of date', false)
    .option('--spec <folder>', 'the folder of the pages', 'spec')
    .option('--out <folder>', 'the folder of the case files', 'cases')
    .action(async (options) =>
      done((await import('../actions/generate-command.ts')).generateCommand(options)),
    );
}
