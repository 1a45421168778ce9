// Lists what to ask about a project: every resolution in its files, from the entry on, and the program itself.

import { posix } from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import type { OpenQuestion } from '../../model/open-question.ts';
import { scanRequires } from '../steps/scan-requires.ts';
import { treeFileSystem, treeRoot } from '../steps/tree-file-system.ts';

/**
 * Resolutions in the order in which a loader meets them; each file is read once.
 * @param resolve the file of the tree to which the oracle resolves a specifier
 */
export async function* listResolutions(
  tree: readonly TreeEntry[],
  entry: string,
  resolve: (asked: OpenQuestion) => Promise<string | undefined>,
): AsyncGenerator<Extract<OpenQuestion, { kind: 'resolve' }>> {
  const files = treeFileSystem(tree);
  const seen = new Set([entry]);
  for (const from of seen) {
    const file = posix.join(treeRoot, from);
    if (from.endsWith('.json') || files.kindOf(file) !== 'file') continue;
    for (const specifier of scanRequires(Buffer.from(files.readFile(file)).toString('utf8'))) {
      const asked = { kind: 'resolve', from, specifier } as const;
      yield asked;
      const found = await resolve(asked);
      if (found !== undefined) seen.add(found);
    }
  }
}
