// Turns the URL that `import` resolves to into an observation: a file of the tree, a core module, or another URL.

import nodePath, { type PlatformPath } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Observation } from '../../model/observation.ts';
import { inTreeTerms } from './in-tree-terms.ts';

/**
 * @param root real, absolute path of the tree
 * @param rules of the paths in the root and in the answer
 */
export function observeUrl(root: string, answered: string, rules: PlatformPath = nodePath): Observation {
  const url = answered.slice(0, longestShown);
  if (url.startsWith('node:'))
    return { kind: 'builtin', name: inTreeTerms(root, url.slice('node:'.length), rules) };
  return fileOf(root, url, rules) ?? { kind: 'url', url: inTreeTerms(root, url, rules) };
}

/** The length to which a URL is cut; that of no file in a tree is longer. */
const longestShown = 30_000;

/** Undefined if it is not the URL of a file in the tree, as Node writes it. */
function fileOf(root: string, url: string, rules: PlatformPath): Observation | undefined {
  const [, address = '', suffix] = /^(file:[^?#]*)(.*)$/s.exec(url) ?? [];
  const file = encodesNeedlessly(address) ? undefined : pathOf(address, rules);
  const prefix = root + rules.sep;
  if (file === undefined || !file.startsWith(prefix)) return undefined;
  const inside = file.slice(prefix.length).replaceAll(root, '<tree>').replaceAll(rules.sep, '/');
  return { kind: 'file', path: inside, ...(suffix ? { suffix } : {}) };
}

/** The URL of a module is its identity, and Node does not encode these characters in the URL of a path. */
function encodesNeedlessly(address: string): boolean {
  return /%(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])/i.test(address);
}

function pathOf(address: string, { sep }: PlatformPath): string | undefined {
  try {
    return fileURLToPath(address, { windows: sep === '\\' });
  } catch {
    return undefined;
  }
}
