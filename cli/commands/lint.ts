// `modspec lint` on the command line.

import type { Command } from 'commander';
import type { Done } from '../actions/exit-codes.ts';
import { collect } from '../actions/option-values.ts';

export function defineLint(program: Command, done: Done): void {
  program
    .command('lint')
    .description('find what is missing or wrong in the pages: rules, cases, steps, evidence, ids, links')
    .option(
      '--spec <location>',
      'a page or a folder of pages; by default spec and the documents of the project',
    )
    .option('--rule <name>', "check only this rule of 'modspec list lint'; repeatable", collect, [])
    .option('--explain <name>', 'explain why a rule exists and how to fix its findings')
    .option('--fix', 'first fix what can be fixed automatically', false)
    .option('--format <format>', 'text, github or json; by default text, or github if GITHUB_ACTIONS is true')
    .action(async (options) => done(await (await import('../actions/lint-command.ts')).lintCommand(options)));
}
