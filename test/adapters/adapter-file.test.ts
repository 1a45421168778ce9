import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Test, test } from 'tap';
import { findAdapterFile } from '../../harness/adapters/adapter-file.ts';
import { scratchFolder } from '../cli/modspec.ts';

function folderWith(t: Test, files: Readonly<Record<string, string>>): string {
  const root = scratchFolder(t);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

const found: [what: string, files: Record<string, string>, file: string][] = [
  ['exports alone', { 'package.json': '{ "exports": "./lib/a.js" }', 'lib/a.js': '' }, 'lib/a.js'],
  [
    'exports with conditions',
    {
      'package.json': '{ "exports": { ".": { "import": "./a.mjs", "require": "./a.cjs" } } }',
      'a.mjs': '',
      'a.cjs': '',
    },
    'a.mjs',
  ],
  [
    'exports before main',
    { 'package.json': '{ "exports": "./a.js", "main": "b.js" }', 'a.js': '', 'b.js': '' },
    'a.js',
  ],
  ['main without extension', { 'package.json': '{ "main": "lib/a" }', 'lib/a.js': '' }, 'lib/a.js'],
  ['main that names a folder', { 'package.json': '{ "main": "lib" }', 'lib/index.js': '' }, 'lib/index.js'],
  ['index.js', { 'index.js': '' }, 'index.js'],
  ['only index.mjs', { 'index.mjs': '' }, 'index.mjs'],
  ['only index.cjs', { 'package.json': '{}', 'index.cjs': '' }, 'index.cjs'],
  ['only index.ts', { 'index.ts': '' }, 'index.ts'],
];
for (const [what, files, file] of found) {
  test(`a folder with ${what}`, async (t) => {
    const folder = folderWith(t, files);
    t.equal(path.relative(folder, findAdapterFile('./x', folder).file), path.normalize(file));
  });
}

const refused: [what: string, files: Record<string, string>, message: RegExp][] = [
  ['nothing in it', {}, /^--impl \.\/x: the folder has no adapter module; expected 'exports' or 'main'/],
  [
    'a main that is missing',
    { 'package.json': '{ "main": "a.js" }' },
    /'main' names 'a\.js', which does not exist/,
  ],
  [
    'an export that is missing',
    { 'package.json': '{ "exports": "./dist/a.js" }' },
    /package\.json: .*'exports' names '\.\/dist\/a\.js', which does not exist; build/,
  ],
  [
    'exports of subpaths alone',
    { 'package.json': '{ "exports": { "./a": "./a.js" } }', 'a.js': '' },
    /expected 'exports' to name a module for '\.'/,
  ],
  [
    'a package.json that is no JSON',
    { 'package.json': '{', 'index.js': '' },
    /package\.json:1: .*this is not JSON/,
  ],
];
for (const [what, files, message] of refused) {
  test(`a folder with ${what} is refused`, async (t) => {
    const folder = folderWith(t, files);
    t.throws(() => findAdapterFile('./x', folder), { name: 'UsageError', message });
  });
}

test('name and version come from the package, whatever path names the adapter', async (t) => {
  const root = folderWith(t, {
    'package.json': '{ "name": "@me/loader", "version": "1.2.3", "main": "a.js" }',
    'a.js': '',
    'test/adapter.mjs': '',
    'apart/index.js': '',
  });
  const nameOf = (file: string) => {
    const { name, version } = findAdapterFile('./x', path.join(root, file));
    return [name, version];
  };
  t.strictSame(nameOf('.'), ['@me/loader', '1.2.3']);
  t.strictSame(nameOf('a.js'), ['@me/loader', '1.2.3'], 'its main, named as a file');
  t.strictSame(
    nameOf('test/adapter.mjs'),
    ['@me/loader/test/adapter.mjs', '1.2.3'],
    'another file of the package',
  );
  t.strictSame(nameOf('apart'), ['apart', undefined], 'a folder without package.json');
});

test('without any package.json, the file name is the name', async (t) => {
  const root = folderWith(t, { 'a/loader.mjs': '' });
  t.strictSame(findAdapterFile('./x', path.join(root, 'a/loader.mjs')).name, 'loader.mjs');
});
