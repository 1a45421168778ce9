// The flags of Node that `modspec exec` takes, and since which line Node has them.

import { editions } from '../../model/editions.ts';
import { UsageError } from '../../model/usage-error.ts';

/** What flags of Node ask for, as commander gives it. */
export interface NodeFlags {
  readonly require: readonly string[];
  readonly import: readonly string[];
  readonly conditions: readonly string[];
  readonly preserveSymlinks: boolean;
  readonly preserveSymlinksMain: boolean;
  readonly pendingDeprecation: boolean;
}

interface Flag {
  readonly name: keyof NodeFlags;
  readonly written: string;
  /** The edition of the first line that has it. */
  readonly since: string;
}

const flags: readonly Flag[] = [
  { name: 'require', written: '--require', since: 'node-4' },
  { name: 'preserveSymlinks', written: '--preserve-symlinks', since: 'node-6' },
  { name: 'pendingDeprecation', written: '--pending-deprecation', since: 'node-8' },
  { name: 'preserveSymlinksMain', written: '--preserve-symlinks-main', since: 'node-10' },
  { name: 'conditions', written: '--conditions', since: 'node-12' },
  { name: 'import', written: '--import', since: 'node-18' },
];

/** Throws for a flag that the line of an edition does not have. */
export function checkFlags(given: NodeFlags, edition: string): void {
  for (const { name, written, since } of flags) {
    const isGiven = Array.isArray(given[name]) ? given[name].length > 0 : given[name];
    if (isGiven && !isSince(edition, since))
      throw new UsageError(
        `exec ${written}: ${edition} does not have this flag; expected --edition ${since} or a later one`,
      );
  }
}

/** Whether core modules are global variables of a script without a file, such as `fs` in `node -e fs`. */
export function scriptsNameCoreModules(edition: string): boolean {
  return isSince(edition, 'node-6');
}

/** The text of `locked` is that of Node 4. */
function isSince(edition: string, since: string): boolean {
  const order = editions.map(({ id }) => id);
  const line = edition === 'locked' ? 'node-4' : edition;
  return edition === 'node-all' || order.indexOf(line) >= order.indexOf(since);
}

/** Whether a promise that is rejected and not handled leaves a program running, as before Node 16. */
export function survivesRejections(edition: string): boolean {
  return edition.startsWith('node-') && !isSince(edition, 'node-16');
}

/** Those that the Node which runs the reference has to know, because ES modules and promises are its own. */
export function flagsForHost(
  { conditions, preserveSymlinks, pendingDeprecation }: NodeFlags,
  edition: string,
): string[] {
  const rejections = isSince(edition, 'node-6') ? 'warn' : 'none';
  return [
    ...(survivesRejections(edition) ? [`--unhandled-rejections=${rejections}`] : []),
    ...conditions.map((name) => `--conditions=${name}`),
    ...(preserveSymlinks ? ['--preserve-symlinks'] : []),
    ...(pendingDeprecation ? ['--pending-deprecation'] : []),
  ];
}
