// `modspec new`, `modspec try` and `modspec rename` on the command line.

import type { Command } from 'commander';
import type { Done } from '../exit-codes.ts';
import { collect, wholeNumber } from '../option-values.ts';

export function defineAuthoring(program: Command, done: Done): void {
  program
    .command('new')
    .description('put the scaffold of a case into the page of its rule')
    .argument('<rule>', 'id of the rule')
    .option('--title <title>', 'what the case shows, in one line', 'What this case shows')
    .option('--id <id>', 'its permanent id, instead of one made from rule and title')
    .option('--program', 'a program that prints, instead of a table of resolutions', false)
    .option('--spec <location>', 'a page or a folder of pages', 'spec')
    .action(async (rule, options) => (await import('../new-command.ts')).newCommand(rule, options));
  program
    .command('rename')
    .description('give a rule or a case another id; whoever asks for the old one is led to it')
    .argument('<id>', 'its id')
    .argument('<new-id>', 'one that was never used')
    .option('--spec <location>', 'a page or a folder of pages', 'spec')
    .action(async (from, to, options) =>
      (await import('../rename-command.ts')).renameCommand(from, to, options),
    );
  program
    .command('try')
    .description('show side by side what the page, the reference and real Nodes say to a case')
    .argument('<what>', 'id or glob of cases, the name of a page, or its file')
    .option('--spec <location>', 'a page or a folder of pages', 'spec')
    .option('--impl <node>', 'a real Node beside those in the cache folder; repeatable', collect, [])
    .option('--fetch', 'fetch the Nodes of all lines into the cache folder first', false)
    .option('--write', 'fill in what is expected, from what real Nodes do', false)
    .option('--all', 'also show the cases in which all agree', false)
    .option('--jobs <n>', 'how many hosts at a time', wholeNumber)
    .action(async (what, options) =>
      done(await (await import('../try-command.ts')).tryCommand(what, options)),
    );
}
