// The file system of this machine, as the reference asks it.

import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'tap';
import { nodeFileSystem } from '../../reference/index.ts';

test('kinds', async (t) => {
  const folder = t.testdir({ 'a.js': 'a' });
  t.equal(nodeFileSystem.kindOf(folder), 'folder');
  t.equal(nodeFileSystem.kindOf(join(folder, 'a.js')), 'file');
  t.equal(nodeFileSystem.kindOf(join(folder, 'none')), undefined);
  t.equal(nodeFileSystem.kindOf(join(folder, 'a.js', 'below')), undefined);
  t.equal(nodeFileSystem.kindOf(`${folder}\0`), undefined);
});

test('links count as what they lead to', async (t) => {
  const folder = t.testdir({ real: {} });
  await writeFile(join(folder, 'real', 'a.js'), 'a');
  await symlink('real', join(folder, 'link'));
  await symlink('loop', join(folder, 'loop'));
  t.equal(nodeFileSystem.kindOf(join(folder, 'link')), 'folder');
  t.equal(nodeFileSystem.realpath(join(folder, 'link', 'a.js')), join(folder, 'real', 'a.js'));
  t.equal(nodeFileSystem.kindOf(join(folder, 'loop')), 'unreachable');
});
