import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { caseOf } from '../../analysis/capture/suspect.ts';
import { writeCapturedPage } from '../../analysis/capture/write-page.ts';
import { fuzzTrees } from '../../analysis/fuzz/fuzz-trees.ts';
import type { Expectation, TreeEntry } from '../../model/case.ts';
import { findTreeFault } from '../../model/check-tree.ts';
import { packageRoot } from '../../model/package-root.ts';
import { randomImports } from '../../suite/fuzz/random-imports.ts';
import { randomQuestions } from '../../suite/fuzz/random-questions.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';

const indices = Array.from({ length: 200 }, (_, index) => index);

test('a seed and a number always give the same tree and the same questions', async (t) => {
  for (const index of [0, 1, 7, 100]) t.strictSame(randomQuestions(3, index), randomQuestions(3, index));
  t.notSame(randomQuestions(3, 0), randomQuestions(4, 0));
  t.notSame(randomQuestions(3, 0), randomQuestions(3, 2));
  const folder = path.join(packageRoot, 'suite', 'fuzz');
  for (const file of readdirSync(folder))
    t.notMatch(readFileSync(path.join(folder, file), 'utf8'), /Math\.random|Date/, file);
});

test('imports are URLs of every kind, and follow from seed and number too', async (t) => {
  t.strictSame(randomImports(3, 7, 'import'), randomImports(3, 7, 'import'));
  const asked = indices.flatMap((index) => randomImports(1, index, 'import.meta.resolve').questions);
  const resolutions = asked.flatMap((one) => (one.kind === 'resolve' ? [one] : []));
  t.equal(resolutions.length, asked.length, 'there are no programs');
  t.ok(resolutions.every(({ by }) => by === 'import.meta.resolve'));
  t.ok(resolutions.some(({ from }) => from.startsWith('data:')));
  for (const part of [/^file:\/\/<tree>/, /^data:/, /^node:/, /%2f/i, /\?x$/, /#x/, /^#/, /^\.\//, /\\/])
    t.ok(
      resolutions.some(({ specifier }) => part.test(specifier)),
      String(part),
    );
});

test('every tree can be built, and most have something odd', async (t) => {
  const trees = indices.map((index) => randomQuestions(1, index).tree);
  for (const [index, tree] of trees.entries())
    t.equal(findTreeFault(tree, ['case-sensitive'])?.message, undefined, `tree ${index}`);
  const entries = trees.flat();
  const texts = entries.flatMap((entry) => (entry.kind === 'file' ? [entry.text] : []));
  t.ok(entries.some(({ kind }) => kind === 'symlink'));
  t.ok(entries.some(({ kind }) => kind === 'folder'));
  t.ok(entries.some(({ path: name }) => /node_modules\/@s\/a\/node_modules/.test(name)));
  for (const part of ['"exports"', '"imports"', '"main"', '\ufeff', 'M._load', 'delete require.cache'])
    t.ok(
      texts.some((text) => text.includes(part)),
      part,
    );
});

test('as many questions are asked as are wanted, of the wanted kinds, or those of one tree', async (t) => {
  const ask = (plan: Partial<Parameters<typeof fuzzTrees>[0]>) => {
    const isWanted = () => true;
    return [...fuzzTrees({ seed: 1, questions: 500, by: 'require', isWanted, ...plan })];
  };
  const count = (trees: ReturnType<typeof ask>) => trees.flatMap(({ questions }) => questions).length;
  t.equal(count(ask({})), 500);
  t.ok(
    ask({ isWanted: ({ kind }) => kind === 'run' }).every(({ questions }) =>
      questions.every(({ asked }) => asked.kind === 'run'),
    ),
  );
  t.strictSame(
    ask({ tree: 4 }).map(({ index }) => index),
    [4],
  );
});

test('a page can contain every question and its tree, and is read back as it was', async (t) => {
  const words = { id: 'captured', title: 'captured', oracle: 'A', loader: 'B', observed: 'c' };
  for (const index of indices) {
    const { tree, questions } = randomQuestions(2, index);
    const imports = randomImports(2, index, 'import').questions.slice(0, 3);
    const isSameTree = index % 2 === 0;
    for (const asked of [...questions.slice(0, 3), ...(isSameTree ? imports : [])]) {
      const expected: Expectation =
        asked.kind === 'run'
          ? { kind: 'run', editions: ['node-24'], stdout: 'a\n' }
          : { kind: 'error', editions: ['node-24'], error: 'MODULE_NOT_FOUND' };
      const item = caseOf({ tree, asked }, expected);
      const [read] = parsePage('captured.md', writeCapturedPage(item, words)).cases;
      t.strictSame(read?.questions, item.questions, `question of tree ${index}`);
      t.strictSame(contentsOf(read?.tree ?? []), contentsOf(tree), `tree ${index}`);
    }
  }
});

/** Paths and contents; a page may write a text as bytes. */
function contentsOf(tree: readonly TreeEntry[]): Record<string, string> {
  return Object.fromEntries(
    tree.map((entry): [string, string] => {
      if (entry.kind === 'file') return [entry.path, entry.text];
      if (entry.kind === 'bytes') return [entry.path, Buffer.from(entry.base64, 'base64').toString('utf8')];
      return [entry.path, entry.kind === 'symlink' ? `-> ${entry.target}` : 'folder'];
    }),
  );
}
