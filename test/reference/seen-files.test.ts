// The files of a POSIX system as Windows and macOS see them.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { treeFileSystem } from '../../analysis/steps/tree-file-system.ts';
import type { TreeEntry } from '../../model/case.ts';
import { nodeFileSystem, onDisk, onDrive, seenFiles } from '../../reference/index.ts';

const tree: readonly TreeEntry[] = [
  { kind: 'file', path: 'Lib/Upper.js', text: 'upper' },
  { kind: 'file', path: 'real/a.js', text: 'a' },
  { kind: 'symlink', path: 'Link', target: 'real' },
];

test('in memory: drive, separators and case', async (t) => {
  const files = seenFiles(treeFileSystem(tree), 'win32');
  for (const file of ['Z:\\tree\\Lib\\Upper.js', 'z:/TREE/lib\\upper.JS', '\\tree\\lib\\upper.js'])
    t.equal(files.kindOf(file), 'file', file);
  t.equal(files.kindOf('Z:\\tree\\lib\\upper.js\\'), 'file', 'an end does not count');
  t.equal(files.kindOf('Z:\\tree\\lib\\'), 'folder');
  t.equal(files.kindOf('\\\\?\\Z:\\tree\\lib'), 'folder');
  for (const file of [
    'C:\\tree\\Lib',
    '\\\\srv\\share\\Lib',
    'Z:\\tree\\none',
    'Z:\\tree\\lib\\upper.js\\x',
    'Z:\\\0',
  ])
    t.equal(files.kindOf(file), undefined, file);
  t.equal(String(files.readFile('Z:\\tree\\LIB\\UPPER.JS')), 'upper');
});

test('in memory: a real path keeps the asked spelling, and links are followed', async (t) => {
  const files = seenFiles(treeFileSystem(tree), 'win32');
  t.equal(files.realpath('z:\\tree\\LIB\\upper.js'), 'z:\\tree\\LIB\\upper.js');
  t.equal(files.realpath('Z:\\tree\\link\\A.js'), 'Z:\\tree\\real\\A.js');
  t.throws(() => files.realpath('Z:\\tree\\none'), { code: 'ENOENT' });
});

test('on the disk', { skip: process.platform === 'win32' && 'the view is for other systems' }, async (t) => {
  const root = t.testdir({ Lib: { 'Upper.js': 'upper' } });
  mkdirSync(path.join(root, 'real'));
  writeFileSync(path.join(root, 'real', 'a.js'), 'a');
  symlinkSync('real', path.join(root, 'link'));
  const files = seenFiles(nodeFileSystem, 'win32');
  const seen = onDrive(nodeFileSystem.realpath(root));
  t.match(seen, /^Z:\\/);
  t.equal(onDisk(seen), nodeFileSystem.realpath(root));
  t.equal(files.kindOf(`${seen}\\lib\\upper.js`), 'file');
  t.equal(String(files.readFile(`${seen}\\LIB/UPPER.JS`)), 'upper');
  t.equal(files.realpath(`${seen}\\LINK\\A.js`), `${seen}\\real\\A.js`);
  t.throws(() => files.readFile(`${seen}\\none.js`), {
    code: 'ENOENT',
    path: `${seen}\\none.js`,
    message: `ENOENT: no such file or directory, open '${seen}\\none.js'`,
  });
});

test('macOS: names in any case and normal form, and paths of POSIX', async (t) => {
  const files = seenFiles(
    treeFileSystem([...tree, { kind: 'file', path: 'caf\u00e9.js', text: 'nfc' }]),
    'darwin',
  );
  for (const file of [
    '/tree/lib/UPPER.js',
    '/tree/link/a.js',
    '/TREE/Cafe\u0301.js',
    '/tree/link/../Lib/upper.js',
  ])
    t.equal(files.kindOf(file), 'file', file);
  t.equal(files.kindOf('/tree/lib/'), 'folder');
  for (const file of [
    '/tree/lib/upper.js/',
    '/tree/lib\\upper.js',
    '/tree/none/../Lib',
    '/tree/cafe.js',
    '/tree/\0',
  ])
    t.equal(files.kindOf(file), undefined, file);
  t.equal(String(files.readFile('/tree/cafe\u0301.js')), 'nfc');
  t.equal(
    files.realpath('/tree/LIB/../cafe\u0301.js'),
    '/tree/cafe\u0301.js',
    'a real path keeps the asked form',
  );
  t.throws(() => files.realpath('/tree/none'), { code: 'ENOENT' });
});

test('a link that holds another spelling is followed, and gives its spelling', async (t) => {
  const linked: readonly TreeEntry[] = [
    { kind: 'file', path: 'Lib/a.js', text: 'a' },
    { kind: 'symlink', path: 'link', target: 'LIB' },
    { kind: 'symlink', path: 'Lib/far', target: '<tree>/lib/A.js' },
    { kind: 'symlink', path: 'loop', target: 'LOOP' },
  ];
  const mac = seenFiles(treeFileSystem(linked), 'darwin');
  t.equal(mac.realpath('/tree/link/A.js'), '/tree/LIB/A.js');
  t.equal(mac.realpath('/tree/LIB/FAR'), '/tree/lib/A.js');
  t.equal(String(mac.readFile('/tree/LINK/a.js')), 'a');
  t.not(mac.kindOf('/tree/loop'), 'file');
  const windows = seenFiles(treeFileSystem(linked), 'win32');
  t.equal(windows.realpath('z:\\tree\\link\\A.js'), 'z:\\tree\\LIB\\A.js');
  t.equal(windows.realpath('z:\\TREE\\lib\\far'), 'Z:\\tree\\lib\\A.js');
});
