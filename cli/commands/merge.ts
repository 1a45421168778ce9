// `modspec merge` on the command line.

import type { Command } from 'commander';
import type { Done } from '../actions/exit-codes.ts';
import { collect } from '../actions/option-values.ts';

export function defineMerge(program: Command, done: Done): void {
  program
    .command('merge')
    .description('merge the runs of all shards, written with --format json, into one run')
    .argument('<runs...>', 'the runs of all shards')
    .option(
      '--out <file>',
      'the file for the merged run; by default standard output, unless --format is given',
    )
    .option(
      '--format <format[=file]>',
      'a report of the merged run, as for modspec run; repeatable',
      collect,
      [],
    )
    .option('--verbose', 'pretty: show every failing case, each in full', false)
    .option('--spec <location>', 'the --spec of the run, for a baseline and for reports')
    .option('--baseline <file>', 'the accepted failures; any other difference fails')
    .option('--update-baseline', 'rewrite the baseline from the verdicts of this run', false)
    .option(
      '--config <file>',
      'the project file, for baseline and spec; by default the one found in this folder or above',
    )
    .option('--no-config', 'read no project file')
    .action(async (files, options, command) => {
      const { withProject } = await import('../actions/with-project.ts');
      const { mergeCommand } = await import('../actions/merge-command.ts');
      done(await mergeCommand(files, await withProject(options, command, ['baseline', 'spec'])));
    });
}
