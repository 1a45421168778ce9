// `modspec exec`: runs a program with the reference loader in a process like that of Node, or serves an app with the
// reference server.

import { statSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { checkEdition } from '../../api/check-edition.ts';
import { editions, type Family } from '../../model/editions.ts';
import { describeKind } from '../../model/input/describe-kind.ts';
import { builtFile } from '../../model/package-root.ts';
import { UsageError } from '../../model/usage-error.ts';

export interface ExecOptions {
  readonly edition?: string;
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
  if (options.deployd !== undefined && entry === undefined) return serveApp(options.deployd, options);
  if (options.deployd !== undefined)
    throw new UsageError(`exec: expected a program or --deployd APP; found both`);
  if (entry === undefined) throw new UsageError('exec: expected a program or --deployd APP; found neither');
  const found = statSync(entry, { throwIfNoEntry: false });
  if (found && !found.isFile() && !found.isDirectory())
    throw new UsageError(`exec ${entry}: expected a program; found ${describeKind(found)}`);
  const words = [chooseEdition(options, 'node'), path.resolve(entry), ...args];
  return run('exec-launcher.js', words, process.cwd());
}

function serveApp(app: string, options: ExecOptions): Promise<number> {
  const folder = path.resolve(app);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--deployd ${app}: the folder '${folder}' does not exist`);
  const words = [chooseEdition(options, 'deployd'), String(options.port), options.environment];
  return run('serve-launcher.js', words, folder);
}

/** The named edition of the family; by default the edition of its text. */
function chooseEdition({ edition }: ExecOptions, family: Family): string {
  const known = editions.filter((one) => one.family === family).map(({ id }) => id);
  const chosen = edition ?? known[0] ?? '';
  checkEdition(chosen, known);
  return chosen;
}

async function run(launcher: string, words: readonly string[], cwd: string): Promise<number> {
  const script = builtFile('cli', 'actions', launcher);
  const child = execa(process.execPath, [script, ...words], {
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
