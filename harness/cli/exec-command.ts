// `modspec exec`: a program under the reference loader, with the process it would have under node; or an app under the
// reference server.

import { statSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { editions, type Family } from '../model/editions.ts';
import { packageRoot } from '../package-root.ts';
import { UsageError } from '../usage-error.ts';

export interface ExecOptions {
  readonly edition?: string;
  /** The folder of an app, which is served instead of running a program. */
  readonly deployd?: string;
  readonly port: number;
  readonly environment: string;
}

/**
 * Runs the program in a process of its own, so that its exit code, signals and streams are its own too.
 * @returns the exit code of the program
 */
export async function execCommand(
  entry: string | undefined,
  args: readonly string[],
  options: ExecOptions,
): Promise<number> {
  if (options.deployd !== undefined && entry === undefined) return serveApp(options.deployd, options);
  if (options.deployd !== undefined) throw new UsageError(`exec runs a program or serves an app, not both`);
  if (entry === undefined) throw new UsageError('exec what? name a program, or an app with --deployd APP');
  const words = [chooseEdition(options, 'node'), path.resolve(entry), ...args];
  return run('exec-launcher.js', words, process.cwd());
}

function serveApp(app: string, options: ExecOptions): Promise<number> {
  const folder = path.resolve(app);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--deployd ${app}: there is no folder at '${folder}'`);
  const words = [chooseEdition(options, 'deployd'), String(options.port), options.environment];
  return run('serve-launcher.js', words, folder);
}

/** The named edition of the family, or that of its text. */
function chooseEdition({ edition }: ExecOptions, family: Family): string {
  const known = editions.filter((one) => one.family === family).map(({ id }) => id);
  const chosen = edition ?? known[0] ?? '';
  if (known.includes(chosen)) return chosen;
  throw new UsageError(`--edition ${chosen}: there is no such edition; known are ${known.join(', ')}`);
}

async function run(launcher: string, words: readonly string[], cwd: string): Promise<number> {
  const script = path.join(packageRoot, 'dist', 'harness', 'cli', launcher);
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

/** Ends this process by the signal that ended the program, so that its caller sees the same. */
async function dieOf(signal: NodeJS.Signals): Promise<void> {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  await new Promise(() => setInterval(() => undefined, 1000));
}
