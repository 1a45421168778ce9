// Names that a file on Windows can't have.

import type { TreeEntry } from './case.ts';

/** The first name in the tree that Windows does not take as it is written; undefined if it takes all. */
export function nameThatWindowsRefuses(tree: readonly TreeEntry[]): string | undefined {
  return tree.flatMap(({ path }) => path.split('/')).find((name) => refused.some((how) => how.test(name)));
}

const refused: readonly RegExp[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[<>:"|?*\\\u0000-\u001f]/,
  // Windows takes them off.
  /[. ]$/,
  // Devices, with any extension.
  /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i,
];
