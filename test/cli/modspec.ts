// Runs the built command line as a user does, and tells what it said.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { packageRoot } from '../../model/package-root.ts';

export interface CommandResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export const bin: string = path.join(packageRoot, 'bin', 'modspec.js');
export const fixtures: string = path.join(packageRoot, 'test', 'fixtures');
export const smallPage: string = path.join(fixtures, 'pages', 'small.md');

export function loader(name: string): string {
  return path.join(fixtures, 'loaders', name);
}

export interface Where {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
}

/** Runs modspec and waits for it. */
export async function modspec(args: readonly string[], where: Where = {}): Promise<CommandResult> {
  const { exitCode, stdout, stderr } = await startModspec(args, where);
  return { exitCode, stdout, stderr };
}

/**
 * Starts modspec. tap hooks itself into every Node below it through NODE_OPTIONS, loaders under test included; `env`
 * takes that away again.
 */
export function startModspec(args: readonly string[], { cwd = packageRoot, env = {} }: Where = {}) {
  return execa('env', ['-u', 'NODE_OPTIONS', process.execPath, bin, ...args], {
    cwd,
    env: { GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '', ...env },
    reject: false,
    all: true,
    stdin: 'ignore',
    stripFinalNewline: false,
  });
}

/** A new folder that no package.json or node_modules lies above, as t.testdir's have. */
export function scratchFolder(t: { teardown(action: () => void): unknown }): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'test-of-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The folders of runs that lie in a folder for temporary files. */
export function workspacesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('modspec-'));
}
