// The tree of a case as a loader sees it, in memory: by the rules of the platform that the case needs.

import { rulesOf } from '../../harness/trees/seen-paths.ts';
import type { Case } from '../../model/case.ts';
import { platformOf } from '../../model/case-platform.ts';
import { isReferrerUrl } from '../../model/is-url.ts';
import type { Platform } from '../../model/platform.ts';
import {
  type FileSystem,
  type ListedFileSystem,
  type LoaderOptions,
  onDrive,
  seenFiles,
} from '../../reference/index.ts';
import { treeFileSystem, treeRoot } from './tree-file-system.ts';

export interface TreeView {
  readonly platform: Platform;
  /** The root of the tree. */
  readonly root: string;
  readonly files: FileSystem;
}

/**
 * @param platform by default the one that the case needs
 * @param watch what sees each path that is asked of the tree
 */
export function viewTree(
  item: Pick<Case, 'tree' | 'needs'>,
  platform: Platform = platformOf(item),
  watch: (files: ListedFileSystem) => ListedFileSystem = (files) => files,
): TreeView {
  const root = platform === 'win32' ? onDrive(treeRoot) : treeRoot;
  const files = watch(treeFileSystem(item.tree, root));
  return { platform, root, files: platform === 'posix' ? files : seenFiles(files, platform) };
}

/** What a loader is asked with in this tree. */
export function settingsIn(
  view: TreeView,
  { environment }: Pick<Case, 'environment'>,
): Required<Pick<LoaderOptions, 'platform' | 'files' | 'environment' | 'nodePrefix'>> {
  const filled = Object.entries(environment).map(([name, value]) => [name, fillTree(view, value)]);
  return {
    platform: view.platform,
    files: view.files,
    environment: Object.fromEntries(filled),
    nodePrefix: view.platform === 'win32' ? onDrive('/prefix') : '/prefix',
  };
}

/** A text with the root of the tree in place of `<tree>`. */
export function fillTree({ root }: TreeView, text: string): string {
  return text.replaceAll('<tree>', () => root);
}

/** The path of a place in the tree. */
export function pathIn(view: TreeView, place: string): string {
  return rulesOf(view.platform).join(view.root, place);
}

/** The referrer of a question: a path, or a URL. */
export function referrerIn(view: TreeView, asked: Parameters<typeof isReferrerUrl>[0]): string {
  return isReferrerUrl(asked) ? fillTree(view, asked.from) : pathIn(view, asked.from);
}

/** The place of a path in the tree, with slashes; undefined if it is elsewhere. */
export function placeIn({ platform, root }: TreeView, path: string): string | undefined {
  const { sep } = rulesOf(platform);
  return path.startsWith(root + sep) ? path.slice(root.length + 1).replaceAll(sep, '/') : undefined;
}
