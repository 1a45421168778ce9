// Specifiers of imports, which are read as URLs: those of `require`, and what only a URL has.

import { posix } from 'node:path';
import type { Dice } from './dice.ts';
import { randomSpecifier } from './random-specifiers.ts';
import type { RandomTree } from './random-tree.ts';

/** @param from the referrer, as a path in the tree */
export function randomImportSpecifier(dice: Dice, tree: RandomTree, from: string): string {
  const usual = dice.pick(makers)(dice, tree, from);
  return dice.chance(0.6) ? usual : disturb(dice, usual);
}

type Maker = (dice: Dice, tree: RandomTree, from: string) => string;

const makers: readonly [Maker, ...Maker[]] = [
  randomSpecifier,
  randomSpecifier,
  randomSpecifier,
  relative,
  relative,
  relative,
  fileUrl,
  fileUrl,
  (dice) => dice.pick(fixed),
];

/** An entry by its URL in that of the referrer, so that names with any character are found. */
function relative(dice: Dice, tree: RandomTree, from: string): string {
  const path = posix.relative(posix.dirname(from), entryOf(dice, tree));
  return encode(dice, path.startsWith('.') ? path : `./${path}`);
}

function fileUrl(dice: Dice, tree: RandomTree): string {
  const start = dice.chance(0.7) ? 'file://<tree>/' : dice.pick(starts);
  return start + encode(dice, entryOf(dice, tree));
}

/** Other ways to begin the URL of a file, some of them valid. */
const starts = [
  'file:<tree>/',
  'file:/<tree>/',
  'FILE://<tree>/',
  'file:\\\\<tree>\\',
  'file:////<tree>/',
  'file://localhost<tree>/',
  'file://host<tree>/',
  'file:',
  'file:./',
  'file:///',
] as const;

function entryOf(dice: Dice, { entries }: RandomTree): string {
  return dice.pickAny(entries)?.path ?? 'a';
}

/** With the escapes that a name needs, with more of them, or with none. */
function encode(dice: Dice, path: string): string {
  if (dice.chance(0.15)) return path;
  const segments = path.split('/').map(encodeURIComponent).join('/');
  return dice.chance(0.8) ? segments : segments.replace(/[a-z.]/, escapeOf);
}

function escapeOf(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16)}`;
}

const fixed = [
  'data:text/javascript,1',
  'data:text/javascript,1?x#y',
  'data:application/json,{}',
  'data:',
  'data:,',
  'DATA:text/javascript,1',
  'data:text/javascript;base64,MQ==',
  'data:text/javascript, a\tb ',
  'node:fs',
  'node:fs?x',
  'node:fs#x',
  'NODE:fs',
  'node:FS',
  'node:%66s',
  'node://fs',
  'node:/fs',
  'fs?x',
  'fs#x',
  'http://a/b',
  'https://a',
  'blob:a',
  'a:b',
  'a:',
  '1:b',
  'c:/a.js',
  'C:\\a.js',
  'javascript:1',
  'file:',
  'file://',
  'file:///',
  'file:///%00',
  'file:///a%2fb',
  'file:?x',
  'file:#x',
  '?x',
  '#?x',
  './?x',
  '.?x',
  '..#x',
  '/?x',
  '//a/b',
  '///a',
  '/\\a/b',
  '//%61/b',
  '//a b/c',
  '//[/a',
  '\\\\a\\b',
  '/%2e%2e/a',
  './%2e%2e/a',
  './%2e/a',
  './.%2e/a',
  '%2e/a',
  '%2e%2e/a',
  '@s%2fa',
  '@s/a?x',
  'a?x/b',
  'a#x/b',
] as const;

function disturb(dice: Dice, specifier: string): string {
  return dice.pick(disturbances)(specifier, dice);
}

type Disturbance = (specifier: string, dice: Dice) => string;

const disturbances: readonly [Disturbance, ...Disturbance[]] = [
  (text) => `${text}?x`,
  (text) => `${text}#x`,
  (text) => `${text}?x#y`,
  (text) => `${text}#x?y`,
  (text) => `${text}?`,
  (text) => `${text}#`,
  (text) => `${text}?a b"<>\\^é`,
  (text) => `${text}#a b"<>\\^é`,
  (text) => `${text}?%zz%61`,
  (text) => `${text}/?x`,
  (text) => `${text}/`,
  (text) => `${text}%`,
  (text) => `${text}%2f`,
  (text) => `${text}%5C`,
  (text) => `${text}%00`,
  (text) => `${text}%zz`,
  (text) => `${text}%ff`,
  (text) => `${text}%3fx`,
  (text) => `${text}%23x`,
  (text) => `${text}/%2e%2e/a.js`,
  (text) => `${text}/..%2fa.js`,
  (text) => text.replace('/', '\\'),
  (text) => text.replaceAll('/', '\\'),
  (text) => text.replace('/', '%2F'),
  (text) => text.replace('.', '%2E'),
  (text) => text.replace('%', '%25'),
  (text) => text.replace('./', './%2e/'),
  (text, dice) => {
    const at = dice.below(text.length + 1);
    return `${text.slice(0, at)}${dice.pick(inserted)}${text.slice(at)}`;
  },
];

/** What a URL removes, encodes, refuses, or reads as something else. */
const inserted = [
  '\t',
  '\n',
  '\r',
  '\0',
  ' ',
  '?',
  '#',
  '%',
  '%20',
  '%09',
  '|',
  '"',
  '`',
  '{',
  '~',
  "'",
  '^',
  '[',
  '\\',
  '//',
  ':',
  '@',
  'é',
  '💩',
  '\ufeff',
  '\ud800',
] as const;
