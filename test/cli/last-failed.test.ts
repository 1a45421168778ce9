import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Test, test } from 'tap';
import { type Run, runSchema } from '../../model/run.ts';
import { caseText, pageText } from '../pages/page-text.ts';
import { modspec, scratchFolder } from './modspec.ts';

const ids = ['one', 'two', 'three', 'four'];

interface Scene {
  readonly folder: string;
  readonly records: string;
  /** Lets the loader answer these cases wrong. */
  readonly break: (...wrong: string[]) => void;
  readonly run: (
    ...more: string[]
  ) => Promise<{ seen: string[]; stderr: string; exitCode: number | undefined; run: Run }>;
}

function setScene(t: Test): Scene {
  const folder = scratchFolder(t);
  writeFileSync(path.join(folder, 'page.md'), pageText(ids.map((id) => caseText(id, `./a?${id}`)).join('')));
  const env = { MODSPEC_CACHE: path.join(folder, 'cache') };
  const always = ['run', '--spec', 'page.md', '--impl', './loader.cjs', '--format', 'json'];
  return {
    folder,
    records: path.join(folder, 'cache', 'last-failed'),
    break: (...wrong) =>
      writeFileSync(
        path.join(folder, 'loader.cjs'),
        `const { dirname, join } = require('node:path');
exports.implementation = { name: 'mine', edition: 'node-20' };
exports.resolve = (specifier, referrer) =>
  ${JSON.stringify(wrong)}.includes(specifier.slice(4)) ? referrer : join(dirname(referrer), 'a.js');`,
      ),
    run: async (...more) => {
      const { stdout, stderr, exitCode } = await modspec([...always, ...more], { cwd: folder, env });
      if (stdout === '') throw new Error(stderr);
      const run = runSchema.parse(JSON.parse(stdout));
      return { seen: run.verdicts.map((one) => `${one.case} ${one.verdict}`), stderr, exitCode, run };
    },
  };
}

test('the cases that failed are run again, and only these', async (t) => {
  const scene = setScene(t);
  scene.break('one', 'three');
  await scene.run();
  t.strictSame(
    readdirSync(scene.folder).sort(),
    ['cache', 'loader.cjs', 'page.md'],
    'the folder is left alone',
  );
  const again = await scene.run('--last-failed');
  t.strictSame(again.seen, ['one fail', 'three fail']);
  t.equal(again.stderr, 'modspec: only the cases that failed last time are run: 2 of 4\n');
  t.equal(again.run.header.cases, 2, 'the run says how many cases were selected');
  scene.break('three');
  t.match(await scene.run('--last-failed', '--edition', 'node-20'), { seen: ['one pass', 'three fail'] });
  t.match(await scene.run('--last-failed'), { seen: ['three fail'], exitCode: 1 });
});

test('where nothing failed, all cases are run', async (t) => {
  const scene = setScene(t);
  scene.break();
  const said = await scene.run('--last-failed');
  t.equal(said.seen.length, 4);
  const note =
    'modspec: no failed case of ./loader.cjs judged by node-20 is remembered in this folder; all 4 cases are run\n';
  t.equal(said.stderr, note);
  t.notOk(existsSync(scene.records), 'a loader that passes leaves no record');
  scene.break('one');
  await scene.run();
  t.equal(readdirSync(scene.records).length, 1);
  scene.break();
  await scene.run('--last-failed');
  t.equal(readdirSync(scene.records).length, 0);
  t.equal((await scene.run('--last-failed')).stderr, note);
});

test('cases that a run did not ask stay remembered', async (t) => {
  const scene = setScene(t);
  scene.break('one', 'two', 'three');
  await scene.run();
  await scene.run('--bail', '--jobs', '1');
  await scene.run('--case', 'four');
  scene.break('two', 'three');
  await scene.run('--case', 'one');
  t.strictSame((await scene.run('--last-failed')).seen, ['two fail', 'three fail']);
  t.strictSame((await scene.run('--last-failed', '--case', 't*e')).seen, ['three fail']);
});

test('editions and implementations have records of their own; several are run together', async (t) => {
  const scene = setScene(t);
  scene.break('one');
  await scene.run();
  t.match((await scene.run('--edition', 'node-4', '--last-failed')).stderr, /no failed case/);
  const both = await scene.run('--impl', 'node', '--edition', 'node-20', '--last-failed');
  t.equal(both.run.header.cases, 1);
  t.match(both.seen, [/^one /, /^one /]);
});

test('what a baseline accepts is not remembered', async (t) => {
  const scene = setScene(t);
  scene.break('one', 'two');
  const accepted = 'implementations: [{ name: mine, accepted: [{ case: one, class: bug, observed: fail }] }]';
  writeFileSync(path.join(scene.folder, 'baseline.yaml'), accepted);
  await scene.run('--baseline', 'baseline.yaml');
  const again = await scene.run('--baseline', 'baseline.yaml', '--last-failed');
  t.strictSame(
    [again.seen, again.run.baseline?.complaints.map(({ kind }) => kind)],
    [['two fail'], ['unexpected failure']],
  );
});

test('a record that is damaged is named, ignored and replaced', async (t) => {
  const scene = setScene(t);
  scene.break('one');
  await scene.run();
  const [name = ''] = readdirSync(scene.records);
  const file = path.join(scene.records, name);
  const good = readFileSync(file, 'utf8');
  for (const text of ['{', good.replace('"one"', '1'), good.padEnd(2_000_000)]) {
    writeFileSync(file, text);
    const said = await scene.run('--last-failed');
    t.equal(said.seen.length, 4);
    t.match(
      said.stderr,
      `${file}: expected a record of failed cases; found something else; the next run replaces it\n`,
    );
    t.equal(readFileSync(file, 'utf8'), good);
  }
  writeFileSync(file, good.replace('"one"', '"one","gone","../x"'));
  t.strictSame((await scene.run('--last-failed')).seen, ['one fail'], 'an id that no case has');
  t.equal(readFileSync(file, 'utf8'), good);
});

test('records are bounded in number: the oldest go', async (t) => {
  const scene = setScene(t);
  mkdirSync(scene.records, { recursive: true });
  for (let at = 0; at < 100; at++) {
    const file = path.join(scene.records, `${at}.json`);
    writeFileSync(file, '');
    utimesSync(file, 1000 + at, 1000 + at);
  }
  scene.break('one');
  await scene.run();
  const left = readdirSync(scene.records);
  t.equal(left.length, 100);
  t.notOk(left.includes('0.json'));
  t.ok(left.includes('1.json'));
});

test('two runs that end at once leave one whole record', async (t) => {
  const scene = setScene(t);
  scene.break('one', 'two');
  await Promise.all([scene.run(), scene.run(), scene.run()]);
  const left = readdirSync(scene.records);
  t.equal(left.length, 1);
  t.strictSame(JSON.parse(readFileSync(path.join(scene.records, left[0] ?? ''), 'utf8')).failed, [
    'one',
    'two',
  ]);
});

test('a cache that can not be written costs the record, not the run', async (t) => {
  const scene = setScene(t);
  writeFileSync(path.join(scene.folder, 'cache'), '');
  scene.break('one');
  t.match(await scene.run(), {
    exitCode: 1,
    stderr: /^modspec: --last-failed will not know this run: .*cannot write/,
  });
});

test('a proof asks all cases', async (t) => {
  t.match(await modspec(['run', '--impl', 'node', '--last-failed', '--prove-isolation']), {
    exitCode: 2,
    stderr: /--last-failed: expected no proof beside it/,
  });
});
