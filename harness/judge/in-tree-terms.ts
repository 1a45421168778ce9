// Texts without the place of the tree, which is another one for each question: `<tree>` replaces the root however it is written.

import nodePath, { type PlatformPath } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * With the rules of Windows, the rest of a path below the root gets slashes, so that a text is the same on all systems.
 * @param root real, absolute path of the tree
 */
export function inTreeTerms(root: string, text: string, rules: PlatformPath = nodePath): string {
  const withoutUrls = text.replaceAll(urlOf(root, rules), 'file://<tree>');
  if (rules.sep === '/') return withoutUrls.replaceAll(root, '<tree>');
  return spellings(root).reduce(
    (shown, { prefix, separator }) =>
      shown.replaceAll(belowRoot(prefix), (_, rest: string) => `<tree>${rest.replaceAll(separator, '/')}`),
    withoutUrls,
  );
}

export function urlOf(path: string, rules: PlatformPath): string {
  return pathToFileURL(path, { windows: rules.sep === '\\' }).href;
}

interface Spelling {
  readonly prefix: string;
  readonly separator: string;
}

/** As a path, inside a string literal, and with slashes. */
function spellings(root: string): Spelling[] {
  return [
    { prefix: root.replaceAll('\\', '\\\\'), separator: '\\\\' },
    { prefix: root, separator: '\\' },
    { prefix: root.replaceAll('\\', '/'), separator: '\\' },
  ];
}

/** A path ends before a character that no name on Windows has, and before what lists and texts put between paths. */
function belowRoot(prefix: string): RegExp {
  const literal = prefix.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`${literal}((?:[\\\\/][^\\r\\n"'\`<>|?*:;,()]*)?)`, 'g');
}
