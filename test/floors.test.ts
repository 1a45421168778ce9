// The floors of the house: which folder may import which, read from the imports themselves. ARCHITECTURE.md draws them.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { packageRoot } from '../model/package-root.ts';
import { libraries, reference } from '../scripts/entry-points.mjs';

/** For each floor those that it may import; none of those that come after it. */
const floors: Readonly<Record<string, readonly string[]>> = {
  model: [],
  reference: [],
  suite: ['model'],
  harness: ['model', 'suite', 'reference'],
  analysis: ['model', 'suite', 'reference', 'harness'],
  reports: ['model', 'suite', 'analysis'],
  api: ['model', 'suite', 'reference', 'harness', 'analysis', 'reports'],
  cli: ['model', 'suite', 'reference', 'harness', 'analysis', 'reports', 'api'],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Also those that are only for types, and those that wait until they are needed. */
const imports = Object.keys(floors).flatMap(importsIn);

function importsIn(floor: string): Import[] {
  const files = readdirSync(path.join(packageRoot, floor), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.(?:tsx?|[cm]js)$/.test(file))
    .map((file) => path.posix.join(floor, file.split(path.sep).join('/')))
    .flatMap((from) => importedBy(readFileSync(path.join(packageRoot, from), 'utf8'), from));
}

function importedBy(text: string, from: string): Import[] {
  const found = text.matchAll(
    /(?:\bfrom\s*|\bimport\s*|\b(?:import|require)\(\s*)(['"])(\.{1,2}\/[^'"]+)\1/g,
  );
  return [...found].map(([, , to = '']) => ({ from, to: path.posix.join(path.posix.dirname(from), to) }));
}

function floorOf(file: string): string {
  return file.split('/', 1)[0] ?? '';
}

test('no import leads to a floor above', async (t) => {
  t.ok(imports.length > 1000, `${imports.length} imports are read`);
  const wrong = imports.filter(
    ({ from, to }) => floorOf(from) !== floorOf(to) && !floors[floorOf(from)]?.includes(floorOf(to)),
  );
  t.strictSame(wrong, []);
});

test('what the package exports to programs lies on the floor of the library, or is the reference', async (t) => {
  const entries = Object.entries({ ...libraries, reference });
  for (const [, module] of entries) t.match(module, /^(?:api|api\/conformance|reference)\/[\w-]+$/);
  const { exports } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
  const types = Object.values<string | { types: string }>(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [entry.types],
  );
  t.strictSame(
    types,
    entries.map(([name]) => `./dist/types/${name}.d.ts`),
  );
});

test('no circle of folders', async (t) => {
  t.strictSame(circlesIn(imports.map(({ from, to }) => [path.dirname(from), path.dirname(to)])), []);
});

test('a circle, and an import of a floor above, would be found', async (t) => {
  t.strictSame(importedBy("const at = await import('../cli/main.ts');", 'model/case.ts'), [
    { from: 'model/case.ts', to: 'cli/main.ts' },
  ]);
  const circle: [string, string][] = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'b'],
    ['c', 'd'],
  ];
  t.strictSame(circlesIn(circle), ['b', 'c']);
});

/** The folders in a circle: those that are left after each folder that imports none, or is imported by none, is removed. */
function circlesIn(arrows: readonly (readonly [string, string])[]): string[] {
  let left = arrows.filter(([from, to]) => from !== to);
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const starts = new Set(left.map(([from]) => from));
    const ends = new Set(left.map(([, to]) => to));
    left = left.filter(([from, to]) => starts.has(to) && ends.has(from));
  }
  return [...new Set(left.flat())].sort();
}
