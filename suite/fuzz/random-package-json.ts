// A package.json: a `main` of every kind, maps, types and names, written as JSON in usual and unusual ways.

import type { Dice } from './dice.ts';
import { writeJson } from './random-json.ts';
import { randomConditions, randomTarget, type Surroundings } from './random-target.ts';

export interface RandomPackage {
  /** The folder of the package. */
  readonly folder: string;
  readonly name: string;
  /** The keys of its maps, for specifiers. */
  readonly exportKeys: readonly string[];
  readonly importKeys: readonly string[];
  readonly text: string;
}

/** Whether a package may make its files ES modules. */
export interface PackageOptions {
  readonly esModules: boolean;
}

/**
 * @param name the name that its folder gives it
 * @param files paths relative to its folder
 */
export function randomPackageJson(
  dice: Dice,
  { folder, name, files }: { folder: string; name: string; files: readonly string[] },
  { esModules }: PackageOptions,
): RandomPackage {
  const maps = { files, isImports: false };
  const exported = dice.chance(0.4) ? randomExports(dice, maps) : undefined;
  const imported = dice.chance(0.3) ? randomImports(dice, { ...maps, isImports: true }) : undefined;
  const fields: [string, unknown][] = [];
  if (dice.chance(0.6))
    fields.push(['name', dice.chance(0.85) ? name : dice.pick(['b', '', 1, null, ['a'], '@s/a'])]);
  if (dice.chance(0.55)) fields.push(['main', randomMain(dice, files)]);
  if (dice.chance(esModules ? 0.25 : 0.1)) fields.push(['type', randomType(dice, esModules)]);
  if (exported !== undefined) fields.push(['exports', exported]);
  if (imported !== undefined) fields.push(['imports', imported]);
  return {
    folder,
    name,
    exportKeys: keysOf(exported).filter((key) => key.startsWith('.')),
    importKeys: keysOf(imported),
    text: writeJson(dice, fields),
  };
}

function randomType(dice: Dice, esModules: boolean): unknown {
  return esModules && dice.chance(0.3) ? 'module' : dice.pick(types);
}

const types: readonly [unknown, ...unknown[]] = ['commonjs', 'Module', '', 1, null, ['module']];

const strangeMains = [
  '',
  '.',
  './',
  '..',
  '../',
  '../a',
  '/',
  '/a.js',
  './.',
  'none',
  'none.js',
  'index',
  'lib/',
  'a.js/',
  './a.js?x',
  '%61.js',
  'a\\b',
  'a\u0000',
  ' a.js',
  'node_modules/a',
  'package.json',
  '<tree>/a.js',
  0,
  1,
  null,
  true,
  false,
  [],
  ['a.js'],
  {},
  { default: './a.js' },
] as const;

function randomMain(dice: Dice, files: readonly string[]): unknown {
  const file = dice.pickAny(files);
  if (file === undefined || dice.chance(0.35)) return dice.pick(strangeMains);
  const bare = file.replace(/\.[^./]*$/, '');
  return dice.pick([
    file,
    `./${file}`,
    bare,
    `./${bare}`,
    file.replace(/\/?[^/]*$/, '') || '.',
    `./${file}/`,
  ]);
}

function randomExports(dice: Dice, around: Surroundings): unknown {
  if (dice.chance(0.25)) return randomTarget(dice, around, false);
  if (dice.chance(0.25)) return randomConditions(dice, around, false, 2);
  const pairs = dice.several(1, 4, () => {
    const key = randomSubpath(dice, around.files);
    return [key, randomTarget(dice, around, key.includes('*') || key.endsWith('/'))];
  });
  if (dice.chance(0.05)) pairs.push([dice.pick(['default', 'a', '', '0']), './a.js']);
  return Object.fromEntries(pairs);
}

function randomSubpath(dice: Dice, files: readonly string[]): string {
  const file = dice.pickAny(files);
  if (dice.chance(0.3)) return '.';
  if (file !== undefined && dice.chance(0.35))
    return `./${file.replace(dice.chance(0.5) ? /\.[^./]*$/ : /$/, '')}`;
  return dice.pick(subpaths);
}

const subpaths = [
  './a',
  './b',
  './lib/a',
  './*',
  './*.js',
  './lib/*',
  './lib/*.js',
  './a*',
  './*/a',
  './*/*',
  './a*b*',
  './lib/',
  './',
  './package.json',
  './a/../b',
  './%61',
  './a/',
  './*/',
] as const;

const importNames = [
  '#a',
  '#b',
  '#a/*',
  '#*',
  '#a/*.js',
  '#lib/',
  '#',
  '#/',
  '#/a',
  '#/*',
  '#a*',
  '##',
  'a',
  '#__proto__',
  '#a/b',
] as const;

function randomImports(dice: Dice, around: Surroundings): unknown {
  if (dice.chance(0.08)) return dice.pick([null, [], './a.js', 1, true, ['#a']]);
  const pairs = dice.several(1, 4, () => {
    const key = dice.chance(0.4) ? '#a' : dice.pick(importNames);
    return [key, randomTarget(dice, around, key.includes('*') || key.endsWith('/'))];
  });
  return Object.fromEntries(pairs);
}

function keysOf(map: unknown): string[] {
  return typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.keys(map) : [];
}
