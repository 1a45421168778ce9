import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { readProject } from '../../analysis/capture/read-project.ts';

test('files, bytes, links and empty folders are read, and what version control keeps is not', async (t) => {
  const root = t.testdir({
    'a.js': 'exports.id = 1;\n',
    'empty.js': '',
    'crlf.js': 'a\r\n',
    'cut.js': 'no newline',
    'bin.dat': Buffer.from([0, 255]),
    'tree.js': 'var s = "<tree>";\n',
    deep: { none: {} },
    '.git': { HEAD: 'x' },
  });
  symlinkSync('a.js', path.join(root, 'link.js'));
  symlinkSync(path.join(root, 'deep'), path.join(root, 'far'));
  const kinds = readProject(root).map(({ kind, path: place }) => `${kind} ${place}`);
  t.strictSame(kinds.sort(), [
    'bytes bin.dat',
    'bytes crlf.js',
    'bytes cut.js',
    'bytes tree.js',
    'file a.js',
    'file empty.js',
    'folder deep/none',
    'symlink far',
    'symlink link.js',
  ]);
  t.match(
    readProject(root).find(({ path: place }) => place === 'far'),
    { target: '<tree>/deep' },
  );
});

test('what is too large, or leads out, is refused with what to do', async (t) => {
  const root = t.testdir({ 'a.js': '1234567890\n', 'b.js': '', 'c.js': '' });
  t.throws(
    () => readProject(root, { entries: 2, bytes: 100 }),
    /expected at most 2 files; .* name a smaller folder/,
  );
  t.throws(
    () => readProject(root, { entries: 9, bytes: 5 }),
    /expected at most 5 bytes; .* name a smaller folder/,
  );
  symlinkSync('/etc', path.join(root, 'out'));
  t.throws(() => readProject(root), /cannot become a case: 'out' points to '\/etc' outside the tree/);
  t.throws(() => readProject(path.join(root, 'none')), /does not exist/);
  t.throws(() => readProject(path.join(root, 'a.js')), /is not a folder/);
});
