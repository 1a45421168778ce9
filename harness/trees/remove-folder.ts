// Removes a folder, whatever modes a case or a loader gave to its content, and however deep it is.

import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { lstatSync, readdirSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { isRealPath, mountsIn } from './mounts.ts';

/** Links are removed and not followed. Nothing happens if there is no folder. @throws {Error} if it can't be removed */
export function removeFolder(folder: string): void {
  checkOwn(folder);
  try {
    removePlain(folder);
  } catch {
    removeStubborn(folder);
  }
}

/**
 * What a loader has mounted there, or reaches through a link in the path, belongs to somebody else: to remove the folder
 * would remove that. It removes mounts first.
 * @throws {Error} if one stays
 */
function checkOwn(folder: string): void {
  if (!isRealPath(path.dirname(folder))) throw new Error(`the path of '${folder}' contains a link`);
  for (const point of mountsIn(folder)) runTool('umount', ['--', point]);
  const [left] = mountsIn(folder);
  if (left !== undefined) throw new Error(`something is mounted on '${left}'`);
}

/**
 * Removes what nothing protects, in a third of the time that `rmSync` takes in Node 20.
 * @throws {Error} if it is not a folder, or something can't be removed
 */
function removePlain(folder: string): void {
  if (!lstatSync(folder).isDirectory()) throw new TypeError('not a folder');
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) removePlain(file);
    else unlinkSync(file);
  }
  rmdirSync(folder);
}

function removeStubborn(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (process.platform === 'win32') rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    else removeByTools(folder, error);
  }
}

/** The same without an error. @returns whether nothing is left */
export function attemptRemoval(folder: string): boolean {
  try {
    removeFolder(folder);
    return true;
  } catch {
    return false;
  }
}

/**
 * The same, but a folder that takes longer is removed by a process of the system, which goes on after modspec has ended: while
 * modspec removes something itself, no signal reaches it.
 * @returns whether nothing is left, or will be left
 */
export function removeInTime(folder: string, patienceMs: number = 1_000): boolean {
  if (process.platform === 'win32' || !lstatSync(folder, { throwIfNoEntry: false }))
    return attemptRemoval(folder);
  if (!isOwn(folder)) return false;
  const { status, error } = runTool('rm', ['-rf', '--', folder], patienceMs);
  if (status === 0) return true;
  if ((error as NodeJS.ErrnoException | undefined)?.code !== 'ETIMEDOUT') return attemptRemoval(folder);
  const rest = spawn('rm', ['-rf', '--', folder], { stdio: 'ignore', detached: true, env: toolEnvironment });
  rest.on('error', () => undefined);
  rest.unref();
  return true;
}

function isOwn(folder: string): boolean {
  try {
    checkOwn(folder);
    return true;
  } catch {
    return false;
  }
}

/** Paths that are too long for Node are not for the system's own tools, which walk folder by folder. */
function removeByTools(folder: string, error: unknown): void {
  if (lstatSync(folder).isDirectory()) runTool('chmod', ['-R', 'u+rwX', '--', folder]);
  if (runTool('rm', ['-rf', '--', folder]).status !== 0) throw error;
}

/** Tools of the system are found without a PATH that may have been changed. */
const toolEnvironment = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin' };

function runTool(command: string, words: readonly string[], timeout = 60_000): SpawnSyncReturns<Buffer> {
  return spawnSync(command, [...words], {
    stdio: 'ignore',
    env: toolEnvironment,
    timeout,
    killSignal: 'SIGKILL',
  });
}
