// The entry of the command line. It prints the version itself, because all the rest takes longer to load than Node itself.

import { packageVersion } from '../model/package-root.ts';
import { versionFlags } from './version-flags.ts';

/** Runs the command line and returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const [first = ''] = argv;
  if (argv.length > 1 || !versionFlags.includes(first))
    return (await import('./command-line.ts')).runCommandLine(argv);
  process.stdout.write(`${packageVersion()}\n`);
  return 0;
}
