// Names of files, folders and packages. There are few of them, so that files, folders and specifiers often meet.

import type { Dice } from './dice.ts';

const plain = ['a', 'b', 'c', 'index', 'lib', 'main'] as const;

/** Names that loaders, URLs, file systems or JavaScript may read in another way. */
const odd = [
  'a b',
  'a%20b',
  '%61',
  '%2e%2e',
  'a%2fb',
  'a#b',
  'a?b',
  'a\\b',
  'a:b',
  'a.',
  '...',
  '..a',
  '.a',
  'a..b',
  'a,b',
  'é',
  'e\u0301',
  '日',
  '💩',
  '-',
  '_',
  '@',
  '#a',
  '~',
  '$1',
  '*',
  'A',
  'package.json',
  'node_modules',
  '__proto__',
  'constructor',
  'toString',
  'fs',
  'node:fs',
] as const;

const extensions = ['.js', '.js', '.js', '.json', '.node', '', '.cjs', '.mjs'] as const;

const rareExtensions = ['.ts', '.JS', '.js.js', '.txt', '.', '.json.js', '.coffee', '.mts', '.wasm'] as const;

export function randomName(dice: Dice): string {
  return dice.chance(0.85) ? dice.pick(plain) : dice.pick(odd);
}

export function randomExtension(dice: Dice): string {
  return dice.chance(0.92) ? dice.pick(extensions) : dice.pick(rareExtensions);
}

export function randomFileName(dice: Dice): string {
  return randomName(dice) + randomExtension(dice);
}

/** A few folders have the names of files. */
export function randomFolderName(dice: Dice): string {
  return dice.chance(0.12) ? randomFileName(dice) : randomName(dice);
}

export function randomPackageName(dice: Dice): string {
  return dice.chance(0.75)
    ? dice.pick(['a', 'b', 'c', '@s/a', '@s/b'])
    : dice.pick(['@s', 'a.js', 'fs', 'a.json', '.a', '@', '@s/a.js', 'index', randomName(dice)]);
}
