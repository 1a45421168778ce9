// `modspec report` on the command line.

import type { Command } from 'commander';

export function defineReport(program: Command): void {
  program
    .command('report')
    .description('write an HTML report of runs; without a run, of the specification alone')
    .argument(
      '[runs...]',
      'the runs, files written by --format json, and histories, written by modspec history',
    )
    .requiredOption('--out <file>', 'the HTML file to write')
    .option('--spec <location>', 'the --spec of the runs')
    .action(async (runs, options) =>
      (await import('../actions/report-command.ts')).reportCommand(runs, options),
    );
}
