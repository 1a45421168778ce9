// `modspec report-bug` on the command line.

import type { Command } from 'commander';
import type { Done } from '../actions/exit-codes.ts';
import { wholeNumber } from '../actions/option-values.ts';

export function defineReportBug(program: Command, done: Done): void {
  program
    .command('report-bug')
    .description('write a case that a loader fails as a report for its tracker')
    .requiredOption('--impl <impl>', 'the loader')
    .requiredOption('--case <id>', 'the case that it fails')
    .option('--edition <edition>', "the edition to judge by; by default the loader's own")
    .option('--since', 'also find the version since which it fails; only for a loader with a name', false)
    .option('--out <file>', 'the file to write; by default standard output')
    .option('--timeout <ms>', 'the time limit of the case', wholeNumber, 10_000)
    .option('--offline', 'download nothing; use what is in the cache', false)
    .action(async (options) =>
      done(await (await import('../actions/report-bug-command.ts')).reportBugCommand(options)),
    );
}
