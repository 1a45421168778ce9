// `modspec explain` on the command line.

import type { Command } from 'commander';

export function defineExplain(program: Command): void {
  program
    .command('explain')
    .description('print each step from a specifier to its file, and why no other file was chosen')
    .argument('[specifier]', 'the specifier')
    .option('--from <file>', 'the referrer; it need not exist')
    .option('--case <id>', 'explain the questions of this case')
    .option('--edition <edition>', 'the edition to follow', 'locked')
    .option('--all', 'print every step and every place, not only those that decide', false)
    .option('--format <format>', 'text or json', 'text')
    .option('--spec <location>', 'your own page or folder of pages')
    .action(async (specifier, options) =>
      (await import('../actions/explain-command.ts')).explainCommand(specifier, options),
    );
}
