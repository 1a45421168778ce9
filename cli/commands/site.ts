// `modspec site` on the command line.

import type { Command } from 'commander';
import type { Done } from '../actions/exit-codes.ts';

export function defineSite(program: Command, done: Done): void {
  program
    .command('site')
    .description('write a static site of runs: a page for each rule, case and implementation')
    .argument(
      '<runs...>',
      'the runs, files written by --format json, of which the newest of an implementation counts, and histories, written by modspec history',
    )
    .requiredOption('--out <folder>', 'the folder to write; a site that is there is replaced')
    .option('--spec <location>', 'the --spec of the runs')
    .action(async (runs, options) =>
      done(await (await import('../actions/site-command.ts')).siteCommand(runs, options)),
    );
}
