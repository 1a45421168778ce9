// `modspec run` on the command line.

import type { Command } from 'commander';
import type { Done } from '../exit-codes.ts';
import { collect, wholeNumber } from '../option-values.ts';

export function defineRun(program: Command, done: Done): void {
  program
    .command('run')
    .description('run cases on one or more implementations and say what is not as specified')
    .requiredOption(
      '--impl <impl>',
      "reference, node, node@VERSION, node:/path/to/node, a name of 'modspec list impls', ./my-loader, or exec:COMMAND; repeatable",
      collect,
      [],
    )
    .option('--edition <edition>', "judge by this edition instead of each implementation's own")
    .option('--spec <location>', 'a page or a folder of pages of your own, instead of the bundled cases')
    .option('--case <glob>', 'only cases whose id, or page/id, matches; repeatable', collect, [])
    .option(
      '--format <format[=file]>',
      'pretty, tap, json, html, markdown, junit, ctrf or badge, to standard output or a file; repeatable',
      collect,
      [],
    )
    .option('--jobs <n>', 'how many hosts at a time', wholeNumber)
    .option('--timeout <ms>', 'how long a case may take', wholeNumber, 5000)
    .option('--isolate', 'a process for every case', false)
    .option('--offline', 'fetch nothing: use only implementations that are in the cache', false)
    .option('--shard <i/n>', 'only the cases of one of N shards; see modspec merge')
    .option(
      '--prove-isolation',
      'run alone, shared, reversed and shuffled, and name every case that differs',
      false,
    )
    .option('--keep', 'keep the trees and print where they are', false)
    .option('--baseline <file>', 'the failures that are accepted; anything else fails the run')
    .option('--update-baseline', 'make the baseline say what was seen', false)
    .action(async (options) => done(await (await import('../run-command.ts')).runCommand(options)));
}
