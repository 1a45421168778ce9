// `modspec show` and `modspec extract` on the command line.

import type { Command } from 'commander';

export function defineCaseCommands(program: Command): void {
  program
    .command('show')
    .description('print a case: its rule, its tree, its questions and what is expected; or a whole algorithm')
    .argument('<name>', 'the id of a case, an operation such as REQUIRE, or the id of its rule')
    .option('--edition <edition>', 'print only the steps of this edition')
    .option('--spec <location>', 'your own page or folder of pages')
    .action(async (id, options) => (await import('../actions/case-commands.ts')).showCommand(id, options));
  program
    .command('extract')
    .description('write the tree of a case into a folder, for debugging by hand')
    .argument('<case>', 'the id of the case')
    .argument('<folder>', 'a folder that does not exist yet or is empty')
    .option('--spec <location>', 'your own page or folder of pages')
    .action(async (id, folder, options) =>
      (await import('../actions/case-commands.ts')).extractCommand(id, folder, options),
    );
}
