import { test } from 'tap';
import { observedText } from '../../harness/baseline/observed-text.ts';
import type { Check, Verdict } from '../../model/run.ts';
import { heldOf } from './held.ts';

function failing(...checks: Check[]): Verdict {
  const [verdict] = heldOf({ a1: { path: '' } }).run.verdicts;
  if (!verdict) throw new Error('no verdict');
  return { ...verdict, checks };
}

function printed(stdout: string, question = 'run main.js'): Check {
  return { question, expected: '', observed: { kind: 'run', stdout, exitCode: 0 }, holds: false };
}

test('one line, whatever was printed', async (t) => {
  t.equal(observedText(failing(printed('a\nb\n'))), 'fail: a\\nb');
  t.equal(observedText(failing(printed(''))), 'fail');
});

test('of several questions those that failed are named', async (t) => {
  const checks = [{ ...printed('x', 'one'), holds: true }, printed('y', 'two'), printed('z', 'three')];
  t.equal(observedText(failing(...checks)), 'fail: two gave y; three gave z');
});

test('what is cut off still makes a difference', async (t) => {
  const long = 'x'.repeat(500);
  const [one, other] = ['1', '2'].map((end) => observedText(failing(printed(long + end))));
  t.ok(one && one.length < 200);
  t.not(one, other);
});
