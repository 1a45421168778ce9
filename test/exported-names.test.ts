// An exported type has a name of its own: a reader who meets it in an import knows which one it is.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { packageRoot } from '../model/package-root.ts';

/** The browser and the reference import little of the rest, and have words of their own. */
const apart = /^(?:reference|reports\/html\/(?:client|model))\//;

const { stdout } = await execa('git', ['ls-files', '--', '*.ts', '*.tsx'], { cwd: packageRoot });
const files = stdout.split('\n').filter((file) => !apart.test(file));

/** The files that declare each exported type or class, by its name. */
function declarations(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of files) {
    const text = readFileSync(path.join(packageRoot, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/^export (?:interface|type|class) (\w+)/gm))
      found.set(name, [...(found.get(name) ?? []), file]);
  }
  return found;
}

test('no two modules export types with the same name', async (t) => {
  const names = declarations();
  t.ok(names.size > 100);
  const shared = [...names].filter(([, where]) => where.length > 1);
  t.strictSame(
    shared.map(([name, where]) => `${name}: ${where.join(', ')}`),
    [],
  );
});
