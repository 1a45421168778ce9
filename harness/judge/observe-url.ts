// Turns the URL that `import` resolves to into an observation: a file of the tree, a core module, or another URL.

import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Observation } from '../../model/observation.ts';

/** @param root real, absolute path of the tree */
export function observeUrl(root: string, answered: string): Observation {
  const url = answered.slice(0, longestShown);
  if (url.startsWith('node:'))
    return { kind: 'builtin', name: url.slice('node:'.length).replaceAll(root, '<tree>') };
  return fileOf(root, url) ?? { kind: 'url', url: inTreeTerms(root, url) };
}

/** Without the place of the tree, which is another one for each question. */
function inTreeTerms(root: string, url: string): string {
  return url.replaceAll(pathToFileURL(root).href, 'file://<tree>').replaceAll(root, '<tree>');
}

/** The length to which a URL is cut; that of no file in a tree is longer. */
const longestShown = 30_000;

/** Undefined if it is not the URL of a file in the tree, as Node writes it. */
function fileOf(root: string, url: string): Observation | undefined {
  const [, address = '', suffix] = /^(file:[^?#]*)(.*)$/s.exec(url) ?? [];
  const file = encodesNeedlessly(address) ? undefined : pathOf(address);
  const prefix = root + path.sep;
  if (file === undefined || !file.startsWith(prefix)) return undefined;
  const inside = file.slice(prefix.length).replaceAll(root, '<tree>').split(path.sep).join('/');
  return { kind: 'file', path: inside, ...(suffix ? { suffix } : {}) };
}

/** The URL of a module is its identity, and Node does not encode these characters in the URL of a path. */
function encodesNeedlessly(address: string): boolean {
  return /%(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])/i.test(address);
}

function pathOf(address: string): string | undefined {
  try {
    return fileURLToPath(address);
  } catch {
    return undefined;
  }
}
