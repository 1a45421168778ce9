// `modspec watch` on the command line.

import type { Command } from 'commander';
import type { Done } from '../actions/exit-codes.ts';
import { collect, wholeNumber } from '../actions/option-values.ts';

export function defineWatch(program: Command, done: Done): void {
  program
    .command('watch')
    .description('rerun the cases that a change of a page, case file or loader affects, until Ctrl-C')
    .option('--impl <impl>', 'as for modspec run; repeatable; by default reference', collect, [])
    .option('--edition <edition>', "the edition to judge by; by default each implementation's own")
    .option('--spec <location>', 'your own page or folder of pages, instead of the bundled cases')
    .option('--case <glob>', 'only cases whose id or PAGE/ID matches; repeatable', collect, [])
    .option('--grep <text>', 'only cases whose id or title contains this text; repeatable', collect, [])
    .option('--verbose', 'show every failing case, each in full', false)
    .option('--jobs <n>', 'how many hosts run at the same time', wholeNumber)
    .option('--timeout <ms>', 'the time limit of a case', wholeNumber, 5000)
    .option('--offline', 'download nothing; use what is in the cache', false)
    .option('--config <file>', 'the project file; by default the one found in this folder or above')
    .option('--no-config', 'read no project file')
    .action(async (options, command) => {
      const { withProject } = await import('../actions/with-project.ts');
      const { watchCommand } = await import('../actions/watch-command.ts');
      done(await watchCommand(await withProject(options, command)));
    });
}
