// `modspec explain` on the command line.

import { type Command, Option } from 'commander';
import { currentEdition } from '../../model/editions.ts';
import { ways } from '../../model/vocabulary.ts';
import { collect } from '../actions/option-values.ts';
import { platformOption } from './platform-option.ts';

export function defineExplain(program: Command): void {
  program
    .command('explain')
    .description('print each step from a specifier to its file, and why no other file was chosen')
    .argument('[specifier]', 'the specifier')
    .option('--from <file>', 'the referrer; it need not exist')
    .addOption(new Option('--by <way>', 'what asks').choices(ways).default('require'))
    .addOption(new Option('--import', 'the same as --by import').implies({ by: 'import' }))
    .option('-C, --conditions <name>', 'a condition that applies too; repeatable', collect, [])
    .option('--case <id>', 'explain the questions of this case')
    .option(
      '--edition <edition>',
      `the edition to follow; by default locked, which has no import, or ${currentEdition}`,
    )
    .addOption(platformOption())
    .option('--all', 'print every step and every place, not only those that decide', false)
    .option('--format <format>', 'text or json', 'text')
    .option('--spec <location>', 'your own page or folder of pages')
    .action(async (specifier, options) =>
      (await import('../actions/explain-command.ts')).explainCommand(specifier, options),
    );
}
