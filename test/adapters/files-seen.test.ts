// The files that drivers hand to tools which take the rules of paths as a parameter.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { findEntry } from '../../harness/registry/registry.ts';
import { onDrive } from '../../reference/index.ts';

const { filesSeen } = await import('../../harness/adapters/drivers/files-seen.mjs');

test('the files of this machine as they are, or as Windows or macOS has them', {
  skip: path.sep !== '/',
}, async (t) => {
  const root = t.testdir({ lib: { 'a.js': 'text' }, link: t.fixture('symlink', 'lib'), 'b.js': '' });
  const own = filesSeen({ platform: 'posix' });
  t.equal(own.fs.existsSync, existsSync);
  t.equal(own.path, path);
  const { fs, path: rules } = filesSeen({ platform: 'win32' });
  const seen = onDrive(root);
  t.equal(rules, path.win32);
  t.equal(fs.readFileSync(`${seen}\\LIB/A.js`, 'utf8'), readFileSync(path.join(root, 'lib/a.js'), 'utf8'));
  t.equal(fs.realpathSync(`${seen}\\link\\a.js`), `${seen}\\lib\\a.js`);
  t.equal(fs.readlinkSync(`${seen}\\link`), 'lib');
  t.throws(() => fs.readFileSync(path.join(root, 'none.js')), { code: 'ENOENT' });
  const mac = filesSeen({ platform: 'darwin' });
  t.equal(mac.path, path.posix);
  t.equal(mac.fs.readFileSync(`${root}/LINK/A.js`, 'utf8'), 'text');
});

test('a link with an absolute target leads to the drive', { skip: path.sep !== '/' }, async (t) => {
  const root = t.testdir({ lib: { 'a.js': '' } });
  const linked = t.testdir({ lib: { 'a.js': '' }, link: t.fixture('symlink', path.join(root, 'lib')) });
  const { fs } = filesSeen({ platform: 'win32' });
  t.equal(fs.readlinkSync(`${onDrive(linked)}\\link`), `${onDrive(root)}\\lib`);
});

test('the tools that take them say so', async (t) => {
  t.strictSame(
    ['enhanced-resolve', 'typescript', 'resolve'].map((name) => findEntry(name)?.platforms),
    [['win32', 'darwin'], ['win32', 'darwin'], undefined],
  );
});
