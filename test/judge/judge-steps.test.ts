import { test } from 'tap';
import { judge } from '../../harness/judge/judge.ts';
import type { Question, ShownStep } from '../../model/case.ts';
import { describeExpectation, describeObservation, describeQuestion } from '../../model/describe.ts';
import { judgedCase } from '../../model/judged-case.ts';
import type { ObservedStep } from '../../model/observation.ts';
import type { Check } from '../../model/run.ts';

const editions = ['deployd-locked'];

type State = ObservedStep['state'];

function serves(...shows: ShownStep[]): Question {
  const steps = [{ kind: 'start', environment: 'development' } as const, { kind: 'end' } as const];
  return { kind: 'serve', steps, expect: [{ kind: 'serve', editions, shows }] };
}

/** Whether a first step holds that shows this. */
function holds(shown: ShownStep, state: State, stdout = ''): boolean | undefined {
  const seen: ObservedStep = { kind: 'step', step: 1, stdout, state };
  return judgeOne(serves(shown), seen)[0]?.holds;
}

function judgeOne(question: Question, seen: ObservedStep): Check[] {
  const item = {
    id: 'c',
    title: 'c',
    rule: 'r',
    level: 'resolve',
    environment: {},
    hash: '0'.repeat(16),
  } as const;
  const source = { file: 'p.md', line: 1 };
  const judged = judgedCase(
    { ...item, needs: [], tree: [], questions: [question], source },
    'deployd-locked',
  );
  return judge(judged, [{ kind: 'serve', steps: [seen] }], '/tree', true).flatMap(({ checks }) => checks);
}

const ended = (exitCode: number): State => ({ kind: 'ended', exitCode });

test('a start holds by how it goes on', async (t) => {
  const listens: ShownStep = { kind: 'listens', step: 1, stdout: 'a\n' };
  t.ok(holds(listens, { kind: 'listens' }, 'a\n'));
  t.ok(holds(listens, { kind: 'listens' }, 'a'), 'the last newline does not count');
  t.notOk(holds(listens, { kind: 'listens' }, 'a\na\n'), 'printed twice');
  t.notOk(holds(listens, ended(0), 'a\n'));
  t.notOk(holds(listens, { kind: 'waiting' }, 'a\n'));
});

test('both ways to stall hold, a failure does not', async (t) => {
  const stalls: ShownStep = { kind: 'stalls', step: 1, stdout: '' };
  t.ok(holds(stalls, { kind: 'waiting' }));
  t.ok(holds(stalls, ended(0)));
  t.notOk(holds(stalls, ended(1)));
  t.notOk(holds(stalls, { kind: 'listens' }));
});

test('an end holds by its exit code', async (t) => {
  const ends: ShownStep = { kind: 'ends', exitCode: 1, step: 1, stdout: '' };
  t.ok(holds(ends, ended(1)));
  t.notOk(holds(ends, ended(7)));
  t.notOk(holds(ends, { kind: 'ended', exitCode: null, signal: 'SIGSEGV' }));
  t.notOk(holds(ends, { kind: 'waiting' }));
});

test('a response holds by status, and by body where one is expected', async (t) => {
  const responds: ShownStep = { kind: 'responds', status: 200, step: 1, stdout: '' };
  const response = (status: number, body: string): State => ({ kind: 'responded', status, body });
  t.ok(holds(responds, response(200, 'anything')));
  t.notOk(holds(responds, response(404, 'anything')));
  t.ok(holds({ ...responds, body: 'a\n' }, response(200, 'a')));
  t.notOk(holds({ ...responds, body: 'a\n' }, response(200, 'b')));
  t.ok(holds({ ...responds, body: 'in <tree>/x' }, response(200, 'in /tree/x')));
  t.notOk(holds(responds, { kind: 'no response' }));
  t.ok(holds({ kind: 'no response', step: 1, stdout: '' }, { kind: 'no response' }));
  t.notOk(holds({ kind: 'no response', step: 1, stdout: '' }, { kind: 'not reached' }));
});

test('a step that was not reached does not hold, and each step is a check', async (t) => {
  const question = serves(
    { kind: 'listens', step: 1, stdout: '' },
    { kind: 'ends', exitCode: 1, step: 2, stdout: '' },
  );
  const seen: ObservedStep = { kind: 'step', step: 1, stdout: '', state: ended(2) };
  const checks = judgeOne(question, seen);
  t.match(checks, [
    { step: 'step 1: start in development', expected: { kind: 'listens', step: 1 }, holds: false },
    { step: 'step 2: wait until it ends', observed: { state: { kind: 'not reached' } }, holds: false },
  ]);
});

test('steps are told in words', async (t) => {
  const question = serves({ kind: 'responds', status: 200, body: 'b\n', step: 1, stdout: 'a\n' });
  t.equal(describeQuestion(question), 'serve: start in development, wait until it ends');
  const [expected] = question.expect;
  if (expected) t.equal(describeExpectation(expected), 'step 1:\na\n[status 200]\nb\n');
  const seen: ObservedStep = {
    kind: 'step',
    step: 1,
    stdout: 'a',
    state: { kind: 'ended', exitCode: null, signal: 'SIGKILL' },
  };
  t.equal(describeObservation(seen), 'a\n[ends by SIGKILL]\n');
});
