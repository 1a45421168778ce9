import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { runSchema } from '../../model/run.ts';
import { loader, modspec, smallPage } from './modspec.ts';

const run = ['run', '--spec', smallPage, '--impl', loader('index-first.cjs')];

test('a list is begun, kept, and turns red when something changes', async (t) => {
  const file = path.join(t.testdir({}), 'baseline.yaml');
  t.match(await modspec([...run, '--baseline', file]), {
    exitCode: 2,
    stderr: /create it with --update-baseline/,
  });
  const begun = await modspec([...run, '--baseline', file, '--update-baseline']);
  t.match(begun, { exitCode: 0, stdout: /1 of these accepted[\s\S]*accepted small-main-wins, bug/ });
  t.match(readFileSync(file, 'utf8'), /case: small-main-wins\n[\s\S]*observed: "fail: lib\/index\.js"/);

  const kept = await modspec([...run, '--baseline', file, '--format', 'json']);
  const { verdicts, baseline } = runSchema.parse(JSON.parse(kept.stdout));
  t.match(verdicts[0], { verdict: 'fail', accepted: { class: 'bug' } });
  t.strictSame([kept.exitCode, baseline], [0, { file, complaints: [] }]);

  const other = ['run', '--spec', smallPage, '--impl', loader('index-first.cjs'), '--case', 'small-index'];
  t.match(await modspec([...other, '--baseline', file]), { exitCode: 0 }, 'what was not asked is no matter');
});

test('a pass that was not expected is a test point of its own in TAP', async (t) => {
  const text = [
    'implementations:',
    '  - name: node',
    '    accepted: [{ case: small-index, class: bug, observed: fail }]',
  ].join('\n');
  const file = path.join(t.testdir({ 'baseline.yaml': text }), 'baseline.yaml');
  const said = await modspec([
    'run',
    '--spec',
    smallPage,
    '--impl',
    'node',
    '--baseline',
    file,
    '--format',
    'tap',
  ]);
  t.match(said, { exitCode: 1, stdout: /not ok 6 - baseline: unexpected pass: small-index/ });
});

test('mistakes in the file are found before anything is run', async (t) => {
  const file = path.join(t.testdir({ 'baseline.yaml': 'implementations:\n  - nam: x\n' }), 'baseline.yaml');
  t.match(await modspec([...run, '--baseline', file]), { exitCode: 2, stderr: /baseline\.yaml:2: / });
  t.match(await modspec([...run, '--update-baseline']), { exitCode: 2, stderr: /expected --baseline FILE/ });
});

test('shards are held against the list once they are merged', async (t) => {
  const folder = t.testdir({});
  const file = path.join(folder, 'baseline.yaml');
  const shards = ['1/2', '2/2'].map((shard) => ({ shard, out: path.join(folder, `${shard[0]}.json`) }));
  for (const { shard, out } of shards) await modspec([...run, '--shard', shard, '--format', `json=${out}`]);
  const merge = ['merge', ...shards.map(({ out }) => out), '--spec', smallPage, '--baseline', file];
  t.match(await modspec([...merge, '--update-baseline']), { exitCode: 0 });
  const merged = runSchema.parse(JSON.parse((await modspec(merge)).stdout));
  t.match(merged.verdicts[0], { case: 'small-main-wins', accepted: { class: 'bug' } });
  t.strictSame(merged.baseline?.complaints, []);
  const refused = await modspec([...run, '--shard', '1/2', '--baseline', file]);
  t.match(refused, { exitCode: 2, stderr: /modspec merge --baseline/ });
});
