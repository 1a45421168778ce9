// What `npm pack` puts into the package.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';

const { stdout } = await execa('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: packageRoot,
});
const packed: readonly string[] = JSON.parse(stdout)[0].files.map((file: { path: string }) => file.path);

test('the only declarations are those that the entry points reach', async (t) => {
  const declarations = packed.filter((file) => file.endsWith('.d.ts'));
  t.ok(declarations.length > 10);
  t.strictSame(
    declarations.filter((file) => !file.startsWith('dist/types/')),
    [],
  );
});

test('every entry point is in the package', async (t) => {
  const { exports, bin } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
  const named = Object.values<string | Record<string, string>>(exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  const files = [...named.filter((file) => !file.includes('*')), bin.modspec];
  t.ok(files.length > 8);
  for (const file of files) t.ok(packed.includes(file.replace(/^\.\//, '')), file);
});
