// One question to the reference, by whichever way it is asked.

import type { Way } from '../../model/vocabulary.ts';
import { type Loader, type PathRules, pathRules } from '../../reference/index.ts';
import { fillTree, referrerIn, type TreeView } from './tree-view.ts';

/** What is asked; `from` is a path in the tree, or a URL. `<tree>` in it is the root of the tree. */
export interface Asked {
  readonly specifier: string;
  readonly from: string;
  readonly by?: Way | undefined;
}

/** A path, the name of a core module, or a URL. Throws what the reference throws. */
export function resolveBy(
  loader: Loader,
  view: TreeView,
  { specifier, from, by = 'require' }: Asked,
): string {
  return askBy(loader, by, fillTree(view, specifier), referrerIn(view, { from, by }));
}

/** The same for a specifier without `<tree>`; `referrer` is an absolute path, or a URL by the ways of `import`. */
export function askBy(loader: Loader, by: Way, specifier: string, referrer: string): string {
  switch (by) {
    case 'require':
      return loader.resolve(specifier, referrer);
    case 'import':
      return loader.resolveImport(specifier, referrer);
    case 'import.meta.resolve':
      return loader.resolveImportMeta(specifier, referrer);
  }
}

/** The path of what was found, without the query and fragment of a `file:` URL; other answers are as they are. */
export function pathOfAnswer(answer: string, { platform }: Pick<PathRules, 'platform'>): string {
  return answer.startsWith('file:') ? pathRules(platform).toPath(answer.replace(/[?#].*$/s, '')) : answer;
}
