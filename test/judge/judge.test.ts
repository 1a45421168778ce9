import { test } from 'tap';
import { allPass, judge, leaveUnanswered } from '../../harness/judge/judge.ts';
import { observe } from '../../harness/judge/observe.ts';
import type { Question } from '../../model/case.ts';
import { describeObservation } from '../../model/describe.ts';
import type { JudgedCase } from '../../model/judged-case.ts';
import { judgedCase } from '../../model/judged-case.ts';
import { type Answer, unseenError } from '../../model/observation.ts';

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
  return judge(judgedOf([question]), [answer], '/tree', errorCodes)[0]?.checks[0]?.holds;
}

/** A case of these questions, as the text judges it. */
function judgedOf(questions: Question[]): JudgedCase {
  const item = {
    id: 'c',
    title: 'c',
    rule: 'r',
    level: 'resolve',
    needs: [],
    environment: {},
    tree: [],
    questions,
  } as const;
  const source = { file: 'p.md', line: 1 };
  return judgedCase({ ...item, needs: [], tree: [], hash: '0'.repeat(16), source }, 'locked');
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
    holds(runs({ stdout: '', error: 'TypeError' }), { ...ran, exitCode: 1, error: unseenError }),
    'seen from outside',
  );
  const pretending = { ...ran, exitCode: 1, error: { ...unseenError } };
  t.notOk(holds(runs({ stdout: '', error: 'TypeError' }), pretending), 'a loader that names its error so');
});

test('observations are relative to the tree, or marked as outside', async (t) => {
  t.strictSame(observe('/tree', { kind: 'file', path: '/tree/a b.js' }), { kind: 'file', path: 'a b.js' });
  const outside = observe('/tree', { kind: 'file', path: '/etc/passwd' });
  t.strictSame(outside, { kind: 'outside', path: '/etc/passwd' });
  t.match(describeObservation(outside), /not a real path inside the tree/);
  t.match(observe('/tree', { ...ran, stdout: 'in /tree/x\r\n' }), { stdout: 'in <tree>/x\n' });
});

const silent: Question = {
  kind: 'resolve',
  from: 'main.js',
  specifier: './y',
  expect: [{ kind: 'file', path: 'y.js', editions: ['node-4'] }],
};

test('every question of a case has an outcome, at its index', async (t) => {
  const judged = judgedOf([silent, resolves({ file: 'x.js' }), resolves({ file: 'z.js' })]);
  const x = { kind: 'file', path: '/tree/x.js' } as const;
  t.match(judge(judged, [x, x], '/tree', true), [
    { asked: "resolve './y' from main.js", outcome: 'not judged', checks: [] },
    { asked: "resolve './x' from main.js", outcome: 'pass' },
    {
      outcome: 'fail',
      checks: [
        { expected: { kind: 'file', path: 'z.js' }, observed: { kind: 'file', path: 'x.js' }, holds: false },
      ],
    },
  ]);
  t.throws(() => judge(judged, [x], '/tree', true), RangeError, 'an answer is missing');
});

test('where nothing was answered, only what is judged is unanswered', async (t) => {
  const questions = leaveUnanswered(judgedOf([resolves({ file: 'x.js' }), silent]));
  t.strictSame(
    questions.map(({ outcome }) => outcome),
    ['unanswered', 'not judged'],
  );
  t.notOk(allPass(questions));
});

test('a case passes when all its questions do that are judged', async (t) => {
  const judged = judgedOf([silent, resolves({ file: 'x.js' }), resolves({ builtin: 'fs' })]);
  const x = { kind: 'file', path: '/tree/x.js' } as const;
  const fs = { kind: 'builtin', name: 'fs' } as const;
  t.ok(allPass(judge(judged, [x, fs], '/tree', true)));
  t.notOk(allPass(judge(judged, [fs, fs], '/tree', true)));
  t.notOk(allPass(judge(judged, [x, x], '/tree', true)));
});
