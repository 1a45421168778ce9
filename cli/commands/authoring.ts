// `modspec new`, `modspec try` and `modspec rename` on the command line.

import type { Command } from 'commander';
import type { Done } from '../actions/exit-codes.ts';
import { collect, wholeNumber } from '../actions/option-values.ts';

export function defineAuthoring(program: Command, done: Done): void {
  program
    .command('new')
    .description('add the scaffold of a case to the page of its rule')
    .argument('<rule>', 'id of the rule')
    .option('--title <title>', 'the title of the case, one line', 'What this case shows')
    .option('--id <id>', 'the id of the case; by default it is made from the rule and the title')
    .option('--program', 'a program whose output is compared, instead of a table of resolutions', false)
    .option('--import', 'a table whose rows say by which way of import they ask', false)
    .option('--spec <location>', 'a page or a folder of pages', 'spec')
    .action(async (rule, options) => (await import('../actions/new-command.ts')).newCommand(rule, options));
  program
    .command('rename')
    .description('rename a rule or a case; the old id redirects to the new one')
    .argument('<id>', 'the present id')
    .argument('<new-id>', 'the new id; it must never have been used')
    .option('--spec <location>', 'a page or a folder of pages', 'spec')
    .action(async (from, to, options) =>
      (await import('../actions/rename-command.ts')).renameCommand(from, to, options),
    );
  program
    .command('try')
    .description('compare what the page expects with the answers of the reference and of real Nodes')
    .argument('<what>', 'the id of a case, a glob of ids, the id of a page, or its file')
    .option('--spec <location>', 'a page or a folder of pages', 'spec')
    .option('--impl <node>', 'a real Node, in addition to those in the cache folder; repeatable', collect, [])
    .option('--fetch', 'first download a Node of every line into the cache folder', false)
    .option('--write', 'write the answers of real Nodes into the page as expectations', false)
    .option('--all', 'also show the cases on which all agree', false)
    .option('--jobs <n>', 'how many hosts run at the same time', wholeNumber)
    .action(async (what, options) =>
      done(await (await import('../actions/try-command.ts')).tryCommand(what, options)),
    );
}
