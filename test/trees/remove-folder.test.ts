// Folders that take long to remove are removed nevertheless.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { removeInTime } from '../../harness/trees/remove-folder.ts';
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
