// `modspec diff` on the command line.

import type { Command } from 'commander';
import type { Done } from '../exit-codes.ts';

export function defineDiff(program: Command, done: Done): void {
  program
    .command('diff')
    .description('say what changed from one run to another; fails when something regressed')
    .argument('<before>', 'a file that --format json wrote')
    .argument('<after>', 'another one')
    .option('--spec <location>', 'the pages that the runs were made with, for ids that were renamed since')
    .option('--format <format>', 'pretty, markdown or json', 'pretty')
    .action(async (before, after, options) =>
      done((await import('../diff-command.ts')).diffCommand(before, after, options)),
    );
}
