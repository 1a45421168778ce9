// `modspec explain` on the command line.

import type { Command } from 'commander';

export function defineExplain(program: Command): void {
  program
    .command('explain')
    .description('tell each step from a specifier to its file, and why no other place was taken')
    .argument('[specifier]', 'what is asked for')
    .option('--from <file>', 'the file that asks; it need not exist')
    .option('--case <id>', 'explain what a case asks for instead')
    .option('--edition <edition>', 'the edition whose steps are taken', 'locked')
    .option('--format <format>', 'text or json', 'text')
    .option('--spec <location>', 'a page or a folder of pages of your own')
    .action(async (specifier, options) =>
      (await import('../explain-command.ts')).explainCommand(specifier, options),
    );
}
