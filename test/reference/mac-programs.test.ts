// What programs get of Node where macOS is only a way to see the disk.

import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { createLoader, nodeFileSystem } from '../../reference/index.ts';

test('fs finds names by other spellings, and a link is not followed where it is meant itself', {
  skip: process.platform === 'win32' && 'it has no paths of POSIX',
}, async (t) => {
  const folder = nodeFileSystem.realpath(
    t.testdir({ 'caf\u00e9.txt': 'nfc', lib: { 'a.cjs': 'exports.id = "a"' } }),
  );
  writeFileSync(
    path.join(folder, 'main.cjs'),
    `const fs = require('fs');
fs.symlinkSync('LIB', __dirname + '/link');
const [first, second] = [require('./lib/a.cjs'), require('./LINK/A.cjs')];
exports.found = [
  fs.readFileSync(__dirname + '/CAFE\\u0301.txt', 'utf8'),
  fs.lstatSync(__dirname + '/Link').isSymbolicLink(),
  fs.statSync(__dirname + '/Link').isDirectory(),
  fs.readlinkSync(__dirname + '/LINK'),
  fs.realpathSync(__dirname + '/Link/a.cjs').slice(__dirname.length),
  first === second,
  require('os').type(),
];
fs.unlinkSync(__dirname + '/LINK');
exports.keys = Object.keys(require.cache).map((key) => key.slice(__dirname.length));`,
  );
  const loader = createLoader({ platform: 'darwin', edition: 'node-20', environment: {} });
  t.strictSame(loader.runMain(path.join(folder, 'main.cjs')), {
    found: ['nfc', true, true, 'LIB', '/LIB/a.cjs', false, 'Darwin'],
    keys: ['/main.cjs', '/lib/a.cjs', '/LIB/A.cjs'],
  });
  t.ok(existsSync(path.join(folder, 'lib', 'a.cjs')));
  t.notOk(existsSync(path.join(folder, 'link')));
});

test('modules are read with a replaced fs.readFileSync', {
  skip: process.platform === 'win32' && 'it has no paths of POSIX',
}, async (t) => {
  const folder = nodeFileSystem.realpath(t.testdir({ 'a.cjs': 'exports.id = "disk"' }));
  writeFileSync(
    path.join(folder, 'main.cjs'),
    `require('fs').readFileSync = () => 'exports.id = "replaced"';
exports.id = require('./A.cjs').id;`,
  );
  const loader = createLoader({ platform: 'darwin', edition: 'node-20', environment: {} });
  t.strictSame(loader.runMain(path.join(folder, 'main.cjs')), { id: 'replaced' });
});
