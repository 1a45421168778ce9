// `modspec generate` on the command line.

import type { Command } from 'commander';
import type { Done } from '../exit-codes.ts';

export function defineGenerate(program: Command, done: Done): void {
  program
    .command('generate')
    .description('write cases/*.json from spec/*.md')
    .option('--check', 'write nothing; fail when the files are not what the pages say', false)
    .option('--spec <folder>', 'where the pages are', 'spec')
    .option('--out <folder>', 'where the case files go', 'cases')
    .action(async (options) => done((await import('../generate-command.ts')).generateCommand(options)));
}
