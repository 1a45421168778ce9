// A folder in which a name is found by its other spellings, for programs that are started in a mount namespace of their own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { UsageError } from '../../build/model/usage-error.js';

const program = path.join(import.meta.dirname, 'name-insensitive-fs.py');
const isRoot = process.getuid?.() === 0;
/** The Python of the system, for which packages of the system are installed. */
const python = '/usr/bin/python3';

/**
 * Mounts the folder. It is gone when this process ends, because the file system ends with its input.
 * @throws {UsageError} if this machine can't do it
 * @returns what runs a program that sees the folder as the place of temporary files, and what ends all
 */
export async function mountNameInsensitive() {
  checkMachine();
  const folder = mkdtempSync(path.join(tmpdir(), 'modspec-names-'));
  const [files, mountPoint] = ['files', 'seen'].map((name) => path.join(folder, name));
  for (const one of [files, mountPoint]) mkdirSync(one);
  const namespace = isRoot ? ['--mount'] : ['--mount', '--map-root-user'];
  const server = spawn('unshare', [...namespace, python, program, files, mountPoint], { stdio: 'pipe' });
  const end = async () => {
    server.stdin.end();
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  const said = await firstWords(server);
  if (said.trim() !== 'mounted') {
    await end();
    throw new UsageError(`${needed}: ${said.trim() || 'the file system ended'}`);
  }
  return { end, run: (command, options) => runThere(server.pid, mountPoint, command, options) };
}

const needed =
  "expected Linux with /dev/fuse, 'unshare' and 'nsenter', the right to mount (root, or namespaces of users), and fusepy for /usr/bin/python3; on Debian and Ubuntu, run 'apt-get install --no-install-recommends python3-fusepy libfuse2'";

function checkMachine() {
  try {
    accessSync('/dev/fuse', constants.R_OK | constants.W_OK);
  } catch {
    throw new UsageError(needed);
  }
}

/** What the file system says first: that it is there, or why not. */
function firstWords({ stdout, stderr }) {
  return new Promise((resolve) => {
    let faults = '';
    stderr.on('data', (chunk) => {
      faults += chunk;
    });
    stdout.once('data', (chunk) => resolve(String(chunk)));
    stderr.once('close', () => resolve(faults.trim().split('\n').at(-1) ?? ''));
  });
}

function runThere(pid, mountPoint, [file, ...args], { cwd, env }) {
  const user = isRoot ? [] : ['--user', '--preserve-credentials'];
  const entered = [`--target=${pid}`, ...user, '--mount', `--wd=${cwd}`, '--', file, ...args];
  const options = { env: { ...env, TMPDIR: mountPoint }, reject: false, maxBuffer: 2 ** 29 };
  return execa('nsenter', entered, options);
}
