// `modspec capture` on the command line.

import type { Command } from 'commander';
import type { Done } from '../exit-codes.ts';
import { wholeNumber } from '../option-values.ts';

export function defineCapture(program: Command, done: Done): void {
  program
    .command('capture')
    .description('turn a project in which a loader misbehaves into the smallest case that shows it')
    .argument('<folder>', 'the project; it is only read')
    .requiredOption('--entry <file>', 'the file of the project that is run first')
    .requiredOption('--impl <impl>', 'the loader that misbehaves')
    .option('--against <impl>', 'who is believed: reference, node or node@VERSION', 'reference')
    .option('--specifier <specifier>', 'what the entry asks for and gets wrong, if you know it')
    .option('--edition <edition>', "the edition that both are asked in; the loader's own, or the Node's")
    .option('--id <id>', 'id of the case', 'captured')
    .option('--title <title>', 'what the case shows, in one line', 'Captured from a project')
    .option('--out <file>', 'the page, PAGE-ID.md; standard output without it')
    .option('--timeout <ms>', 'how long an answer may take', wholeNumber, 5000)
    .option('--tries <n>', 'how many smaller trees may be tried', wholeNumber, 2000)
    .option('--offline', 'fetch nothing; use what is in the cache', false)
    .action(async (folder, options) =>
      done(await (await import('../capture-command.ts')).captureCommand(folder, options)),
    );
}
