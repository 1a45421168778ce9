// `modspec doctor` on the command line.

import type { Command } from 'commander';
import type { Done } from '../actions/exit-codes.ts';
import { wholeNumber } from '../actions/option-values.ts';

export function defineDoctor(program: Command, done: Done): void {
  program
    .command('doctor')
    .description('check an adapter, not its loader, and say what to fix')
    .option('--impl <impl>', 'as for modspec run: stdio:COMMAND, a folder, a module, exec:COMMAND, a name …')
    .option('--timeout <ms>', 'the time limit of an answer', wholeNumber, 5000)
    .option('--offline', 'download nothing; use what is in the cache', false)
    .option('--config <file>', 'the project file; by default the one found in this folder or above')
    .option('--no-config', 'read no project file')
    .action(async (options) => {
      const { oneImplementation } = await import('../actions/with-project.ts');
      const { doctorCommand } = await import('../actions/doctor-command.ts');
      done(await doctorCommand(await oneImplementation(options)));
    });
}
