import { test } from 'tap';
import { observedText } from '../../harness/baseline/observed-text.ts';
import type { AnsweredQuestion, Verdict } from '../../model/run.ts';
import { heldOf } from './held.ts';

function failing(...questions: AnsweredQuestion[]): Verdict {
  const [verdict] = heldOf({ a1: { path: '' } }).run.verdicts;
  if (!verdict) throw new Error('no verdict');
  return { ...verdict, questions };
}

function printed(stdout: string, asked = 'run main.js', holds = false): AnsweredQuestion {
  const observed = { kind: 'run', stdout, exitCode: 0 } as const;
  const check = { expected: { kind: 'run', stdout: '' } as const, observed, holds };
  return { asked, outcome: holds ? 'pass' : 'fail', checks: [check] };
}

test('one line, whatever was printed', async (t) => {
  t.equal(observedText(failing(printed('a\nb\n'))), 'fail: a\\nb');
  t.equal(observedText(failing(printed(''))), 'fail');
});

test('of several questions those that failed are named', async (t) => {
  const questions = [printed('x', 'one', true), printed('y', 'two'), printed('z', 'three')];
  t.equal(observedText(failing(...questions)), 'fail: two gave y; three gave z');
});

test('what an edition does not judge leaves one question, which needs no name', async (t) => {
  const silent: AnsweredQuestion = { asked: 'run other.js', outcome: 'not judged', checks: [] };
  t.equal(observedText(failing(silent, printed('a\n'))), 'fail: a');
});

test('what is cut off still makes a difference', async (t) => {
  const long = 'x'.repeat(500);
  const [one, other] = ['1', '2'].map((end) => observedText(failing(printed(long + end))));
  t.ok(one && one.length < 200);
  t.not(one, other);
});
