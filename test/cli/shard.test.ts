import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import type { Run } from '../../model/run.ts';
import { loader, modspec, scratchFolder, smallPage } from './modspec.ts';

const wrong = loader('index-first.cjs');
const run = ['run', '--spec', smallPage, '--impl', 'node', '--impl', 'reference', '--impl', wrong];

async function writeRun(folder: string, name: string, ...more: string[]): Promise<string> {
  const file = path.join(folder, name);
  await modspec([...run, ...more, '--format', `json=${file}`]);
  return file;
}

/** A run as text without what depends on the clock. */
function timeless(text: string): string {
  return text.replace(/"(startedAt|durationMs|ms)":("[^"]*"|[\d.]+)/g, '"$1":0');
}

test('the merged shards are the unsharded run, byte for byte but for times', async (t) => {
  const folder = scratchFolder(t);
  const whole = await writeRun(folder, 'whole.json');
  const shards = [];
  for (const index of [1, 2, 3])
    shards.push(await writeRun(folder, `${index}.json`, '--shard', `${index}/3`));
  const merged = await modspec(['merge', ...shards.reverse()]);
  t.equal(merged.exitCode, 0, merged.stderr);
  t.equal(timeless(merged.stdout), timeless(readFileSync(whole, 'utf8')));
  const counts = shards.map((file) => (JSON.parse(readFileSync(file, 'utf8')) as Run).verdicts.length);
  t.equal(
    counts.reduce((sum, count) => sum + count),
    15,
  );
  t.ok(
    counts.every((count) => count < 15),
    'no shard was the whole',
  );
});

test('the merged run gets the reports that an unsharded one can get', async (t) => {
  const folder = scratchFolder(t);
  const shards = [];
  for (const index of [1, 2]) shards.push(await writeRun(folder, `${index}.json`, '--shard', `${index}/2`));
  const [out, summary] = ['merged.json', 'summary.md'].map((name) => path.join(folder, name));
  const reports = ['--out', `${out}`, '--format', `markdown=${summary}`, '--format', 'pretty'];
  const merged = await modspec(['merge', ...shards, '--spec', smallPage, ...reports]);
  t.equal(merged.exitCode, 0, merged.stderr);
  t.match(merged.stdout, /^reference .*: 5 of 5 passed/m);
  t.match(readFileSync(`${summary}`, 'utf8'), /^# modspec/);
  t.equal((JSON.parse(readFileSync(`${out}`, 'utf8')) as Run).verdicts.length, 15);
  const wrong = await modspec(['merge', ...shards, '--format', 'word']);
  t.match(wrong, { exitCode: 2, stderr: /unknown format/ });
});

test('shards that do not belong together are refused', async (t) => {
  const folder = scratchFolder(t);
  const one = await writeRun(folder, '1.json', '--shard', '1/2');
  const two = await writeRun(folder, '2.json', '--shard', '2/2');
  const whole = await writeRun(folder, 'whole.json');
  const other = await writeRun(
    folder,
    'other.json',
    '--shard',
    '2/2',
    '--case',
    'small-*',
    '--edition',
    'node-4',
  );
  const partial = path.join(folder, 'partial.json');
  writeFileSync(partial, readFileSync(two, 'utf8').replace('"complete":true', '"complete":false'));
  const cases: [string[], RegExp][] = [
    [[one], /expected every shard once; found none for 2\/2/],
    [[one, one], /shard 1\/2 is given twice/],
    [[one, whole], /whole\.json: expected the run of a shard/],
    [[one, other], /other\.json: expected the same implementations, versions, editions/],
    [[one, partial], /partial\.json: expected a complete run/],
  ];
  for (const [files, message] of cases)
    t.match(await modspec(['merge', ...files]), { exitCode: 2, stderr: message });
  t.match(await modspec([...run, '--shard', '3/2']), {
    exitCode: 2,
    stderr: /expected I\/N, such as 2\/3/,
  });
});
