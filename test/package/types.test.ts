// The declarations of the package name nothing that they do not declare.

import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';

const { resolve } = createRequire(import.meta.url);

test('a strict compiler takes the declarations', async (t) => {
  const folder = path.join(packageRoot, 'dist', 'types');
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  t.ok(files.length > 0);
  const compiler = path.join(path.dirname(resolve('typescript/package.json')), 'bin', 'tsc');
  const settings = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--types', 'node'];
  const { exitCode, all } = await execa(
    'env',
    ['-u', 'NODE_OPTIONS', process.execPath, compiler, ...settings, ...files],
    {
      reject: false,
      all: true,
    },
  );
  t.equal(exitCode, 0, all);
});
