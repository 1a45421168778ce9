// The library, asked as a program asks it.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { conclusionOf, type Run, readRun, renderHtml, renderRun, run, UsageError } from '../../api/index.ts';
import { fixtures, loader, modspec, scratchFolder, smallPage, workspacesIn } from '../cli/modspec.ts';
import { processesOf } from '../processes.ts';

const wrong = { implementations: [loader('index-first.cjs')], spec: smallPage };

/** What two runs of the same cases have in common. */
function verdictsOf({ verdicts }: Run): unknown[] {
  return verdicts.map(({ ms: _, ...verdict }) => verdict);
}

test('a run is the run of the command line', async (t) => {
  const file = path.join(scratchFolder(t), 'run.json');
  const { exitCode } = await modspec([
    'run',
    '--impl',
    loader('index-first.cjs'),
    '--spec',
    smallPage,
    '--format',
    `json=${file}`,
  ]);
  const made = await run(wrong);
  t.strictSame(verdictsOf(made), verdictsOf(await readRun(file)));
  t.strictSame(made.header.implementations, (await readRun(file)).header.implementations);
  t.equal(exitCode, 1);
  t.equal(conclusionOf(made), 'not as expected');
});

test('a run tells how far it is, and keeps the trees that somebody wants', async (t) => {
  const told: (string | number)[] = [];
  const trees: string[] = [];
  const made = await run({
    implementations: ['reference'],
    spec: smallPage,
    onStart: (total) => told.push(total),
    onVerdict: (verdict) => told.push(verdict.case),
    onTree: (item, folder) => trees.push(path.join(folder, item.tree[0]?.path ?? '')),
  });
  t.strictSame(told.slice(1).sort(), made.verdicts.map((verdict) => verdict.case).sort());
  t.equal(told[0], made.verdicts.length);
  t.equal(trees.length, made.verdicts.length);
  for (const tree of trees) t.ok(readFileSync(tree), tree);
});

test('a baseline is written, held and outgrown', async (t) => {
  const file = path.join(scratchFolder(t), 'baseline.yaml');
  const settings = { ...wrong, baseline: { file, update: true } };
  t.equal(conclusionOf(await run(settings)), 'as expected');
  const held = await run({ ...wrong, baseline: { file } });
  t.equal(conclusionOf(held), 'as expected');
  t.ok(held.verdicts.some(({ accepted }) => accepted));
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^( +observed:).*/m, '$1 "fail: another"'));
  t.equal(conclusionOf(await run({ ...wrong, baseline: { file } })), 'not as expected');
});

test('a run that is stopped says so', async (t) => {
  const stop = new AbortController();
  const made = await run({
    implementations: ['reference'],
    spec: smallPage,
    signal: stop.signal,
    onVerdict: () => stop.abort(),
  });
  t.equal(conclusionOf(made), 'incomplete');
  t.ok(made.verdicts.length < made.header.cases);
});

test('what is wrong with the settings is a UsageError, and nothing is left behind', async (t) => {
  const folder = scratchFolder(t);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  t.teardown(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  const refused: [object, RegExp][] = [
    [{ implementations: [] }, /expected at least one --impl/],
    [{ ...wrong, edition: 'node-3' }, /--edition node-3: unknown edition/],
    [{ ...wrong, cases: ['no-such-*'] }, /matches no case/],
    [{ ...wrong, spec: path.join(fixtures, 'none.md') }, /none\.md/],
    [{ ...wrong, baseline: { file: path.join(folder, 'none.yaml') } }, /the baseline does not exist/],
  ];
  for (const [settings, message] of refused)
    await t.rejects(run({ ...wrong, ...settings }), { name: UsageError.name, message });
  t.strictSame(workspacesIn(folder), []);
  t.strictSame(processesOf(folder), []);
});

test('every format is rendered, and HTML holds several runs', async (t) => {
  const made = await run(wrong);
  const source = { spec: smallPage };
  t.match(await renderRun(made, 'pretty', source), /index first 1\.0\.0/);
  t.match(await renderRun(made, 'junit', source), /^<\?xml/);
  t.match(await renderRun(made, 'badge', source), /^<svg/);
  t.match(JSON.parse(await renderRun(made, 'badge json', source)), { schemaVersion: 1 });
  t.strictSame(JSON.parse(await renderRun(made, 'json', source)).footer.complete, true);
  const both = await renderHtml([made, await run({ ...wrong, implementations: ['reference'] })], source);
  t.match(both, /<title>modspec: index first, reference<\/title>/);
});
