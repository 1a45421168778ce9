// Specifiers made from what is in a tree, and then disturbed: each may resolve, nearly resolve, or be invalid.

import { posix } from 'node:path';
import type { Dice } from './dice.ts';
import type { RandomPackage } from './random-package-json.ts';
import type { RandomTree } from './random-tree.ts';

/** @param from the referrer, as a path in the tree */
export function randomSpecifier(dice: Dice, tree: RandomTree, from: string): string {
  const usual = dice.pick(makers)(dice, tree, from);
  return dice.chance(0.75) ? usual : disturb(dice, usual);
}

type Maker = (dice: Dice, tree: RandomTree, from: string) => string;

const makers: readonly [Maker, ...Maker[]] = [
  relative,
  relative,
  relative,
  bare,
  bare,
  bare,
  exported,
  exported,
  imported,
  imported,
  absolute,
  (dice) => dice.pick(fixed),
];

function relative(dice: Dice, { entries }: RandomTree, from: string): string {
  const path = posix.relative(posix.dirname(from), pathIn(dice, entries));
  return path.startsWith('.') ? path : `./${path}`;
}

function absolute(dice: Dice, { entries }: RandomTree): string {
  return `<tree>/${pathIn(dice, entries)}`;
}

/** The path of an entry, often without its extension or its last name. */
function pathIn(dice: Dice, entries: RandomTree['entries']): string {
  const { path } = dice.pickAny(entries) ?? { path: 'a' };
  if (dice.chance(0.3)) return path.replace(/(?<=[^/])\.[^./]*$/, '');
  return dice.chance(0.3) ? posix.dirname(path) : path;
}

/** What lies below a folder of modules. */
function bare(dice: Dice, { entries }: RandomTree): string {
  const inModules = entries.filter(({ path }) => path.includes('node_modules/'));
  const path = pathIn(dice, inModules).replace(/^.*node_modules\//, '');
  if (dice.chance(0.3)) return path.replace(/^(@[^/]*\/[^/]*|[^/@][^/]*).*$/, '$1');
  return path;
}

function exported(dice: Dice, tree: RandomTree, from: string): string {
  const found = packageOf(dice, tree, from);
  const key = fill(dice, found, dice.pickAny(found?.exportKeys ?? []) ?? './a');
  return `${found?.name ?? 'a'}${key.slice(1)}`;
}

function imported(dice: Dice, tree: RandomTree, from: string): string {
  const found = packageOf(dice, tree, from);
  if (dice.chance(0.1)) return dice.pick(['#', '#/', '#/a', '#a', '#b', '##', '#fs', '#..']);
  return fill(dice, found, dice.pickAny(found?.importKeys ?? []) ?? '#a');
}

/** Often the package that the referrer belongs to, which may refer to itself. */
function packageOf(dice: Dice, { packages }: RandomTree, from: string): RandomPackage | undefined {
  const own = packages.filter(({ folder }) => folder === '' || from.startsWith(`${folder}/`));
  return dice.chance(0.5) ? (dice.pickAny(own) ?? dice.pickAny(packages)) : dice.pickAny(packages);
}

/** A key of a map with something in place of its star. */
function fill(dice: Dice, found: RandomPackage | undefined, key: string): string {
  const names = [
    'a',
    'b',
    'a.js',
    'lib/a',
    'index',
    '',
    '..',
    'a/../b',
    '%2e%2e',
    'node_modules/a',
    '/',
    'a\\b',
    '*',
  ] as const;
  const own = [found?.exportKeys, found?.importKeys].flatMap((keys) => keys ?? []);
  const star = dice.chance(0.15) ? (dice.pickAny(own) ?? 'a') : dice.pick(names);
  if (key.endsWith('/') && dice.chance(0.8)) return key + star;
  return dice.chance(0.9) ? key.replace('*', () => star) : key;
}

const fixed = [
  '',
  '.',
  '..',
  './',
  '../',
  './.',
  './..',
  '../.',
  '/',
  '//',
  '...',
  '.../a',
  ' ',
  'fs',
  'node:fs',
  'fs/',
  'fs/promises',
  'node:fs/promises',
  'node:',
  'node:a',
  'node:test',
  'test',
  'node:sqlite',
  'sys',
  'path/posix',
  'FS',
  'process',
  'constants',
  '_http_agent',
  'node:fs/',
  'node_modules/a',
  './node_modules/a',
  '@',
  '@s',
  '@s/',
  '@/a',
  '@s//a',
  '/a',
  '\\a',
  '.\\a',
  '..\\a',
  'a\\b',
  '%61',
  'a%2fb',
  'file:///a.js',
  'data:text/javascript,1',
  'http://a/b',
  'a:b',
  '__proto__',
  'constructor',
  './__proto__',
  '~/a',
  '~',
  '-',
  '*',
  '.a',
  '..a',
  './.a',
] as const;

function disturb(dice: Dice, specifier: string): string {
  return dice.pick(disturbances)(specifier, dice);
}

type Disturbance = (specifier: string, dice: Dice) => string;

const disturbances: readonly [Disturbance, ...Disturbance[]] = [
  (text) => `${text}/`,
  (text) => `${text}/`,
  (text) => `${text}//`,
  (text) => `${text}/.`,
  (text) => `${text}/./`,
  (text) => `${text}/..`,
  (text) => `${text}/../`,
  (text) => `${text}/index`,
  (text) => `${text}/a`,
  (text) => `${text}/../a`,
  (text) => `${text}/package.json`,
  (text) => `./${text}`,
  (text) => `../${text}`,
  (text) => `/${text}`,
  (text) => `${text}.`,
  (text) => `${text}.js`,
  (text) => `${text}.json`,
  (text) => `${text}?x`,
  (text) => `${text}#x`,
  (text) => `${text}\0`,
  (text) => `${text} `,
  (text) => ` ${text}`,
  (text) => `${text}\n`,
  (text) => text.replace('/', '//'),
  (text) => text.replace('/', '/./'),
  (text) => text.replace('/', '\\'),
  (text) => text.replace('/', '%2f'),
  (text) => text.replace('.', '%2e'),
  (text) => text.replace('a', '%61'),
  (text) => text.replace('a', 'A'),
  (text) => text.toUpperCase(),
  (text) => text.slice(0, -1),
  (text) => text.slice(1),
  (text) => `${text}/node_modules/${text}`,
  (text) => `node:${text}`,
  (text, dice) => {
    const at = dice.below(text.length + 1);
    return `${text.slice(0, at)}${dice.pick(['/', '.', '..', '@', '#', '%', '*', '\\', '\0', ' ', ':', 'é'])}${text.slice(at)}`;
  },
];
