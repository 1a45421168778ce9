// Failures put together by what they have in common.

import { test } from 'tap';
import { causesBy, type FailedCase, operationLeft } from '../../analysis/causes/causes.ts';
import { insteadOf } from '../../analysis/causes/instead-of.ts';
import { failBars } from '../../analysis/causes/pass-counts.ts';
import { causeBarsHtml } from '../../reports/parts/causes/cause-bars-html.ts';
import { hostile } from './sample-run.ts';

function failed(implementation: string, id: string, step?: string): FailedCase {
  const left = step === undefined ? undefined : { step, isExact: true };
  return { case: id, rule: 'rule', implementation, left, instead: 'another file' };
}

const all = [
  failed('one', 'a', 'LOAD_AS_FILE 1'),
  failed('one', 'b', 'LOAD_AS_FILE 2'),
  failed('two', 'b', 'LOAD_AS_FILE 2'),
  failed('two', 'c', 'REQUIRE 6'),
  failed('two', 'd'),
];

test('failures at the steps of an operation are together; those at no known step are left out', async (t) => {
  t.strictSame(causesBy(all, operationLeft), [
    {
      common: 'LOAD_AS_FILE',
      failures: 3,
      cases: 2,
      implementations: [
        ['one', 2],
        ['two', 1],
      ],
    },
    { common: 'REQUIRE', failures: 1, cases: 1, implementations: [['two', 1]] },
  ]);
});

test('what was observed instead, in words', async (t) => {
  const error = { kind: 'error', error: { name: 'Error', code: 'ENOENT' } } as const;
  t.equal(insteadOf('file', { kind: 'file', path: 'a' }), 'another file');
  t.equal(insteadOf('error', { kind: 'file', path: 'a' }), 'a file instead of an error');
  t.equal(insteadOf('file', error), 'the error ENOENT instead of a file');
  t.equal(insteadOf('error', error), 'the error ENOENT instead of another');
  t.equal(insteadOf('run', { kind: 'run', stdout: '', exitCode: 0 }), 'other output of a program');
  t.equal(insteadOf('run', { kind: 'run', stdout: '', exitCode: 7 }), 'a program that ends with exit code 7');
});

test('cases are counted by how many implementations fail them', async (t) => {
  const counts = [
    { pass: 2, asked: 2 },
    { pass: 0, asked: 3 },
    { pass: 1, asked: 1 },
    { pass: 0, asked: 0 },
  ];
  t.strictSame(failBars(counts), [
    { failing: 0, cases: 2 },
    { failing: 1, cases: 0 },
    { failing: 2, cases: 0 },
    { failing: 3, cases: 1 },
  ]);
});

test('names and codes of implementations are text', async (t) => {
  const [cause] = causesBy([failed(hostile, 'a', 'REQUIRE 6')], operationLeft);
  const bar = cause && { ...cause, title: hostile, about: hostile, href: '#', hrefOf: () => '#' };
  t.notMatch(causeBarsHtml(bar ? [bar] : []), /<script|<img/);
});
