// Refuses editions that do not exist.

import { editionIds, editionOfNodeVersion, findEdition } from '../model/editions.ts';
import { nearestName } from '../model/input/did-you-mean.ts';
import { UsageError } from '../model/usage-error.ts';

/**
 * @param known the editions that fit; by default all
 * @throws {UsageError} with the likeliest edition if it is none of these
 */
export function checkEdition(edition: string | undefined, known: readonly string[] = editionIds): void {
  if (edition === undefined || known.includes(edition)) return;
  const { family } = findEdition(edition) ?? {};
  if (family !== undefined)
    throw new UsageError(
      `--edition ${edition}: it is for ${family === 'node' ? 'module loaders' : 'servers'}; expected one of ${known.join(', ')}`,
    );
  const meant = meantEdition(edition, known);
  const hint = meant === undefined ? '' : `did you mean '${meant}'? `;
  throw new UsageError(`--edition ${edition}: unknown edition; ${hint}see 'modspec list editions'`);
}

/** A version alone, such as `20` or `v18.2`, means the line of Node. */
function meantEdition(edition: string, known: readonly string[]): string | undefined {
  const [, version] = /^(?:node[@ ]?)?v?(\d[\d.]*)$/.exec(edition) ?? [];
  const line = version === undefined ? undefined : editionOfNodeVersion(version)?.id;
  return line !== undefined && known.includes(line) ? line : nearestName(edition, known);
}
