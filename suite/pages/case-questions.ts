// What a case asks: resolutions, a program, or a server.

import type { Question } from '../../model/case.ts';
import { isReferrerUrl } from '../../model/is-url.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Need } from '../../model/vocabulary.ts';
import type { CaseParts } from './case-parts.ts';
import type { PlacedEntry } from './case-tree.ts';
import { filesOfTree } from './files-of-tree.ts';
import { programKeys, readProgram, readSilence } from './program.ts';
import type { Property } from './properties.ts';
import { readResolutionTable } from './resolution-table.ts';
import { readServeSteps } from './serve-steps.ts';

/**
 * The questions of a case, resolutions first.
 * @throws {UsageError} when nothing is expected in any edition.
 */
export function readQuestions(
  { file, scope }: { readonly file: string; readonly scope: readonly string[] },
  line: number,
  parts: CaseParts,
  placed: readonly PlacedEntry[],
  needed: readonly Need[],
): Question[] {
  if (parts.steps.length > 0) return [readServer(file, parts, scope)];
  const paths = filesOfTree(
    placed.map(({ entry }) => entry),
    needed,
  );
  const resolutions = parts.tables.flatMap((table) => readResolutionTable(file, table, scope, paths));
  for (const asked of resolutions) if (!isReferrerUrl(asked)) checkReferrer(file, line, asked.from, placed);
  if (parts.stdout.length === 0) {
    refuseProgramKeys(file, parts.properties);
    if (resolutions.length > 0) return resolutions;
    throw new UsageError('this case expects nothing: add a table of resolutions or a stdout fence', {
      file,
      line,
    });
  }
  const program = readProgram(file, parts.stdout, parts.properties, scope);
  if (!placed.some(({ entry }) => entry.path === program.entry)) {
    throw new UsageError(
      `the entry '${program.entry}' is not in the tree; name another with 'Entry: \`file\`'`,
      { file, line },
    );
  }
  if (program.expect.length === 0)
    throw new UsageError('this program is expected to do nothing in any edition', { file, line });
  return [...resolutions, program];
}

/** Steps are the whole of a case: nothing else is asked beside them. */
function readServer(file: string, parts: CaseParts, scope: readonly string[]): Question {
  const [steps, ...more] = parts.steps;
  const stray = [...more, ...parts.tables, ...parts.stdout][0];
  if (!steps || stray)
    throw new UsageError(
      'a case with numbered steps has one list of them, and no table or stdout fence beside',
      {
        file,
        line: stray?.line ?? 1,
      },
    );
  const properties = parts.properties.filter(({ key }) => key !== 'Silent');
  refuseProgramKeys(file, properties);
  const silent = readSilence(file, parts.properties);
  return readServeSteps(
    file,
    steps,
    scope.filter((edition) => !silent.has(edition)),
  );
}

function refuseProgramKeys(file: string, properties: readonly Property[]): void {
  const stray = properties.find(({ key }) => (programKeys as readonly string[]).includes(key));
  if (stray)
    throw new UsageError(`'${stray.key}' speaks of a program, but there is no stdout fence`, {
      file,
      line: stray.line,
    });
}

/** The referrer must lie in a real folder of the tree, so that every implementation means the same place. */
function checkReferrer(file: string, line: number, from: string, placed: readonly PlacedEntry[]): void {
  const folder = from.split('/').slice(0, -1).join('/');
  const exists =
    folder === '' || placed.some(({ entry }) => entry.path === folder || entry.path.startsWith(`${folder}/`));
  const linked = placed.some(
    ({ entry }) => entry.kind === 'symlink' && (from === entry.path || from.startsWith(`${entry.path}/`)),
  );
  if (!exists) throw new UsageError(`the referrer '${from}' lies in no folder of the tree`, { file, line });
  if (linked)
    throw new UsageError(`the referrer '${from}' goes through a symbolic link; name the real file`, {
      file,
      line,
    });
}
