// `modspec lint` on the command line.

import type { Command } from 'commander';
import type { Done } from '../exit-codes.ts';
import { collect } from '../option-values.ts';

export function defineLint(program: Command, done: Done): void {
  program
    .command('lint')
    .description('say what is missing or wrong in the pages: rules, cases, steps, evidence, ids, links')
    .option('--spec <location>', 'a page or a folder of pages; spec, and the documents beside it, without it')
    .option('--rule <name>', "only what this rule of 'modspec list lint' finds; repeatable", collect, [])
    .option('--explain <name>', 'say why a rule is one and how its findings are mended')
    .option('--fix', 'first mend what can be mended without an author', false)
    .option('--format <format>', 'text, github or json; github where GITHUB_ACTIONS is true')
    .action(async (options) => done(await (await import('../lint-command.ts')).lintCommand(options)));
}
