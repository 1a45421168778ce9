// `modspec capture` on the command line.

import { type Command, Option } from 'commander';
import { ways } from '../../model/vocabulary.ts';
import type { Done } from '../actions/exit-codes.ts';
import { wholeNumber } from '../actions/option-values.ts';

export function defineCapture(program: Command, done: Done): void {
  program
    .command('capture')
    .description('shrink a project in which a loader differs to the smallest case that shows the difference')
    .argument('<folder>', 'the folder of the project; it is not changed')
    .requiredOption('--entry <file>', 'the entry, a file of the project')
    .requiredOption('--impl <impl>', 'the loader that differs')
    .option('--against <impl>', 'the loader to compare with: reference, node or node@VERSION', 'reference')
    .option('--specifier <specifier>', 'the specifier in the entry that resolves wrongly, if you know it')
    .addOption(
      new Option('--by <way>', 'what asks; by a way of import, what the files require is asked too')
        .choices(ways)
        .default('require'),
    )
    .addOption(new Option('--import', 'the same as --by import').implies({ by: 'import' }))
    .option('--edition <edition>', "the edition that both follow; by default the loader's own, or the Node's")
    .option('--id <id>', 'the id of the case', 'captured')
    .option('--title <title>', 'the title of the case, one line', 'Captured from a project')
    .option('--out <file>', 'the page to write, PAGE-ID.md; by default standard output')
    .option('--timeout <ms>', 'the time limit of an answer', wholeNumber, 5000)
    .option('--tries <n>', 'how many smaller trees are tried at most', wholeNumber, 2000)
    .option('--offline', 'download nothing; use what is in the cache', false)
    .action(async (folder, options) =>
      done(await (await import('../actions/capture-command.ts')).captureCommand(folder, options)),
    );
}
