// `modspec exec`: runs a program with the reference loader in a process like that of Node, or serves an app with the
// reference server.

import { statSync } from 'node:fs';
import path from 'node:path';
import { isatty } from 'node:tty';
import { execa } from 'execa';
import { checkEdition } from '../../api/check-edition.ts';
import { currentEdition, editions, type Family } from '../../model/editions.ts';
import { describeKind } from '../../model/input/describe-kind.ts';
import { builtFile } from '../../model/package-root.ts';
import { UsageError } from '../../model/usage-error.ts';
import {
  checkFlags,
  flagsForHost,
  type NodeFlags,
  scriptsNameCoreModules,
  survivesRejections,
} from './exec-flags.ts';
import type { ExecPlan } from './exec-plan.ts';

export interface ExecOptions extends NodeFlags {
  readonly edition?: string;
  readonly eval?: string;
  /** A script, or true if the value of another one is printed. */
  readonly print?: string | true;
  /** The folder of an app, which is served; no program is run then. */
  readonly deployd?: string;
  readonly port: number;
  readonly environment: string;
}

/**
 * Runs the program in a process of its own, which has its own exit code, signals and streams.
 * @returns the exit code of the program
 */
export async function execCommand(
  entry: string | undefined,
  args: readonly string[],
  options: ExecOptions,
): Promise<number> {
  const words = entry === undefined ? args : [entry, ...args];
  if (options.deployd !== undefined) {
    if (words.length === 0) return serveApp(options.deployd, options);
    throw new UsageError(`exec: expected a program or --deployd APP; found both`);
  }
  const edition =
    isModule(entry, options) && options.edition === undefined
      ? currentEdition
      : chooseEdition(options, 'node');
  checkFlags(options, edition);
  const begin = planStart(words, options);
  const isEval = 'name' in begin.start && begin.start.name === '[eval]';
  const plan: ExecPlan = {
    ...begin,
    edition,
    survivesRejections: survivesRejections(edition),
    isPrinted: options.print !== undefined,
    namesCoreModules: isEval && scriptsNameCoreModules(edition),
    requires: options.require,
    imports: options.import,
    conditions: options.conditions,
    preserveSymlinks: options.preserveSymlinks,
    preserveSymlinksMain: options.preserveSymlinksMain,
    pendingDeprecation: options.pendingDeprecation,
  };
  return run('exec-launcher.js', [JSON.stringify(plan)], process.cwd(), flagsForHost(options, edition));
}

/** Whether the entry is an ES module by its name; the text of Node 4 has none. */
function isModule(entry: string | undefined, { eval: script, print }: ExecOptions): boolean {
  return script === undefined && print === undefined && entry?.endsWith('.mjs') === true;
}

/** Where the program is: in an option, in a file, or on standard input. */
function planStart(
  words: readonly string[],
  { eval: evaluated, print }: ExecOptions,
): Pick<ExecPlan, 'start' | 'words'> {
  const script = evaluated ?? (print === true ? undefined : print);
  if (script !== undefined) return { start: { script, name: '[eval]' }, words };
  const [entry, ...rest] = words;
  if (entry === undefined || entry === '-') {
    checkInput(entry);
    return { start: { name: '[stdin]' }, words };
  }
  const found = statSync(entry, { throwIfNoEntry: false });
  if (found && !found.isFile() && !found.isDirectory())
    throw new UsageError(`exec ${entry}: expected a program; found ${describeKind(found)}`);
  const file = path.resolve(entry);
  return { start: { entry: file }, words: [file, ...rest] };
}

/** What nobody has asked for is not waited for at a terminal. */
function checkInput(entry: string | undefined): void {
  if (entry === undefined && isatty(0))
    throw new UsageError(
      'exec: expected a program, -e SCRIPT, a program on standard input, or --deployd APP; found none',
    );
}

function serveApp(app: string, options: ExecOptions): Promise<number> {
  const folder = path.resolve(app);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--deployd ${app}: the folder '${folder}' does not exist`);
  const words = [chooseEdition(options, 'deployd'), String(options.port), options.environment];
  return run('serve-launcher.js', words, folder, []);
}

/** The named edition of the family; by default the edition of its text. */
function chooseEdition({ edition }: ExecOptions, family: Family): string {
  const known = editions.filter((one) => one.family === family).map(({ id }) => id);
  const chosen = edition ?? known[0] ?? '';
  checkEdition(chosen, known);
  return chosen;
}

async function run(
  launcher: string,
  words: readonly string[],
  cwd: string,
  flags: readonly string[],
): Promise<number> {
  const script = builtFile('cli', 'actions', launcher);
  const child = execa(process.execPath, [...flags, script, ...words], {
    cwd,
    stdio: 'inherit',
    reject: false,
    forceKillAfterDelay: false,
  });
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const { exitCode, signal } = await child;
  if (signal !== undefined) await dieOf(signal);
  return exitCode ?? 1;
}

/** Ends this process with the signal that ended the program, so that the caller sees the same signal. */
async function dieOf(signal: NodeJS.Signals): Promise<void> {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  await new Promise(() => setInterval(() => undefined, 1000));
}
