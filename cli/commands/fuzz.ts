// `modspec fuzz` on the command line.

import { type Command, Option } from 'commander';
import { ways } from '../../model/vocabulary.ts';
import type { Done } from '../actions/exit-codes.ts';
import { countFromZero, wholeNumber } from '../actions/option-values.ts';

export function defineFuzz(program: Command, done: Done): void {
  program
    .command('fuzz')
    .description('ask two loaders random questions, and shrink each difference to a case')
    .requiredOption('--impl <impl>', 'the loader to examine')
    .option(
      '--against <impl>',
      'the loader whose answers count as right: node, node@VERSION or reference',
      'node',
    )
    .addOption(
      new Option('--by <way>', 'what asks; by import there are no programs').choices(ways).default('require'),
    )
    .option('--edition <edition>', "the edition that both follow; by default the Node's, or the loader's own")
    .option('--seed <n>', 'the same seed asks the same questions', countFromZero, 1)
    .option('--questions <n>', 'how many questions are asked', wholeNumber, 10_000)
    .option('--tree <n>', 'only the questions about the tree with this number', countFromZero)
    .option('--known <file>', 'a YAML file of known differences, each with its reason')
    .option('--out <folder>', 'write each case into this folder; by default to standard output')
    .option(
      '--causes <n>',
      'after so many unexplained causes, look into no further difference',
      wholeNumber,
      20,
    )
    .option('--tries <n>', 'how many smaller trees are tried at most for each difference', wholeNumber, 1000)
    .option('--jobs <n>', 'how many pairs of hosts are asked at a time', wholeNumber)
    .option('--timeout <ms>', 'the time limit of an answer', wholeNumber, 5000)
    .option('--offline', 'download nothing; use what is in the cache', false)
    .action(async (options) => done(await (await import('../actions/fuzz-command.ts')).fuzzCommand(options)));
}
