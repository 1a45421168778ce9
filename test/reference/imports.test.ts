// What the files of the reference import: nothing from outside, no file that imports them, and only folders that its README
// lists below their own.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';
import { findCircles } from './find-circles.ts';

/** The packages that it may import. */
const packages = ['acorn'];

/** Circles of files that the algorithm itself has, with the reason. */
const ofTheAlgorithm = [
  {
    files: ['exports.ts', 'keys.ts', 'package-resolve.ts', 'target.ts'].map((name) => `package-maps/${name}`),
    reason:
      'A target of `imports` may name another package, whose `exports` are resolved in turn: PACKAGE_TARGET_RESOLVE does PACKAGE_RESOLVE, which does PACKAGE_EXPORTS_RESOLVE.',
  },
];

const folder = path.join(packageRoot, 'reference');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(path.sep).join('/'))
  .sort();
const imports = new Map(files.map((file) => [file, importsOf(file)]));

test('the reference imports itself, modules of Node and named packages, and nothing else', async (t) => {
  const strangers = [...imports].flatMap(([file, names]) =>
    names
      .filter((name) => !imports.has(name) && !isBuiltin(name) && !packages.includes(name))
      .map((name) => `reference/${file}: ${name}`),
  );
  t.strictSame(strangers, []);
  t.strictSame(
    packages.filter((name) => ![...imports.values()].flat().includes(name)),
    [],
    'each named package is imported',
  );
});

test('no two files import each other, by whatever way round, but where the algorithm itself turns back', async (t) => {
  t.strictSame(
    findCircles(imports),
    ofTheAlgorithm.map(({ files }) => files),
  );
});

const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
const rows = [...readme.matchAll(/^\| \[`([\w-]+)\/`\]/gm)].map(([, name = '']) => name);

test('each folder imports only folders below it in the table of the README', async (t) => {
  const folders = new Set(files.filter((file) => file.includes('/')).map(folderOf));
  t.strictSame([...rows].sort(), [...folders].sort(), 'the table has every folder');
  const upward = [...imports].flatMap(([file, names]) =>
    names
      .filter((name) => rows.includes(folderOf(name)))
      .filter((name) => rows.indexOf(folderOf(name)) < rows.indexOf(folderOf(file)))
      .map((name) => `reference/${file}: ${name}`),
  );
  t.strictSame(upward, []);
});

test('the README names every folder of the pages, and what it links to exists', async (t) => {
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => path.join(folder, link));
  t.ok(links.length > 50, `${links.length} links`);
  t.strictSame(
    links.filter((link) => !existsSync(link)),
    [],
  );
  const chapters = readdirSync(path.join(packageRoot, 'spec')).filter((name) => /^\d\d-/.test(name));
  t.strictSame(
    chapters.filter((name) => name !== '18-divergences' && !readme.includes(`spec/${name}`)),
    [],
  );
});

test('circles are found', async (t) => {
  const graph = { a: ['b', 'x'], b: ['c'], c: ['a'], d: ['a', 'e'], e: [], f: ['g'], g: ['f'] };
  t.strictSame(findCircles(new Map(Object.entries(graph))), [
    ['a', 'b', 'c'],
    ['f', 'g'],
  ]);
});

/** What a file imports: files below `reference/`, and the names of anything else. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(folder, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom |\bimport\(|^import )'([^']+)'/gm)].map(([, name = '']) =>
    name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name,
  );
}

/** The folder directly below `reference/` in which a file is. */
function folderOf(file: string): string {
  return file.split('/')[0] ?? '';
}
