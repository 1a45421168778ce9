// What the tests do in the place of a command that a page shows: something smaller, or nothing, for a stated reason.

import { readFileSync } from 'node:fs';

export interface Replacement {
  readonly reason: string;
  readonly command: string;
  /** What is done instead; undefined for nothing. */
  readonly instead: string | undefined;
}

/**
 * The comments `<!-- in tests, REASON: COMMAND => COMMAND -->` anywhere in a Markdown file, which its readers do not see;
 * `=> nothing` skips the command.
 */
export function replacementsIn(file: string): Map<string, Replacement> {
  const found = readFileSync(file, 'utf8').matchAll(/<!-- in tests, ([^:]+): (.+?) => (.+?) -->/g);
  return new Map(
    [...found].map(([, reason = '', command = '', instead = '']) => [
      command,
      { reason, command, instead: instead === 'nothing' ? undefined : instead },
    ]),
  );
}
