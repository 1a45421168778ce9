// `modspec list` on the command line.

import type { Command } from 'commander';

export function defineList(program: Command): void {
  program
    .command('list')
    .description('list rules, cases, implementations, editions, needs, or rules of the linter')
    .argument('<what>', 'rules, cases, impls, editions, needs or lint')
    .option('--spec <location>', 'your own page or folder of pages')
    .action(async (what, options) => (await import('../actions/list-command.ts')).listCommand(what, options));
}
