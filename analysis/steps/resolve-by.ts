// One question to the reference, by whichever way it is asked.

import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isReferrerUrl } from '../../model/is-url.ts';
import type { Way } from '../../model/vocabulary.ts';
import type { Loader } from '../../reference/index.ts';
import { treeRoot } from './tree-file-system.ts';

/** What is asked; `from` is a path in the tree, or a URL. `<tree>` in it is the root of the tree. */
export interface Asked {
  readonly specifier: string;
  readonly from: string;
  readonly by?: Way | undefined;
}

/** A path, the name of a core module, or a URL. Throws what the reference throws. */
export function resolveBy(loader: Loader, { specifier, from, by = 'require' }: Asked): string {
  const referrer = isReferrerUrl({ from, by }) ? fillTree(from) : posix.join(treeRoot, from);
  return askBy(loader, by, fillTree(specifier), referrer);
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
export function pathOfAnswer(answer: string): string {
  return answer.startsWith('file:') ? fileURLToPath(answer.replace(/[?#].*$/s, '')) : answer;
}

/** A text with the root of the tree in place of `<tree>`. */
export function fillTree(text: string): string {
  return text.replaceAll('<tree>', treeRoot);
}
