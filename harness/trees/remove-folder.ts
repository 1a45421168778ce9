// Removes a folder, whatever modes a case or a loader gave to its content, and however deep it is.

import { spawnSync } from 'node:child_process';
import { lstatSync, rmSync } from 'node:fs';

/** Links are removed and not followed. Nothing happens if there is no folder. @throws {Error} if it can't be removed */
export function removeFolder(folder: string): void {
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

/** Paths that are too long for Node are not for the system's own tools, which walk folder by folder. */
function removeByTools(folder: string, error: unknown): void {
  if (lstatSync(folder).isDirectory()) run('chmod', ['-R', 'u+rwX', '--', folder]);
  if (run('rm', ['-rf', '--', folder]) !== 0) throw error;
}

/** A tool of the system, found without a PATH that may have been changed. */
function run(command: string, words: readonly string[]): number | null {
  const env = { PATH: '/usr/bin:/bin' };
  return spawnSync(command, [...words], { stdio: 'ignore', env, timeout: 60_000 }).status;
}
