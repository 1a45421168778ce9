// `modspec bisect` and `modspec history` on the command line.

import type { Command } from 'commander';
import type { Done } from '../actions/exit-codes.ts';
import { collect, wholeNumber } from '../actions/option-values.ts';

export function defineVersions(program: Command, done: Done): void {
  addCommon(
    program
      .command('bisect')
      .description('find the versions of an implementation between which verdicts changed')
      .option('--format <format>', 'pretty or json', 'pretty'),
  ).action(async (options) =>
    done(await (await import('../actions/bisect-command.ts')).bisectCommand(options)),
  );
  addCommon(
    program
      .command('history')
      .description('ask many versions of an implementation, and write in which of them each rule holds')
      .option('--versions <which>', 'the newest of each minor or major version, all, or a list', 'minor')
      .option('--out <folder>', 'where runs and summaries are written; by default history/NAME')
      .option(
        '--minutes <n>',
        'ask no further version after so many minutes; a later command goes on',
        wholeNumber,
      ),
  ).action(async (options) =>
    done(await (await import('../actions/history-command.ts')).historyCommand(options)),
  );
}

function addCommon(command: Command): Command {
  return command
    .requiredOption('--impl <name>', 'an implementation that modspec knows by name, without a version')
    .option('--case <glob>', 'only cases with this id; repeatable', collect, [])
    .option('--rule <id>', 'only the cases of this rule; repeatable', collect, [])
    .option('--from <version>', 'the lowest version')
    .option('--to <version>', 'the highest version')
    .option('--all', 'also alphas, betas and release candidates', false)
    .option('--edition <edition>', 'the edition to judge all versions by; by default that of the newest')
    .option('--jobs <n>', 'how many hosts run at the same time', wholeNumber)
    .option('--timeout <ms>', 'the time limit of a case', wholeNumber, 10_000)
    .option('--offline', 'download nothing; use what is in the cache', false)
    .option('--keep-packages', 'keep what is downloaded in the cache', false)
    .option('--fresh', 'ask again what an earlier command has asked', false);
}
