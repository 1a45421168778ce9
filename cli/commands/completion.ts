// `modspec completion` on the command line.

import { Argument, type Command } from 'commander';

export function defineCompletion(program: Command): void {
  program
    .command('completion')
    .description('print the script that completes commands, flags and values in a shell')
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(['bash', 'zsh', 'fish']))
    .action(async (shell) =>
      (await import('../actions/completion-command.ts')).completionCommand(program, shell),
    );
}
