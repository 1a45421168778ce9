// The entry of the command line. It prints the version itself, because all the rest takes longer to load than Node itself.

import { canOpen, tooManyOpenFiles } from '../model/open-files.ts';
import { packageVersion } from '../model/package-root.ts';
import { exitCodes } from './actions/exit-codes.ts';
import { versionFlags } from './version-flags.ts';

/** Node opens about fifty files while it loads the rest, and does not wait for one to be closed. */
const filesToLoad = 64;

/** Runs the command line and returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const [first = ''] = argv;
  if (argv.length === 1 && versionFlags.includes(first)) {
    process.stdout.write(`${packageVersion()}\n`);
    return exitCodes.asExpected;
  }
  if (canOpen(filesToLoad)) return (await import('./command-line.ts')).runCommandLine(argv);
  process.stderr.write(`modspec: ${tooManyOpenFiles}\n`);
  return exitCodes.broken;
}
