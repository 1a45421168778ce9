// Targets of package maps: mostly files of the package, and what Node calls invalid.

import type { Dice } from './dice.ts';

/** What a map may refer to. */
export interface Surroundings {
  /** Paths of the package's files and folders, relative to its folder. */
  readonly files: readonly string[];
  /** Whether it is a map of imports, whose targets may be other packages. */
  readonly isImports: boolean;
}

const conditions = [
  'require',
  'node',
  'default',
  'import',
  'node-addons',
  'module-sync',
  'types',
  'browser',
  'production',
  '',
  '0',
  '__proto__',
] as const;

const strange = [
  './',
  '.',
  '',
  '..',
  '../a.js',
  './../a.js',
  '/a.js',
  'a.js',
  'a',
  './node_modules/a/index.js',
  './node_modules',
  './NODE_MODULES/a.js',
  './lib/../a.js',
  './lib/./a.js',
  './/a.js',
  './lib//a.js',
  './%2e/a.js',
  './%2E%2e/a.js',
  './a%2ejs',
  './lib%2fa.js',
  './lib%5Ca.js',
  './lib\\a.js',
  '.\\a.js',
  './a.js?x',
  './a.js#x',
  './a%zz.js',
  './a\u0000.js',
  'file:///a.js',
  './*',
  './*.js',
  './lib/*',
  './*/*.js',
  './lib/',
] as const;

const others = [
  'b',
  'a/b',
  '@s/a',
  '@s/a/lib',
  'fs',
  'node:fs',
  'fs/',
  '#b',
  '#a',
  'a/',
  '*',
  'a/*',
  'node:*',
] as const;

const noTarget = [null, null, false, true, 0, 1, [], {}] as const;

/** @param depth how deep conditions and arrays may still be nested */
export function randomTarget(dice: Dice, around: Surroundings, pattern: boolean, depth = 2): unknown {
  if (depth > 0 && dice.chance(0.22)) return randomConditions(dice, around, pattern, depth - 1);
  if (depth > 0 && dice.chance(0.12))
    return dice.several(0, 3, () => randomTarget(dice, around, pattern, depth - 1));
  if (dice.chance(0.08)) return dice.pick(noTarget);
  if (dice.chance(0.16)) return dice.pick(strange);
  if (around.isImports && dice.chance(0.3)) return dice.pick(others);
  return targetOf(dice, around.files, pattern);
}

/** An object whose keys are conditions, in any order. */
export function randomConditions(
  dice: Dice,
  around: Surroundings,
  pattern: boolean,
  depth: number,
): Record<string, unknown> {
  const pairs = dice.several(1, 3, () => [
    dice.chance(0.7) ? dice.pick(['require', 'node', 'default', 'import']) : dice.pick(conditions),
    randomTarget(dice, around, pattern, depth),
  ]);
  return Object.fromEntries(pairs);
}

function targetOf(dice: Dice, files: readonly string[], pattern: boolean): string {
  const file = dice.pickAny(files) ?? 'a.js';
  if (!pattern) return `./${file}`;
  // A star in place of the end of the file's path, of its name, or of its first folder.
  const folder = file.replace(/[^/]*$/, '');
  return dice.pick([`./${folder}*`, `./${folder}*.js`, `./${file.replace(/[^/.]+/, '*')}`, './*', './*.js']);
}
