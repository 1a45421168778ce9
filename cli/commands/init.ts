// `modspec init` on the command line.

import { type Command, Option } from 'commander';

export function defineInit(program: Command): void {
  program
    .command('init')
    .description('write a project file, an adapter to begin with, an npm script and a CI job')
    .addOption(
      new Option('--kind <kind>', 'what your loader is: resolver, loader, program or protocol').choices([
        'resolver',
        'loader',
        'program',
        'protocol',
      ]),
    )
    .option('--command <command>', 'how your program starts, for the kinds program and protocol')
    .option('--edition <edition>', 'the edition that your loader follows')
    .option('--no-ci', 'write no CI job')
    .option('--yes', 'ask nothing, also on a terminal', false)
    .action(async (options) => (await import('../actions/init-command.ts')).initCommand(options));
}
