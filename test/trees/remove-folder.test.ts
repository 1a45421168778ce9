// Folders that take long to remove are removed nevertheless.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t, { type Test } from 'tap';
import { listFolder } from '../../harness/trees/list-folder.ts';
import { mountsIn } from '../../harness/trees/mounts.ts';
import { attemptRemoval, removeInTime } from '../../harness/trees/remove-folder.ts';
import { Trash } from '../../harness/trees/trash.ts';
import { scratchFolder } from '../cli/modspec.ts';
import { eventually } from '../processes.ts';

t.test('what is not removed in time is removed afterwards', async (t) => {
  const folder = path.join(scratchFolder(t), 'huge');
  mkdirSync(folder);
  for (let count = 0; count < 20_000; count++) writeFileSync(path.join(folder, String(count)), '');
  t.ok(removeInTime(folder, 1));
  await eventually(() => !existsSync(folder));
  t.notOk(existsSync(folder));
});

t.test('what is small is gone at once, and what does not exist is no mistake', async (t) => {
  const folder = path.join(scratchFolder(t), 'small');
  mkdirSync(path.join(folder, 'a', 'b'), { recursive: true });
  t.ok(removeInTime(folder));
  t.notOk(existsSync(folder));
  t.ok(removeInTime(folder));
});

/** What belongs to somebody else, and a folder of a run beside it. */
function besideVictim(t: Test) {
  const scratch = scratchFolder(t);
  const [victim, run] = [path.join(scratch, 'victim'), path.join(scratch, 'run')];
  for (const folder of [victim, run]) mkdirSync(path.join(folder, '0'), { recursive: true });
  writeFileSync(path.join(victim, '0', 'kept'), '');
  return { victim, run, isWhole: () => existsSync(path.join(victim, '0', 'kept')) };
}

t.test('what is reached through a link is not removed', async (t) => {
  const { victim, run, isWhole } = besideVictim(t);
  const link = path.join(run, 'link');
  symlinkSync(victim, link);
  t.strictSame(listFolder(link), []);
  t.notOk(attemptRemoval(path.join(link, '0')));
  t.notOk(removeInTime(path.join(link, '0')));
  t.ok(isWhole());
  t.ok(removeInTime(run));
  t.ok(isWhole(), 'the link is removed, and not what it leads to');
});

t.test('nothing is thrown away into a folder that a link leads to', async (t) => {
  const { victim, run, isWhole } = besideVictim(t);
  const trash = path.join(run, 'trash');
  symlinkSync(victim, trash);
  const tree = path.join(run, 'room', '1');
  mkdirSync(tree, { recursive: true });
  const bin = new Trash(trash);
  bin.throwAway(tree);
  bin.close();
  t.notOk(existsSync(tree));
  t.strictSame(readdirSync(path.join(victim, '0')), ['kept']);
  t.ok(isWhole());
});

t.test('mounts are found by their folder, whatever its name', async (t) => {
  const line = (point: string) => `1 2 0:1 / ${point} rw - tmpfs x rw`;
  const table = ['/', '/run', '/run/a\\040b', '/run/a\\040b/\\134c', '/running'].map(line).join('\n');
  t.strictSame(mountsIn('/run', table), ['/run/a b/\\c', '/run/a b', '/run']);
  t.strictSame(mountsIn('/run/none', table), []);
});

t.test('what is mounted in a folder is not removed with it', async (t) => {
  for (const remove of [attemptRemoval, removeInTime]) {
    const { victim, run, isWhole } = besideVictim(t);
    const point = path.join(run, '0');
    const { status } = spawnSync('mount', ['--bind', victim, point]);
    if (status !== 0) {
      t.strictSame(mountsIn(run), [], 'this machine mounts nothing for this user');
      continue;
    }
    t.strictSame(mountsIn(run), [point]);
    t.ok(remove(run));
    t.strictSame(mountsIn(run), []);
    t.notOk(existsSync(run));
    t.ok(isWhole());
  }
});
