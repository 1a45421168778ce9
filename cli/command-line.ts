// The command line: parses the arguments, runs a command and sets the exit code. The options are in `commands/`.

import { Command, CommanderError } from 'commander';
import { AdapterError } from '../model/adapter-error.ts';
import { inert } from '../model/inert.ts';
import { packageVersion } from '../model/package-root.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Done, exitCodes } from './actions/exit-codes.ts';
import { guardExit, interrupted, interruptedExitCode } from './actions/guard-exit.ts';
import { defineAuthoring } from './commands/authoring.ts';
import { defineCapture } from './commands/capture.ts';
import { defineCaseCommands } from './commands/case.ts';
import { defineCompletion } from './commands/completion.ts';
import { defineDiff } from './commands/diff.ts';
import { defineDoctor } from './commands/doctor.ts';
import { addExamples } from './commands/examples.ts';
import { defineExec } from './commands/exec.ts';
import { defineExplain } from './commands/explain.ts';
import { defineFuzz } from './commands/fuzz.ts';
import { defineGenerate } from './commands/generate.ts';
import { defineInit } from './commands/init.ts';
import { defineLint } from './commands/lint.ts';
import { defineList } from './commands/list.ts';
import { defineMerge } from './commands/merge.ts';
import { defineReport } from './commands/report.ts';
import { defineReportBug } from './commands/report-bug.ts';
import { defineRun } from './commands/run.ts';
import { defineSite } from './commands/site.ts';
import { defineVersions } from './commands/versions.ts';
import { defineWatch } from './commands/watch.ts';
import { inOwnWords } from './familiar-flags.ts';
import { versionFlags } from './version-flags.ts';

/** Runs the command line and returns the exit code. Prints an error of the user in one line, without a stack. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.asExpected;
  const program = defineCommands((code) => {
    exitCode = code;
  });
  const release = guardExit();
  try {
    await program.parseAsync(inOwnWords(await orProject(argv)), { from: 'user' });
    return exitCode;
  } catch (error) {
    // After an interruption the hosts were killed, so an error says nothing about the loader.
    return interrupted.aborted ? interruptedExitCode() : reportError(error);
  } finally {
    release();
  }
}

/** A command line without a word runs the project, if there is one. */
async function orProject(argv: readonly string[]): Promise<readonly string[]> {
  if (argv.length > 0) return argv;
  const { findProjectFile } = await import('../harness/project/find-project.ts');
  return findProjectFile(process.cwd()) === undefined ? argv : ['run'];
}

function reportError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.asExpected : exitCodes.usage;
  if (error instanceof UsageError) {
    process.stderr.write(`modspec: ${inert(error.message)}\n`);
    return exitCodes.usage;
  }
  const text =
    error instanceof AdapterError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`modspec: ${inert(text ?? '')}\n`);
  return exitCodes.broken;
}

/** Every command with its options. */
export function defineCommands(done: Done): Command {
  const program = new Command('modspec')
    .description('Check a module loader against the specification of require and import.')
    .version(packageVersion(), versionFlags.join(', '))
    .exitOverride()
    .enablePositionalOptions()
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError("(run 'modspec --help' or 'modspec COMMAND --help')");
  defineRun(program, done);
  defineWatch(program, done);
  defineReport(program);
  defineSite(program, done);
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
  defineCapture(program, done);
  defineFuzz(program, done);
  defineInit(program);
  defineVersions(program, done);
  defineReportBug(program, done);
  defineCompletion(program);
  addExamples(program);
  return program;
}
