import path from 'node:path';
import { test } from 'tap';
import { loader, modspec, scratchFolder, smallPage, workspacesIn } from './modspec.ts';
import { pageAsking } from './page-asking.ts';

test('each case that passes is asked again under other names, and none differs', async (t) => {
  const impls = ['--impl', 'node', '--impl', 'reference'];
  const { exitCode, stdout } = await modspec(['run', '--spec', smallPage, ...impls, '--prove-honesty']);
  t.equal(exitCode, 0, stdout);
  const counts =
    /^node: 5 of 5 cases that pass, .* seed \d+ \(published in [\d.]+ s, renamed in [\d.]+ s\): 0 differ; left out: 0 .*\nreference: 5 of 5 .*\n$/;
  t.match(stdout, counts);
});

test('a case that passes only under its published names is shown with the command that asks it again', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a.js', './a', './b']) }), 't.md');
  const impl = loader('answers-a.cjs');
  const args = ['run', '--spec', page, '--impl', impl, '--prove-honesty', '--seed', '7'];
  const { exitCode, stdout } = await modspec(args);
  t.equal(exitCode, 1);
  const [first, second, command, ...rest] = stdout.split('\n');
  t.match(first, /^differs asks-0 \(.*answers-a\.cjs\): passes as published, fail when renamed$/);
  t.match(second, /^ {2}resolve '\.\/(\w+)\.js' from \w+\.js: expected \1\.js, observed a\.js$/);
  t.match(command, / --case asks-0 --keep --prove-honesty --seed 7$/);
  t.match(
    rest.at(-2),
    /: 2 of 3 cases that pass, .*: 2 differ; left out: 0 .* 1 not confirmed by the reference$/,
  );
  t.equal(
    (await modspec(args)).stdout.replace(/\d\.\d s/g, ''),
    stdout.replace(/\d\.\d s/g, ''),
    'the same seed',
  );
});

test('a loader that passes nothing has not proved anything', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a']) }), 't.md');
  const args = ['run', '--spec', page, '--impl', loader('outside.cjs'), '--prove-honesty'];
  const { exitCode, stdout } = await modspec(args);
  t.equal(exitCode, 1);
  t.match(stdout, /: 0 of 0 cases that pass/);
});

test('--keep keeps the renamed trees, and no others', async (t) => {
  const folder = scratchFolder(t);
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a']) }), 't.md');
  const args = ['run', '--spec', page, '--impl', 'reference', '--prove-honesty', '--keep'];
  const { stderr } = await modspec(args, { env: { TMPDIR: folder } });
  t.match(stderr, /^asks-0: .*\n$/);
  t.equal(workspacesIn(folder).length, 1);
});

test('nonsense is refused', async (t) => {
  const both = await modspec(['run', '--impl', 'node', '--prove-honesty', '--prove-isolation']);
  t.equal(both.exitCode, 2);
  t.match(both.stderr, /--prove-honesty: expected one proof in a run; found --prove-isolation too/);
  const seed = await modspec(['run', '--impl', 'node', '--seed', '3']);
  t.equal(seed.exitCode, 2);
  t.match(seed.stderr, /--seed 3: expected --prove-honesty beside it; found none/);
});
