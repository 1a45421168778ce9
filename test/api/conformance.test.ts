// The cases as tests of somebody's own runner: what they are, and how they fail.

import { AssertionError } from 'node:assert';
import fs, { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { execa } from 'execa';
import { type Test, test } from 'tap';
import { type ConformanceTest, conformance, type ResolveFunction } from '../../api/conformance/test.ts';
import { currentEdition } from '../../model/editions.ts';
import { judgedCases } from '../../model/judged-case.ts';
import { builtFile } from '../../model/package-root.ts';
import type { Run } from '../../model/run.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { loader, modspec, scratchFolder, smallPage } from '../cli/modspec.ts';

const ofNode: ResolveFunction = (specifier, referrer) => createRequire(referrer).resolve(specifier);
const { resolve: wrong } = createRequire(import.meta.url)(loader('index-first.cjs'));
const edition = `node-${process.versions.node.split('.')[0]}`;

/** The cases of the small page that a resolver can be asked. */
const small = { spec: smallPage, edition };

/** The message of each test that fails, by name. */
async function failuresOf(tests: readonly ConformanceTest[]): Promise<Map<string, AssertionError>> {
  const failures = new Map<string, AssertionError>();
  for (const { name, skip, check } of tests) {
    if (skip !== false) continue;
    try {
      await check();
    } catch (error) {
      if (!(error instanceof AssertionError)) throw error;
      failures.set(name, error);
    }
  }
  return failures;
}

/** Lets trees be made in a folder of its own, and sees afterwards that none is left. */
async function inOwnFolder(t: Test, action: () => Promise<void>): Promise<void> {
  const folder = scratchFolder(t);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await action();
    t.strictSame(
      readdirSync(folder).filter((name) => name.startsWith('modspec-')),
      [],
    );
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** In a Node that has no hooks of the test runner: the ids of the tests that fail of a loader, and how many there are. */
async function failedIn(
  t: Test,
  file: string,
  settings: object,
): Promise<{ readonly tests: number; readonly failed: string[] }> {
  const script = path.join(scratchFolder(t), 'ask.mjs');
  writeFileSync(script, asking);
  const { stdout } = await execa('env', ['-u', 'NODE_OPTIONS', process.execPath, script], {
    input: JSON.stringify({ entry: builtFile('bin', 'test.js'), file, settings }),
  });
  return JSON.parse(stdout);
}

const asking = `
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const { entry, file, settings } = JSON.parse(readFileSync(0, 'utf8'));
const { conformance } = await import(entry);
const { resolve } = createRequire(import.meta.url)(file);
const tests = conformance(resolve, settings).filter(({ skip }) => !skip);
const failed = [];
for (const { cases, check } of tests) await check().catch(() => failed.push(cases[0].id));
console.log(JSON.stringify({ tests: tests.length, failed }));
`;

test('Node passes the cases of its own edition', async (t) => {
  const own = path.join(scratchFolder(t), 'own.cjs');
  writeFileSync(
    own,
    "exports.resolve = (what, from) => require('module').createRequire(from).resolve(what);",
  );
  const { tests, failed } = await failedIn(t, own, { edition });
  t.ok(tests > 500, `${tests} tests`);
  t.strictSame(failed, []);
});

test('only resolutions are asked, and each test has a name of its own', async (t) => {
  const tests = conformance(ofNode, { edition });
  t.equal(new Set(tests.map(({ name }) => name)).size, tests.length);
  const kinds = tests.flatMap(({ cases }) =>
    judgedCases(cases, edition).flatMap(({ questions }) => questions.map(({ question }) => question.kind)),
  );
  t.strictSame(new Set(kinds), new Set(['resolve']));
});

test('an asynchronous function is waited for, and its rejections are its errors', async (t) => {
  await inOwnFolder(t, async () => {
    const tests = conformance(async (...asked) => ofNode(...asked), { edition, rules: ['folder-main'] });
    t.ok(tests.length > 4);
    t.strictSame([...(await failuresOf(tests)).keys()], []);
  });
});

test('a wrong answer fails with the rule, the tree, and what was expected and observed', async (t) => {
  const [first] = (
    await failuresOf(conformance(wrong, { edition, cases: ['folder-main-before-index'] }))
  ).values();
  t.match(first, { code: 'ERR_ASSERTION', expected: 'foo/start.js', actual: 'foo/index.js' });
  for (const text of ['rule folder-main, MUST', 'foo/package.json', '- foo/start.js', '+ foo/index.js'])
    t.ok(first?.message.includes(text), text);
});

test('the verdicts are those of modspec run', async (t) => {
  const { failed } = await failedIn(t, loader('index-first.cjs'), { edition, cases: ['folder-*'] });
  const file = path.join(scratchFolder(t), 'run.json');
  const words = ['run', '--impl', loader('index-first.cjs'), '--edition', edition, '--case', 'folder-*'];
  await modspec([...words, '--format', `json=${file}`]);
  const { verdicts }: Run = JSON.parse(readFileSync(file, 'utf8'));
  t.ok(failed.length > 0);
  t.strictSame(
    failed,
    verdicts.filter(({ verdict }) => verdict === 'fail').map((verdict) => verdict.case),
  );
});

test('by rule, one test tells of all its cases', async (t) => {
  const tests = conformance(wrong, { edition, rules: ['folder-main', 'folder-index'], by: 'rule' });
  t.strictSame(
    tests.map(({ rule }) => rule.id),
    [...new Set(tests.map(({ rule }) => rule.id))],
  );
  const failures = await failuresOf(tests);
  const message =
    failures.get(tests.find(({ rule }) => rule.id === 'folder-main')?.name ?? '')?.message ?? '';
  t.match(message, /^\d+ of \d+ cases fail/);
  t.ok(message.includes('folder-main-before-index'));
});

test('what the function lacks is skipped with the reason', async (t) => {
  const tests = conformance(ofNode, { edition, rules: ['core-modules-first'], capabilities: ['resolve'] });
  t.ok(tests.length > 0);
  for (const { skip } of tests) t.equal(skip, "the loader does not support 'builtins'");
});

test('a variable of a case is set only while it is asked', async (t) => {
  const { cases } = loadCatalog(undefined);
  const id = judgedCases(cases, currentEdition).find(
    ({ item, questions }) =>
      'NODE_PATH' in item.environment && questions.every(({ question }) => question.kind === 'resolve'),
  )?.item.id;
  t.ok(id, `${id}`);
  const seen: (string | undefined)[] = [];
  const [one] = conformance(
    () => {
      seen.push(process.env['NODE_PATH']);
      return 'fs';
    },
    { cases: [id ?? ''], capabilities: ['resolve', 'global folders'] },
  );
  const before = process.env['NODE_PATH'];
  await t.rejects(one?.check() ?? Promise.resolve());
  t.ok(seen[0]?.includes('modspec-tree-'));
  t.equal(process.env['NODE_PATH'], before);
});

test('cases are asked one after another, even if a runner starts all at once', async (t) => {
  let inside = 0;
  let most = 0;
  const slow: ResolveFunction = async (...asked) => {
    most = Math.max(most, ++inside);
    await new Promise(setImmediate);
    inside--;
    return ofNode(...asked);
  };
  const tests = conformance(slow, { edition, rules: ['folder-main'] });
  await Promise.all(tests.filter(({ skip }) => !skip).map(({ check }) => check()));
  t.equal(most, 1);
});

test('an accepted failure passes, and a change of it fails', async (t) => {
  const file = path.join(scratchFolder(t), 'baseline.yaml');
  const entry = (observed: string) =>
    writeFileSync(
      file,
      `implementations:\n  - name: mine\n    accepted:\n      - case: folder-main-before-index\n        class: bug\n        observed: '${observed}'\n`,
    );
  const settings = { edition, cases: ['folder-main-before-index'], baseline: { file, name: 'mine' } };
  entry('fail: foo/index.js');
  t.strictSame([...(await failuresOf(conformance(wrong, settings)))], []);
  const [passing] = (await failuresOf(conformance(ofNode, settings))).values();
  t.match(passing?.message, /passes, but .*baseline\.yaml:4 accepts its failure; remove the entry/);
  entry('fail: foo/other.js');
  const [changed] = (await failuresOf(conformance(wrong, settings))).values();
  t.match(
    changed?.message,
    /baseline\.yaml:4 expects 'fail: foo\/other\.js'; observed 'fail: foo\/index\.js'/,
  );
  t.throws(() => conformance(wrong, { ...settings, baseline: { file, name: 'other' } }), {
    name: 'UsageError',
    message: /expected entries for the implementation 'other'; found 'mine'/,
  });
  appendFileSync(file, "      - { cases: 'folder-main-before-*', count: 1, class: bug, observed: fail }\n");
  t.throws(() => conformance(wrong, settings), {
    name: 'UsageError',
    message: /'folder-main-before-index' is accepted twice, here and on line 4; remove one of the two/,
  });
});

test('the trees may lie in another file system', async (t) => {
  const folder = scratchFolder(t);
  const written = new Map<string, string>();
  const moved = (file: string) => path.join(folder, file);
  const store = {
    mkdirSync: (file: string, options?: { recursive: boolean }) => fs.mkdirSync(moved(file), options),
    writeFileSync: (file: string, content: string | Uint8Array, options: { flag: 'wx' }) => {
      written.set(file, String(content));
      fs.writeFileSync(moved(file), content, options);
    },
    symlinkSync: (target: string, file: string) => fs.symlinkSync(target, moved(file)),
    chmodSync: (file: string, mode: number) => fs.chmodSync(moved(file), mode),
    rmSync: (file: string, options: { recursive: true; force: true }) => fs.rmSync(moved(file), options),
  };
  const resolve: ResolveFunction = (specifier, referrer) =>
    createRequire(moved(referrer))
      .resolve(path.isAbsolute(specifier) ? moved(specifier) : specifier)
      .slice(fs.realpathSync(folder).length);
  const tests = conformance(resolve, { edition, rules: ['folder-main'], fs: store });
  t.strictSame([...(await failuresOf(tests)).keys()], []);
  t.ok(written.size > tests.length);
  t.strictSame(readdirSync(path.join(folder, 'modspec')), [], 'nothing is left');
});

test('wrong settings are refused', async (t) => {
  const refused: [object, RegExp][] = [
    [{ edition: 'node-3' }, /unknown edition/],
    [{ levels: ['resolving'] }, /levels: unknown level 'resolving'; expected some of resolve,/],
    [{ rules: ['no-such-rule'] }, /rules: 'no-such-rule' matches no rule/],
    [{ cases: ['no-such-case'] }, /matches no case/],
  ];
  for (const [settings, message] of refused)
    t.throws(() => conformance(ofNode, { ...small, ...settings }), { name: 'UsageError', message });
});
