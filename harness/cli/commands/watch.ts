// `modspec watch` on the command line.

import type { Command } from 'commander';
import type { Done } from '../exit-codes.ts';
import { collect, wholeNumber } from '../option-values.ts';

export function defineWatch(program: Command, done: Done): void {
  program
    .command('watch')
    .description('ask again what a changed page, case file or loader touches, until Ctrl-C')
    .option('--impl <impl>', 'what run takes; repeatable; reference where none is named', collect, [])
    .option('--edition <edition>', "judge by this edition instead of each implementation's own")
    .option('--spec <location>', 'a page or a folder of pages of your own, instead of the bundled cases')
    .option('--case <glob>', 'only cases whose id, or page/id, matches; repeatable', collect, [])
    .option('--jobs <n>', 'how many hosts at a time', wholeNumber)
    .option('--timeout <ms>', 'how long a case may take', wholeNumber, 5000)
    .option('--offline', 'fetch nothing: use only implementations that are in the cache', false)
    .action(async (options) => done(await (await import('../watch-command.ts')).watchCommand(options)));
}
