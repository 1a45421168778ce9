// Lists what to ask about a project: every resolution in its files, from the entry on, and the program itself.

import { posix } from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import type { OpenQuestion } from '../../model/open-question.ts';
import type { WayOfImport } from '../../model/vocabulary.ts';
import { scanImports } from '../steps/scan-imports.ts';
import { scanRequires } from '../steps/scan-requires.ts';
import { treeFileSystem, treeRoot } from '../steps/tree-file-system.ts';

/**
 * Resolutions in the order in which a loader meets them; each file is read once.
 * @param by the way of import by which what is imported is asked too; undefined: only what is required
 * @param resolve the file of the tree to which the oracle resolves a specifier
 */
export async function* listResolutions(
  tree: readonly TreeEntry[],
  entry: string,
  by: WayOfImport | undefined,
  resolve: (asked: OpenQuestion) => Promise<string | undefined>,
): AsyncGenerator<Extract<OpenQuestion, { kind: 'resolve' }>> {
  const files = treeFileSystem(tree);
  const seen = new Set([entry]);
  for (const from of seen) {
    const file = posix.join(treeRoot, from);
    if (from.endsWith('.json') || files.kindOf(file) !== 'file') continue;
    for (const named of namedIn(Buffer.from(files.readFile(file)).toString('utf8'), by)) {
      const asked = { kind: 'resolve', from, ...named } as const;
      yield asked;
      const found = await resolve(asked);
      if (found !== undefined) seen.add(found);
    }
  }
}

interface Named {
  readonly specifier: string;
  readonly by?: WayOfImport;
}

function namedIn(text: string, by: WayOfImport | undefined): Named[] {
  const required = scanRequires(text).map((specifier) => ({ specifier }));
  if (by === undefined) return required;
  return [...required, ...scanImports(text).map((specifier) => ({ specifier, by }))];
}
