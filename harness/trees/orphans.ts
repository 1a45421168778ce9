// Removes the folders of earlier runs that were killed before they could do so.

import { readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { killStragglers } from '../hosts/stragglers.ts';
import { readPlainFile } from './read-plain-file.ts';
import { removeInTime } from './remove-folder.ts';

/** A file in a workspace, as long as the workspace belongs to a process. */
export const ownerFile = 'owner.json';

const ownerSchema = z.object({
  pid: z.int().positive(),
  namespace: z
    .string()
    .describe('in which the process id is valid; containers may share a folder but not their processes'),
});
type Owner = z.infer<typeof ownerSchema>;

export function claim(root: string): void {
  const owner: Owner = { pid: process.pid, namespace: ownNamespace() };
  writeFileSync(path.join(root, ownerFile), JSON.stringify(owner));
}

/** The folder with the home of each implementation. */
export function homesIn(root: string): string {
  return path.join(root, 'homes');
}

export function disclaim(root: string): void {
  rmSync(path.join(root, ownerFile), { force: true });
}

/**
 * Removes the workspaces in a folder whose process has ended, and kills the rest of their hosts. A workspace stays if it
 * is not certain that it is an orphan, or if it can't be removed.
 */
export function removeOrphans(parent: string): void {
  const namespace = ownNamespace();
  for (const name of readdirSync(parent).filter((name) => name.startsWith('modspec-'))) {
    const root = path.join(parent, name);
    const owner = readOwner(root);
    if (owner?.namespace !== namespace || isAlive(owner.pid)) continue;
    killStragglers(homesIn(root), { folder: root, spared: new Set() });
    removeInTime(root);
  }
}

function ownNamespace(): string {
  return attempt(() => readlinkSync('/proc/self/ns/pid')) ?? process.platform;
}

function readOwner(root: string): Owner | undefined {
  const text = readPlainFile(path.join(root, ownerFile), longestOwner)?.toString('utf8');
  return text === undefined ? undefined : attempt(() => ownerSchema.parse(JSON.parse(text)));
}

/** In bytes. */
const longestOwner = 4096;

/** A process of another user is alive and can't be asked. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
