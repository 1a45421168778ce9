// The command line: commands, their options, and what ends them with which exit code.

import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { packageVersion } from '../package-root.ts';
import { AdapterError } from '../run/adapter-error.ts';
import { UsageError } from '../usage-error.ts';
import { guardExit } from './guard-exit.ts';

export const exitCodes = { asExpected: 0, notAsExpected: 1, usage: 2, broken: 3 } as const;

/** Runs the command line and gives the exit code. Prints errors of the user in one line, never a stack. */
export async function main(argv: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.asExpected;
  const program = defineCommands((code) => {
    exitCode = code;
  });
  const release = guardExit();
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportError(error);
  } finally {
    release();
  }
}

function reportError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.asExpected : exitCodes.usage;
  if (error instanceof UsageError) {
    process.stderr.write(`modspec: ${error.message}\n`);
    return exitCodes.usage;
  }
  const text =
    error instanceof AdapterError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`modspec: ${text}\n`);
  return exitCodes.broken;
}

type Done = (exitCode: number) => void;

function defineCommands(done: Done): Command {
  const program = new Command('modspec')
    .description('Check any CommonJS loader against the module specification.')
    .version(packageVersion(), '-V, --version')
    .exitOverride()
    .enablePositionalOptions()
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError("(run 'modspec --help' or 'modspec COMMAND --help')");
  defineRun(program, done);
  defineReport(program);
  defineDiff(program, done);
  defineGenerate(program, done);
  defineMerge(program, done);
  defineDoctor(program, done);
  defineLint(program, done);
  defineList(program);
  defineCaseCommands(program);
  defineExec(program, done);
  defineExplain(program);
  defineAuthoring(program, done);
  return program;
}

function defineRun(program: Command, done: Done): void {
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
    .action(async (options) => done(await (await import('./run-command.ts')).runCommand(options)));
}

function defineReport(program: Command): void {
  program
    .command('report')
    .description(
      'write one HTML file from runs that were made before; without a run, the specification alone',
    )
    .argument('[runs...]', 'files that --format json wrote')
    .requiredOption('--out <file>', 'the HTML file')
    .option('--spec <location>', 'the page or folder of pages that the runs were made with')
    .action(async (runs, options) => (await import('./report-command.ts')).reportCommand(runs, options));
}

function defineDiff(program: Command, done: Done): void {
  program
    .command('diff')
    .description('say what changed from one run to another; fails when something regressed')
    .argument('<before>', 'a file that --format json wrote')
    .argument('<after>', 'another one')
    .option('--format <format>', 'pretty, markdown or json', 'pretty')
    .action(async (before, after, options) =>
      done((await import('./diff-command.ts')).diffCommand(before, after, options)),
    );
}

function defineDoctor(program: Command, done: Done): void {
  program
    .command('doctor')
    .description('test an adapter, not its loader, and say what to mend')
    .requiredOption(
      '--impl <impl>',
      'what run takes: stdio:COMMAND, a folder, a module, exec:COMMAND, a name …',
    )
    .option('--timeout <ms>', 'how long an answer may take', wholeNumber, 5000)
    .option('--offline', 'fetch nothing; use what is in the cache', false)
    .action(async (options) => done(await (await import('./doctor-command.ts')).doctorCommand(options)));
}

function defineGenerate(program: Command, done: Done): void {
  program
    .command('generate')
    .description('write cases/*.json from spec/*.md')
    .option('--check', 'write nothing; fail when the files are not what the pages say', false)
    .option('--spec <folder>', 'where the pages are', 'spec')
    .option('--out <folder>', 'where the case files go', 'cases')
    .action(async (options) => done((await import('./generate-command.ts')).generateCommand(options)));
}

function defineMerge(program: Command, done: Done): void {
  program
    .command('merge')
    .description('merge the runs of all shards, written with --format json, into one run')
    .argument('<runs...>', 'files of runs')
    .option('--out <file>', 'where the merged run goes; standard output without it')
    .option('--spec <location>', 'the --spec of the run, for a baseline')
    .option('--baseline <file>', 'the failures that are accepted; anything else fails')
    .option('--update-baseline', 'make the baseline say what was seen', false)
    .action(async (files, options) =>
      done((await import('./merge-command.ts')).mergeCommand(files, options)),
    );
}

function defineLint(program: Command, done: Done): void {
  program
    .command('lint')
    .description('say what is missing in the pages: rules, cases, steps, evidence')
    .option('--spec <folder>', 'where the pages are', 'spec')
    .action(async (options) => done(await (await import('./lint-command.ts')).lintCommand(options)));
}

function defineList(program: Command): void {
  program
    .command('list')
    .description('list what there is: rules, cases, implementations, editions, or needs')
    .argument('<what>', 'rules, cases, impls, editions or needs')
    .option('--spec <location>', 'a page or a folder of pages of your own')
    .action(async (what, options) => (await import('./list-command.ts')).listCommand(what, options));
}

function defineCaseCommands(program: Command): void {
  program
    .command('show')
    .description('print a case: its rule, its tree, what is asked and expected')
    .argument('<case>', 'id of the case')
    .option('--spec <location>', 'a page or a folder of pages of your own')
    .action(async (id, options) => (await import('./case-commands.ts')).showCommand(id, options));
  program
    .command('extract')
    .description('write the tree of a case into a new folder, for debugging by hand')
    .argument('<case>', 'id of the case')
    .argument('<folder>', 'a folder that does not exist yet or is empty')
    .option('--spec <location>', 'a page or a folder of pages of your own')
    .action(async (id, folder, options) =>
      (await import('./case-commands.ts')).extractCommand(id, folder, options),
    );
}

function defineExec(program: Command, done: Done): void {
  program
    .command('exec')
    .description('run a program under the reference loader, as node MAIN would, or serve an app')
    .option('--edition <edition>', 'the edition to follow; locked, or deployd-locked for an app')
    .option('--deployd <app>', 'serve the app in this folder on 127.0.0.1, as a Deployd server would')
    .option('--port <n>', 'where the app is served', wholeNumber, 2403)
    .option('--environment <name>', 'the environment of the app, development or production', 'development')
    .argument('[main]', 'the program')
    .argument('[args...]', 'its arguments')
    .passThroughOptions()
    .action(async (entry, args, options) =>
      done(await (await import('./exec-command.ts')).execCommand(entry, args, options)),
    );
}

function defineExplain(program: Command): void {
  program
    .command('explain')
    .description('tell each step from a specifier to its file, and why no other place was taken')
    .argument('[specifier]', 'what is asked for')
    .option('--from <file>', 'the file that asks; it need not exist')
    .option('--case <id>', 'explain what a case asks for instead')
    .option('--edition <edition>', 'the edition whose steps are taken', 'locked')
    .option('--format <format>', 'text or json', 'text')
    .option('--spec <location>', 'a page or a folder of pages of your own')
    .action(async (specifier, options) =>
      (await import('./explain-command.ts')).explainCommand(specifier, options),
    );
}

function defineAuthoring(program: Command, done: Done): void {
  program
    .command('new')
    .description('put the scaffold of a case into the page of its rule')
    .argument('<rule>', 'id of the rule')
    .option('--title <title>', 'what the case shows, in one line', 'What this case shows')
    .option('--id <id>', 'its permanent id, instead of one made from rule and title')
    .option('--program', 'a program that prints, instead of a table of resolutions', false)
    .option('--spec <location>', 'a page or a folder of pages', 'spec')
    .action(async (rule, options) => (await import('./new-command.ts')).newCommand(rule, options));
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
      done(await (await import('./try-command.ts')).tryCommand(what, options)),
    );
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Expected a whole number above 0.');
}
