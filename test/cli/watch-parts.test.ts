import { test } from 'tap';
import { describeProgress } from '../../cli/actions/progress.ts';
import { describeKeys, press } from '../../cli/actions/watch-keys.ts';
import { KnownVerdicts } from '../../harness/watch/known-verdicts.ts';
import type { Verdict } from '../../model/run.ts';
import { sampleCatalog, sampleRun } from '../reports/sample-run.ts';

const { cases } = sampleCatalog;

function runWith(changes: Readonly<Record<string, Partial<Verdict>>>) {
  return sampleRun({ mine: changes });
}

test('a watch knows what was fixed and what broke since the last verdict', async (t) => {
  const known = new KnownVerdicts();
  const first = known.learn('mine', cases, runWith({ 'small-index': { verdict: 'fail' } }));
  t.strictSame(first, { fixed: [], broken: [] }, 'nothing was known before');
  known.forget('mine');
  const second = known.learn('mine', cases, runWith({ 'small-main-wins': { verdict: 'crash' } }));
  t.strictSame(second, { fixed: ['small-index'], broken: ['small-main-wins'] });
  const third = known.learn('mine', cases, runWith({ 'small-main-wins': { verdict: 'crash' } }));
  t.strictSame(third, { fixed: [], broken: [] }, 'what stays as it is has not turned');
});

test('only the failures of an implementation can be forgotten', async (t) => {
  const known = new KnownVerdicts();
  known.learn('mine', cases, runWith({ 'small-index': { verdict: 'fail' } }));
  known.learn('other', cases, sampleRun({ other: { 'small-index': { verdict: 'fail' } } }));
  known.forget('mine', 'failed');
  t.strictSame(
    known.stale('mine', cases).map(({ id }) => id),
    ['small-index'],
  );
  t.strictSame(known.stale('other', cases), []);
});

test('keys do what the help says; others do nothing', async (t) => {
  const done: string[] = [];
  const note = (name: string) => () => {
    done.push(name);
  };
  const actions = {
    all: note('all'),
    failed: note('failed'),
    list: note('list'),
    help: note('help'),
    quit: note('quit'),
  };
  press('af\rlh?xq\x03', actions);
  t.strictSame(done, ['all', 'failed', 'failed', 'list', 'help', 'help', 'quit', 'quit']);
  for (const key of ['a', 'f', 'l', 'h', 'q']) t.match(describeKeys(), new RegExp(`^ {2}${key} {2}\\w`, 'm'));
});

test('progress says how long the rest takes, once that can be guessed', async (t) => {
  const standing = { done: 100, total: 400, unexpected: 2, implementation: './x' };
  t.equal(describeProgress({ ...standing, elapsedMs: 500 }), '100/400 ./x, 2 not as expected');
  t.equal(
    describeProgress({ ...standing, elapsedMs: 10_000 }),
    '100/400 ./x, 2 not as expected, about 30 s left',
  );
  t.equal(
    describeProgress({ ...standing, unexpected: 0, elapsedMs: 40_000 }),
    '100/400 ./x, about 2 min 0 s left',
  );
});
