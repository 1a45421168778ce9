// `modspec report` on the command line.

import type { Command } from 'commander';

export function defineReport(program: Command): void {
  program
    .command('report')
    .description(
      'write one HTML file from runs that were made before; without a run, the specification alone',
    )
    .argument('[runs...]', 'files that --format json wrote')
    .requiredOption('--out <file>', 'the HTML file')
    .option('--spec <location>', 'the page or folder of pages that the runs were made with')
    .action(async (runs, options) => (await import('../report-command.ts')).reportCommand(runs, options));
}
