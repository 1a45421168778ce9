// Runs of the same implementations on several days.

import { test } from 'tap';
import { datedChanges, newestRuns } from '../../analysis/dated-runs.ts';
import type { Run } from '../../model/run.ts';
import { sampleRun, wrongIndex } from './sample-run.ts';

function on(day: string, run: Run, version = '1.0.0'): Run {
  const implementations = run.header.implementations.map((one) => ({ ...one, version }));
  return { ...run, header: { ...run.header, startedAt: `${day}T00:00:00.000Z`, implementations } };
}

const good = sampleRun({ node: {} });
const bad = sampleRun({ node: { 'small-main-wins': wrongIndex } });

test('the newest run of each implementation counts', async (t) => {
  const both = sampleRun({ node: {}, bun: {} });
  const runs = newestRuns([on('2026-03-01', bad), on('2026-01-01', both), on('2026-02-01', good)]);
  t.strictSame(
    runs.map(({ header }) => [header.implementations.map(({ spec }) => spec).join(), header.startedAt]),
    [
      ['node', '2026-03-01T00:00:00.000Z'],
      ['bun', '2026-01-01T00:00:00.000Z'],
    ],
  );
  t.equal(runs[1]?.verdicts.length, good.verdicts.length, 'with its own verdicts only');
});

test('a whole run counts before a newer one of some of the cases', async (t) => {
  const some = { ...on('2026-03-01', bad), footer: { complete: false, durationMs: 1 } };
  t.equal(newestRuns([some, on('2026-01-01', good)])[0]?.header.startedAt, '2026-01-01T00:00:00.000Z');
  t.equal(newestRuns([some])[0]?.header.startedAt, '2026-03-01T00:00:00.000Z', 'unless there is no other');
});

test('what changed between dated runs is told, the newest first', async (t) => {
  const changes = datedChanges([
    on('2026-03-01', good, '1.2.0'),
    on('2026-01-01', good),
    on('2026-02-01', bad, '1.1.0'),
    on('2026-04-01', good, '1.2.0'),
    on('2026-05-01', good, '1.3.0'),
  ]);
  t.strictSame(
    changes.map(({ date, compared }) => [
      date.slice(0, 10),
      compared.after.version,
      compared.changes.map((change) => `${change.kind} ${change.case}`).join(),
    ]),
    [
      ['2026-05-01', '1.3.0', ''],
      ['2026-03-01', '1.2.0', 'fixed small-main-wins'],
      ['2026-02-01', '1.1.0', 'regressed small-main-wins'],
    ],
  );
});

test('runs of one day, and runs of several implementations, are no history', async (t) => {
  t.strictSame(datedChanges([good, bad]), []);
  t.strictSame(datedChanges([on('2026-01-01', good), on('2026-02-01', sampleRun({ bun: {} }))]), []);
});
