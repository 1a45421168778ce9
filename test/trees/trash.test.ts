import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'tap';
import { openWorkspace } from '../../harness/trees/workspace.ts';

test('what is thrown away is gone at once, its disk space by and by, and all of it at the end', async (t) => {
  const workspace = await openWorkspace();
  t.teardown(workspace.remove);
  for (let count = 0; count < 150; count++) {
    const tree = workspace.nextTree();
    mkdirSync(path.join(tree, 'a'), { recursive: true });
    writeFileSync(path.join(tree, 'a', 'file'), '');
    workspace.removeTree(tree);
    if (existsSync(tree)) t.fail(`${tree} is still there`);
  }
  const trash = path.join(workspace.root, 'trash');
  while (readdirSync(trash).length > 1) await sleep(10);
  t.equal(readdirSync(path.join(trash, '2')).length, 150 - 2 * 64, 'the bag that is not full yet');
  workspace.remove();
  t.notOk(existsSync(workspace.root));
});

test('a tree is removed also where there is no trash any more', async (t) => {
  const workspace = await openWorkspace();
  t.teardown(workspace.remove);
  const tree = workspace.nextTree();
  mkdirSync(tree, { recursive: true });
  writeFileSync(path.join(tree, 'file'), '');
  workspace.mend();
  t.ok(existsSync(tree), 'a tree in use is left alone');
  workspace.removeTree(tree);
  t.notOk(existsSync(tree));
  workspace.removeTree(tree);
  t.notOk(existsSync(tree), 'twice does no harm');
});
