// Globs of the user's, which match ids in a bounded time.

import picomatch from 'picomatch';
import { type InputPlace, UsageError } from '../usage-error.ts';

/** Each wildcard multiplies the ways in which an id can match. */
const mostWildcards = 6;
const longest = 200;

/**
 * Whether an id matches a glob.
 * @param option the option or the file that the glob comes from, as messages name it
 * @throws {UsageError} if the glob is so long, or has so many wildcards, that it could take minutes to match.
 */
export function matchGlob(glob: string, option: string, place?: InputPlace): (id: string) => boolean {
  const wildcards = glob.match(/[*+]/g)?.length ?? 0;
  if (wildcards > mostWildcards)
    throw new UsageError(
      `${option}: expected a glob with at most ${mostWildcards} of '*' and '+'; found ${wildcards}; write several globs, or more of the ids`,
      place,
    );
  if (glob.length > longest)
    throw new UsageError(
      `${option}: expected a glob of at most ${longest} characters; found ${glob.length}`,
      place,
    );
  return picomatch(glob);
}
