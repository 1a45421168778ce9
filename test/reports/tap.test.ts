import { test } from 'tap';
import { Parser } from 'tap-parser';
import type { AnsweredQuestion, Run, Verdict } from '../../model/run.ts';
import { renderTap } from '../../reports/run/tap.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';

const catalog: Catalog = { pages: [], cases: [], rules: new Map() };

const nasty = 'a # SKIP b \\ \u001b[31m\u202e </script>\nnot ok 99 - forged\n...\n';

function verdict(id: string, word: Verdict['verdict'], more: Partial<Verdict> = {}): Verdict {
  return {
    implementation: 'x',
    case: id,
    position: 0,
    hash: '0'.repeat(16),
    rule: 'r',
    level: 'load',
    verdict: word,
    questions: [],
    alone: true,
    ms: 1,
    ...more,
  };
}

function runOf(verdicts: Verdict[], complete = true): Run {
  const implementation = { spec: 'x', name: nasty, edition: 'locked', capabilities: [] };
  return {
    header: {
      kind: 'modspec run',
      format: 2,
      modspec: '0',
      startedAt: '2000-01-01T00:00:00.000Z',
      platform: { os: 'x', arch: 'x', node: 'x' },
      implementations: [implementation],
      cases: verdicts.length,
      selection: '',
    },
    verdicts,
    footer: { complete, durationMs: 1 },
  };
}

const failedProgram: AnsweredQuestion = {
  asked: 'run main.js',
  outcome: 'fail',
  checks: [
    {
      expected: { kind: 'run', stdout: 'x\n' },
      observed: { kind: 'run', stdout: nasty, exitCode: 0 },
      holds: false,
    },
  ],
};

const failed = verdict('failed', 'fail', {
  questions: [failedProgram],
});

function assertsOf(events: readonly (readonly unknown[])[]): unknown[] {
  return events.filter(([kind]) => kind === 'assert').map(([, assert]) => assert);
}

test('a TAP parser reads back the same verdicts, whatever an implementation printed', async (t) => {
  const verdicts = [
    verdict('passed', 'pass'),
    failed,
    verdict('skipped', 'skip', { reason: nasty }),
    verdict('crashed', 'crash', { reason: nasty }),
  ];
  const events = Parser.parse(renderTap(runOf(verdicts), catalog));
  const asserts = assertsOf(events.find(([kind]) => kind === 'child')?.[1] ?? []);
  const parent = assertsOf(events)[0];
  t.match(asserts, [
    { ok: true, id: 1, name: 'passed:' },
    {
      ok: false,
      id: 2,
      name: 'failed:',
      diag: {
        verdict: 'fail',
        rule: 'r',
        rerun: /^npx modspec run --impl x --edition locked --case failed --keep$/,
      },
    },
    { ok: true, id: 3, skip: /a/ },
    { ok: false, id: 4, diag: { verdict: 'crash' } },
  ]);
  t.equal(asserts.length, 4, 'nothing was forged');
  t.match(parent, { ok: false, id: 1 });
  t.notMatch(renderTap(runOf(verdicts), catalog), /(?!\n)[\p{Cc}\u202e]/u, 'no control characters');
});

test('a complete green run is valid TAP that passes', async (t) => {
  const events = Parser.parse(renderTap(runOf([verdict('passed', 'pass')]), catalog));
  t.match(events.find(([kind]) => kind === 'complete')?.[1], { ok: true, count: 1, fail: 0, bailout: false });
});

test('a run that was broken off bails out', async (t) => {
  const events = Parser.parse(renderTap(runOf([], false), catalog));
  t.match(
    events.find(([kind]) => kind === 'bailout')?.[1],
    'This run was interrupted: the verdicts are not complete.',
  );
});
