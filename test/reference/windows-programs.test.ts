// What programs get of Node where Windows is only a way to see the disk.

import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Test, test } from 'tap';
import { createLoader, nodeFileSystem, onDrive } from '../../reference/index.ts';

const skip = process.platform === 'win32' && 'programs have the real Windows there';

/** Runs a program in a folder of its own. @returns its exports, and the folder on the disk */
function run(t: Test, text: string): { folder: string; exports: unknown } {
  const folder = nodeFileSystem.realpath(t.testdir({ 'Data.txt': 'data', sub: { 'x.cjs': '' } }));
  writeFileSync(path.join(folder, 'main.cjs'), text);
  const loader = createLoader({ platform: 'win32', edition: 'node-20', environment: {} });
  return { folder, exports: loader.runMain(onDrive(path.join(folder, 'main.cjs'))) };
}

test('path, url and os follow the rules of Windows', { skip }, async (t) => {
  const { folder, exports } = run(
    t,
    `const path = require('path');
const url = require('node:url');
module.exports = {
  path: [path === path.win32, path === require('node:path'), path.join('a', 'b'), path.resolve(__dirname, '../x'), path.sep],
  posix: path.posix.join('a', 'b'),
  url: [url.pathToFileURL(__filename).href, url.fileURLToPath('file:///Z:/a%20b')],
  os: [require('os').platform(), require('os').EOL],
};`,
  );
  const seen = onDrive(folder);
  t.strictSame(exports, {
    path: [true, true, 'a\\b', `${seen.slice(0, seen.lastIndexOf('\\'))}\\x`, '\\'],
    posix: 'a/b',
    url: [`file:///Z:${folder}/main.cjs`, 'Z:\\a b'],
    os: ['win32', '\r\n'],
  });
});

test('fs takes and gives paths of Windows, whatever the case of their letters', { skip }, async (t) => {
  const { folder, exports } = run(
    t,
    `const fs = require('fs');
const path = require('path');
fs.writeFileSync(path.join(__dirname, 'SUB', 'new.txt'), 'new');
fs.copyFileSync(__dirname + '\\\\data.TXT', __dirname + '/copy.txt');
fs.symlinkSync('sub\\\\x.cjs', path.join(__dirname, 'link.cjs'));
let error;
try { fs.readFileSync(path.join(__dirname, 'none')); } catch (thrown) { error = thrown; }
module.exports = {
  text: fs.readFileSync(path.join(__dirname, 'DATA.txt'), 'utf8'),
  real: fs.realpathSync(path.join(__dirname, 'link.cjs')).slice(__dirname.length),
  exists: [fs.existsSync(path.join(__dirname, 'data.txt')), fs.existsSync('C:\\\\data.txt')],
  names: fs.readdirSync(path.join(__dirname, 'Sub')).sort(),
  error: [error.code, error.path.slice(__dirname.length), error.message.includes(__dirname)],
};`,
  );
  t.strictSame(exports, {
    text: 'data',
    real: '\\sub\\x.cjs',
    exists: [true, false],
    names: ['new.txt', 'x.cjs'],
    error: ['ENOENT', '\\none', true],
  });
  t.equal(readFileSync(path.join(folder, 'sub', 'new.txt'), 'utf8'), 'new');
  t.ok(existsSync(path.join(folder, 'copy.txt')));
});

test('each spelling is a module, and links are followed', { skip }, async (t) => {
  const folder = nodeFileSystem.realpath(t.testdir({ lib: { 'Upper.cjs': 'module.exports = {}' } }));
  symlinkSync('lib', path.join(folder, 'link'));
  writeFileSync(
    path.join(folder, 'main.cjs'),
    `module.exports = [
  require('./lib/Upper.cjs') === require('./LIB/upper.cjs'),
  require('./lib/Upper.cjs') === require('./link/Upper.cjs'),
  Object.keys(require.cache).map((key) => key.slice(__dirname.length)),
];`,
  );
  const loader = createLoader({ platform: 'win32', edition: 'node-20', environment: {} });
  t.strictSame(loader.runMain(onDrive(path.join(folder, 'main.cjs'))), [
    false,
    true,
    ['\\main.cjs', '\\lib\\Upper.cjs', '\\LIB\\upper.cjs'],
  ]);
});
