// Runs of format 1 are read as runs of today.

import { test } from 'tap';
import { type FormerRun, formerRunSchema } from '../../model/former-run.ts';
import { runSchema } from '../../model/run.ts';
import { upgradeRun } from '../../model/upgrade-run.ts';

type FormerCheck = FormerRun['verdicts'][number]['checks'][number];

/** A run with one verdict, as modspec 0.1 wrote it. */
function formerRun(checks: FormerCheck[]): FormerRun {
  return formerRunSchema.parse({
    header: {
      kind: 'modspec run',
      format: 1,
      modspec: '0.1.0',
      startedAt: '2026-01-02T03:04:05.678Z',
      platform: { os: 'linux', arch: 'x64', node: '20.0.0' },
      implementations: [{ spec: 'mine', name: 'mine', edition: 'node-24', capabilities: ['resolve'] }],
      cases: 1,
      selection: '0123456789abcdef',
    },
    verdicts: [
      {
        implementation: 'mine',
        case: 'some-case',
        position: 0,
        hash: '0123456789abcdef',
        rule: 'some-rule',
        level: 'resolve',
        verdict: 'fail',
        checks,
        alone: true,
        ms: 1,
      },
    ],
    footer: { complete: true, durationMs: 1 },
  });
}

function questionsOf(checks: FormerCheck[], asked: readonly string[] | undefined) {
  const run = upgradeRun(formerRun(checks), (id, hash) => {
    return id === 'some-case' && hash === '0123456789abcdef' ? asked : undefined;
  });
  return runSchema.parse(run).verdicts[0]?.questions;
}

const a: FormerCheck = {
  question: 'a',
  expected: 'a.js',
  observed: { kind: 'file', path: 'a.js' },
  holds: true,
};
const c: FormerCheck = { ...a, question: 'c', expected: 'builtin fs', holds: false };

const passed = {
  asked: 'a',
  outcome: 'pass',
  checks: [
    { expected: { kind: 'words', words: 'a.js' }, observed: { kind: 'file', path: 'a.js' }, holds: true },
  ],
};

test('checks find their questions, whatever lies between them', async (t) => {
  const questions = questionsOf([a, c], ['a', 'b', 'c']);
  t.strictSame(questions?.[0], passed);
  t.strictSame(questions?.[1], { asked: 'b', outcome: 'not judged', checks: [] });
  t.match(questions?.[2], { asked: 'c', outcome: 'fail', checks: [{ holds: false }] });
});

test('nothing was answered', async (t) => {
  t.strictSame(questionsOf([], ['a', 'b']), [
    { asked: 'a', outcome: 'unanswered', checks: [] },
    { asked: 'b', outcome: 'unanswered', checks: [] },
  ]);
});

test('a case that nobody knows any more keeps what was asked', async (t) => {
  t.match(questionsOf([a, c], undefined), [{ asked: 'a' }, { asked: 'c', outcome: 'fail' }]);
  t.strictSame(questionsOf([], undefined), []);
});

test('the steps of a server are one question', async (t) => {
  const step = (question: string, at: number, holds: boolean): FormerCheck => ({
    question,
    expected: '[listens]\n',
    observed: { kind: 'step', step: at, stdout: '', state: { kind: 'listens' } },
    holds,
  });
  const steps = [step('step 1: start', 1, true), step('step 2: stop', 2, false)];
  t.match(questionsOf(steps, ['serve: start, stop']), [
    {
      asked: 'serve: start, stop',
      outcome: 'fail',
      checks: [{ step: 'step 1: start' }, { step: 'step 2: stop' }],
    },
  ]);
});
