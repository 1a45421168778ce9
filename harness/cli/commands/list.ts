// `modspec list` on the command line.

import type { Command } from 'commander';

export function defineList(program: Command): void {
  program
    .command('list')
    .description('list what there is: rules, cases, implementations, editions, needs, or rules of the linter')
    .argument('<what>', 'rules, cases, impls, editions, needs or lint')
    .option('--spec <location>', 'a page or a folder of pages of your own')
    .action(async (what, options) => (await import('../list-command.ts')).listCommand(what, options));
}
