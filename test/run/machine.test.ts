// Which needs of cases a machine meets is seen in the folder of the trees, whatever system it is.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { probeMachine } from '../../harness/run/machine.ts';

test('case and normal form are looked at', async (t) => {
  const root = t.testdir({ 'caf\u00e9': '' });
  const nextTree = () => path.join(mkdtempSync(path.join(root, 'trees-')), '1');
  const removeTree = (folder: string) => rmSync(path.dirname(folder), { recursive: true });
  const met = probeMachine({ nextTree, removeTree });
  t.not(met.has('case-sensitive'), met.has('case-insensitive'));
  writeFileSync(path.join(root, 'cafe\u0301'), '');
  const names = readdirSync(root).filter((name) => name.normalize('NFC') === 'caf\u00e9');
  t.equal(met.has('normalization-insensitive'), names.length === 1);
  t.strictSame(readdirSync(root).length, names.length, 'nothing is left');
});
