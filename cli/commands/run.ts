// `modspec run` on the command line.

import { type Command, Option } from 'commander';
import type { Done } from '../actions/exit-codes.ts';
import { collect, wholeNumber } from '../actions/option-values.ts';
import { platformOption } from './platform-option.ts';

export function defineRun(program: Command, done: Done): void {
  program
    .command('run')
    .description('run the cases on one or more implementations and report what is not as specified')
    .option(
      '--impl <impl>',
      "reference, node, node@VERSION, node:/path/to/node, a name of 'modspec list impls', ./my-loader, or exec:COMMAND; repeatable",
      collect,
      [],
    )
    .option('--edition <edition>', "the edition to judge by; by default each implementation's own")
    .addOption(platformOption())
    .option('--spec <location>', 'your own page or folder of pages, instead of the bundled cases')
    .option('--case <glob>', 'only cases whose id or PAGE/ID matches; repeatable', collect, [])
    .option('--grep <text>', 'only cases whose id or title contains this text; repeatable', collect, [])
    .option(
      '--format <format[=file]>',
      'pretty, tap, json, html, markdown, junit, ctrf or badge; standard output or a file; repeatable',
      collect,
      [],
    )
    .option('--verbose', 'pretty: show every failing case, each in full', false)
    .option(
      '--last-failed',
      'only the cases that failed when the same implementation and edition last ran in this folder',
      false,
    )
    .addOption(
      new Option(
        '--bail [n]',
        'stop after N failures, 1 if N is not given, and say how many cases were not asked',
      )
        .preset('1')
        .argParser(wholeNumber),
    )
    .option('--jobs <n>', 'how many hosts run at the same time', wholeNumber)
    .option('--timeout <ms>', 'the time limit of a case', wholeNumber, 5000)
    .option('--isolate', 'ask every case in a process of its own', false)
    .option('--offline', 'download nothing; use what is in the cache', false)
    .addOption(
      new Option(
        '--contain <when>',
        'whether the implementations get processes of their own, without network, which cannot change modspec: off, auto (if Linux offers it) or required',
      )
        .choices(['off', 'auto', 'required'])
        .default('off'),
    )
    .option('--shard <i/n>', 'run shard I of N; modspec merge joins the shards')
    .option(
      '--prove-isolation',
      'run the cases alone, shared, reversed and shuffled, and list each case whose verdict differs',
      false,
    )
    .option(
      '--prove-honesty',
      'ask the cases that pass again under other names, and list each case that then differs',
      false,
    )
    .option(
      '--seed <n>',
      'the number that --prove-honesty makes the names from; by default another each time',
      wholeNumber,
    )
    .option('--keep', 'keep the trees and print their paths', false)
    .option('--baseline <file>', 'the accepted failures; any other difference fails')
    .option('--update-baseline', 'rewrite the baseline from the verdicts of this run', false)
    .option('--config <file>', 'the project file; by default the one found in this folder or above')
    .option('--no-config', 'read no project file')
    .action(async (options, command) => {
      const { withProject } = await import('../actions/with-project.ts');
      const { runCommand } = await import('../actions/run-command.ts');
      done(await runCommand(await withProject(options, command)));
    });
}
