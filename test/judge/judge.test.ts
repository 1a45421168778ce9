import { test } from 'tap';
import { judge } from '../../harness/judge/judge.ts';
import { observe } from '../../harness/judge/observe.ts';
import type { Question } from '../../model/case.ts';
import { describeObservation } from '../../model/describe.ts';
import type { Answer } from '../../model/observation.ts';

const editions = ['locked'];

function resolves(expected: { file: string } | { builtin: string } | { error: string }): Question {
  const expect =
    'file' in expected
      ? ({ kind: 'file', path: expected.file, editions } as const)
      : 'builtin' in expected
        ? ({ kind: 'builtin', name: expected.builtin, editions } as const)
        : ({ kind: 'error', error: expected.error, editions } as const);
  return { kind: 'resolve', from: 'main.js', specifier: './x', expect: [expect] };
}

function runs(expected: { stdout: string; exitCode?: number; error?: string }): Question {
  return { kind: 'run', entry: 'main.js', arguments: [], expect: [{ kind: 'run', editions, ...expected }] };
}

function holds(question: Question, answer: Answer, errorCodes = true): boolean | undefined {
  const [expected] = question.expect;
  if (!expected) throw new RangeError('it expects nothing');
  return judge([{ index: 0, question, expected }], [answer], '/tree', errorCodes)[0]?.holds;
}

const ran = { kind: 'run', stdout: '', exitCode: 0 } as const;
const notFound = { kind: 'error', error: { name: 'Error', code: 'MODULE_NOT_FOUND' } } as const;

test('a resolution holds when the real path is the same', async (t) => {
  t.ok(holds(resolves({ file: 'a/b.js' }), { kind: 'file', path: '/tree/a/b.js' }));
  t.notOk(holds(resolves({ file: 'a/b.js' }), { kind: 'file', path: '/tree/a/c.js' }));
  t.notOk(
    holds(resolves({ file: 'a/b.js' }), { kind: 'file', path: '/tree/a/../a/b.js' }),
    'not a real path',
  );
  t.notOk(holds(resolves({ file: 'a/b.js' }), { kind: 'file', path: 'a/b.js' }), 'relative');
  t.notOk(holds(resolves({ file: 'b.js' }), { kind: 'file', path: '/tree2/b.js' }));
  t.notOk(holds(resolves({ file: 'b.js' }), notFound));
  t.ok(holds(resolves({ builtin: 'fs' }), { kind: 'builtin', name: 'fs' }));
  t.notOk(holds(resolves({ builtin: 'fs' }), { kind: 'file', path: '/tree/fs' }));
});

test('an error holds by its code, else its name, else that there is one', async (t) => {
  t.ok(holds(resolves({ error: 'MODULE_NOT_FOUND' }), notFound));
  t.notOk(holds(resolves({ error: 'SyntaxError' }), notFound));
  t.ok(holds(resolves({ error: 'SyntaxError' }), { kind: 'error', error: { name: 'SyntaxError' } }));
  t.notOk(holds(resolves({ error: 'MODULE_NOT_FOUND' }), { kind: 'error', error: { name: 'Error' } }));
  t.ok(
    holds(resolves({ error: 'MODULE_NOT_FOUND' }), { kind: 'error', error: { name: 'Error' } }, false),
    'no codes claimed',
  );
  t.notOk(holds(resolves({ error: 'MODULE_NOT_FOUND' }), { kind: 'file', path: '/tree/x.js' }, false));
});

test('a program holds by output, ending and error', async (t) => {
  t.ok(holds(runs({ stdout: 'a\n' }), { ...ran, stdout: 'a\n' }));
  t.ok(holds(runs({ stdout: 'a\n' }), { ...ran, stdout: 'a' }), 'the last newline does not count');
  t.notOk(holds(runs({ stdout: 'a\n' }), { ...ran, stdout: 'a\nb\n' }));
  t.notOk(holds(runs({ stdout: '' }), { ...ran, exitCode: 1 }), 'an unexpected exit code');
  t.notOk(holds(runs({ stdout: '' }), { ...ran, error: { name: 'Error' } }), 'an unexpected error');
  t.ok(holds(runs({ stdout: '', exitCode: 3 }), { ...ran, exitCode: 3 }));
  t.notOk(holds(runs({ stdout: '', exitCode: 3 }), ran));
  t.notOk(
    holds(runs({ stdout: '', exitCode: 1 }), { ...ran, exitCode: 1, error: { name: 'Error' } }),
    'error not expected',
  );
  t.ok(holds(runs({ stdout: '', error: 'Error' }), { ...ran, exitCode: null, error: { name: 'Error' } }));
  t.notOk(holds(runs({ stdout: '', error: 'Error' }), ran), 'the error did not come');
  t.ok(
    holds(runs({ stdout: '', error: 'TypeError' }), { ...ran, exitCode: 1, error: { name: 'unseen' } }),
    'seen from outside',
  );
});

test('observations are relative to the tree, or marked as outside', async (t) => {
  t.strictSame(observe('/tree', { kind: 'file', path: '/tree/a b.js' }), { kind: 'file', path: 'a b.js' });
  const outside = observe('/tree', { kind: 'file', path: '/etc/passwd' });
  t.strictSame(outside, { kind: 'outside', path: '/etc/passwd' });
  t.match(describeObservation(outside), /not a real path inside the tree/);
  t.match(observe('/tree', { ...ran, stdout: 'in /tree/x\r\n' }), { stdout: 'in <tree>/x\n' });
});
