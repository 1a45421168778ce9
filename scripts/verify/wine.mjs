// Programs for Windows, run by Wine in a prefix of its own.

import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { cacheFolder } from '../../build/harness/adapters/cache-folder.js';
import { UsageError } from '../../build/model/usage-error.js';

/** Without the wrapper, which adds a notice to what programs print. */
const programs = ['/usr/lib/wine/wine64', '/usr/lib/wine/wine64-stable', '/opt/wine-stable/bin/wine64'];

/**
 * Makes the prefix if there is none, and starts the services of Wine, so that no program holds streams open that they inherit.
 * @throws {UsageError} if Wine is not there
 */
export async function startWine() {
  const program = programs.find((file) => existsSync(file));
  if (process.platform !== 'linux' || program === undefined)
    throw new UsageError(
      `expected Wine for 64-bit programs; found none of ${programs.join(', ')}; on Debian and Ubuntu, run 'apt-get install --no-install-recommends wine wine64'`,
    );
  const folder = path.join(cacheFolder(), 'wine');
  const home = path.join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const env = { WINEPREFIX: path.join(folder, 'prefix'), HOME: home, WINEDEBUG: '-all' };
  const run = (args, options = {}) =>
    execa(program, args, { env, reject: false, stdio: 'ignore', ...options });
  // Node refuses the version that Wine gives itself.
  await run(['reg', 'add', 'HKEY_CURRENT_USER\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f']);
  return { run, print: (args, options) => printed(run, args, options) };
}

/** The path by which Wine knows a file. */
export function windowsPath(file) {
  return `Z:${file.replaceAll('/', '\\')}`;
}

/** What a program prints, by way of files: pipes of another system can't be written by Node. */
async function printed(run, args, options) {
  const folder = mkdtempSync(path.join(tmpdir(), 'modspec-wine-'));
  const [out, err] = ['out', 'err'].map((name) => path.join(folder, name));
  const files = [out, err].map((file) => openSync(file, 'w'));
  try {
    const { exitCode } = await run(args, { ...options, stdio: ['ignore', ...files] });
    return { exitCode, stdout: readFileSync(out, 'utf8'), stderr: readFileSync(err, 'utf8') };
  } finally {
    for (const file of files) closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}
