import fs, {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'tap';
import { buildTree } from '../../harness/trees/build-tree.ts';
import { temporaryFolder } from '../../harness/trees/temporary-folder.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import type { TreeEntry } from '../../model/case.ts';

test('a tree is built to the byte and removed whatever its modes', async (t) => {
  const workspace = await openWorkspace();
  t.teardown(workspace.remove);
  const tree = workspace.nextTree();
  buildTree(tree, [
    { kind: 'symlink', path: 'b/link', target: '../a.js' },
    { kind: 'symlink', path: 'absolute', target: '<tree>/a.js' },
    { kind: 'file', path: 'a.js', text: "'<tree>'\r\n" },
    { kind: 'bytes', path: 'raw', base64: Buffer.from([0xff, 0, 0xfe]).toString('base64') },
    { kind: 'folder', path: 'b/empty', mode: '500' },
    { kind: 'file', path: 'locked/x', text: '', mode: '000' },
  ]);
  t.equal(readFileSync(path.join(tree, 'a.js'), 'utf8'), `'${tree}'\r\n`);
  t.equal(readlinkSync(path.join(tree, 'b/link')), '../a.js');
  t.equal(readlinkSync(path.join(tree, 'absolute')), `${tree}/a.js`);
  t.strictSame([...readFileSync(path.join(tree, 'raw'))], [0xff, 0, 0xfe]);
  t.equal(lstatSync(path.join(tree, 'b/empty')).mode & 0o777, 0o500);
  t.equal(lstatSync(path.join(tree, 'locked/x')).mode & 0o777, 0);
  workspace.removeTree(tree);
  t.notOk(existsSync(tree));
  workspace.remove();
  t.notOk(existsSync(workspace.root));
});

test('inside JavaScript and JSON the backslashes of the root are escaped, elsewhere they are not', async (t) => {
  const texts: Record<string, string> = {};
  const files = { ...fs, mkdirSync: () => undefined, writeFileSync: keep, symlinkSync: keep };
  function keep(name: string, content: unknown) {
    texts[path.basename(name)] = String(content);
  }
  const root = 'Z:\\a b\\1';
  const names = ['a.js', 'b.cjs', 'c.mts', 'd.json', 'e.txt', 'f'];
  buildTree(
    root,
    names.map((name) => ({ kind: 'file', path: name, text: '<tree>/x' })),
    files,
  );
  const escaped = 'Z:\\\\a b\\\\1/x';
  const raw = 'Z:\\a b\\1/x';
  t.strictSame(Object.values(texts), [escaped, escaped, escaped, escaped, raw, raw]);
});

test('a tree from a case file that would leave itself is not built', async (t) => {
  const workspace = await openWorkspace();
  t.teardown(workspace.remove);
  const hostile: TreeEntry[][] = [
    [{ kind: 'file', path: '../escaped', text: '' }],
    [{ kind: 'file', path: '/tmp/escaped', text: '' }],
    [{ kind: 'file', path: 'a/../../escaped', text: '' }],
    [{ kind: 'symlink', path: 'up', target: '..' }],
    [
      { kind: 'symlink', path: 'here', target: '.' },
      { kind: 'file', path: 'here/escaped', text: '' },
    ],
  ];
  for (const entries of hostile) {
    const tree = workspace.nextTree();
    t.throws(() => buildTree(tree, entries), RangeError);
    t.notOk(existsSync(tree), 'nothing was written');
  }
});

test('a folder for trees that a loader has locked is unlocked for the next tree', async (t) => {
  const workspace = await openWorkspace();
  t.teardown(() => workspace.remove());
  const tree = workspace.nextTree();
  buildTree(tree, [{ kind: 'file', path: 'a.js', text: '' }]);
  workspace.removeTree(tree);
  chmodSync(path.dirname(tree), 0);
  const next = workspace.nextTree();
  t.equal(path.dirname(next), path.dirname(tree));
  t.equal(statSync(path.dirname(next)).mode & 0o777, 0o700);
});

test('trees lie where the user says, else in memory or where temporary files do', (t) => {
  const names = ['TMPDIR', 'TMP', 'TEMP'];
  const before = names.map((name) => [name, process.env[name]] as const);
  t.teardown(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  for (const name of names) delete process.env[name];
  t.ok(['/dev/shm', tmpdir()].includes(temporaryFolder()));
  const mounted =
    process.platform === 'linux' && / \/dev\/shm tmpfs /.test(readFileSync('/proc/mounts', 'utf8'));
  if (!mounted) t.equal(temporaryFolder(), tmpdir());
  for (const name of names) {
    process.env[name] = t.testdirName;
    t.equal(temporaryFolder(), t.testdirName, name);
    delete process.env[name];
  }
  t.end();
});

test('a neighbour that loaders would find is refused', async (t) => {
  const parent = t.testdir({ tmp: {} });
  writeFileSync(path.join(parent, 'package.json'), '{}');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = path.join(parent, 'tmp');
  t.teardown(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  await t.rejects(openWorkspace(), { message: /package\.json' lies above .* set TMPDIR/ });
  t.strictSame(existsSync(path.join(parent, 'tmp')), true);
});
