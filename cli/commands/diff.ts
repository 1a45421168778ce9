// `modspec diff` on the command line.

import type { Command } from 'commander';
import type { Done } from '../actions/exit-codes.ts';

export function defineDiff(program: Command, done: Done): void {
  program
    .command('diff')
    .description('compare two runs; fails if something regressed')
    .argument('<before>', 'the older run, a file written by --format json')
    .argument('<after>', 'the newer run')
    .option('--spec <location>', 'the --spec of the runs, to follow renamed ids')
    .option('--format <format>', 'pretty, markdown or json', 'pretty')
    .action(async (before, after, options) =>
      done(await (await import('../actions/diff-command.ts')).diffCommand(before, after, options)),
    );
}
