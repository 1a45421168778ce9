// `modspec merge` on the command line.

import type { Command } from 'commander';
import type { Done } from '../exit-codes.ts';
import { collect } from '../option-values.ts';

export function defineMerge(program: Command, done: Done): void {
  program
    .command('merge')
    .description('merge the runs of all shards, written with --format json, into one run')
    .argument('<runs...>', 'files of runs')
    .option('--out <file>', 'where the merged run goes; standard output without it and --format')
    .option(
      '--format <format[=file]>',
      'a report of the merged run, as of modspec run; repeatable',
      collect,
      [],
    )
    .option('--spec <location>', 'the --spec of the run, for a baseline and for reports')
    .option('--baseline <file>', 'the failures that are accepted; anything else fails')
    .option('--update-baseline', 'make the baseline say what was seen', false)
    .action(async (files, options) =>
      done(await (await import('../merge-command.ts')).mergeCommand(files, options)),
    );
}
