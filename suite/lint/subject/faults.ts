// What is broken in a tree on purpose: each of these can end a resolution or a program by itself.

import { posix } from 'node:path';
import { parse } from 'acorn';
import type { Case, TreeEntry } from '../../../model/case.ts';

export interface ProgramFault {
  /** The entry that has it. */
  readonly path: string;
  readonly what: string;
}

export function programFaults(item: Case): ProgramFault[] {
  return item.tree.flatMap((entry) => {
    const what = faultOf(entry, item.tree);
    return what === undefined ? [] : [{ path: entry.path, what }];
  });
}

function faultOf(entry: TreeEntry, tree: readonly TreeEntry[]): string | undefined {
  if (entry.kind === 'folder') return isClosed(entry) ? "can't be entered" : undefined;
  if (entry.kind === 'symlink') return hasNoTarget(entry, tree) ? 'links to nothing' : undefined;
  if (isClosed(entry)) return "can't be read";
  const text = textOf(entry);
  if (entry.path.endsWith('.json')) return isJson(text) ? undefined : 'is not JSON';
  if (!/\.c?js$/.test(entry.path)) return undefined;
  if (!isProgram(text)) return 'does not parse';
  return /^throw\b/m.test(text) ? 'throws' : undefined;
}

function isClosed({ mode }: { readonly mode?: string | undefined }): boolean {
  return mode !== undefined && (Number.parseInt(mode, 8) & 0o400) === 0;
}

function hasNoTarget(
  { path, target }: { path: string; target: string },
  tree: readonly TreeEntry[],
): boolean {
  if (target === '<tree>') return false;
  const place = target.startsWith('<tree>/')
    ? posix.normalize(target.slice('<tree>/'.length))
    : posix.join(posix.dirname(path), target);
  if (place === '.') return false;
  return !tree.some(
    (entry) => entry.path === place || entry.path.startsWith(`${place}/`) || isLinkTo(entry, place),
  );
}

/** The place lies behind another link, which is looked at by itself. */
function isLinkTo(entry: TreeEntry, place: string): boolean {
  return entry.kind === 'symlink' && place.startsWith(`${entry.path}/`);
}

function textOf(entry: Extract<TreeEntry, { kind: 'file' | 'bytes' }>): string {
  const text = entry.kind === 'file' ? entry.text : Buffer.from(entry.base64, 'base64').toString('utf8');
  return text.replace(/^\uFEFF/, '');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isProgram(text: string): boolean {
  return (['script', 'module'] as const).some((sourceType) => {
    try {
      parse(text, {
        ecmaVersion: 'latest',
        sourceType,
        allowReturnOutsideFunction: true,
        allowHashBang: true,
      });
      return true;
    } catch {
      return false;
    }
  });
}
