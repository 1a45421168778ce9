// Answers that a program has got by itself are judged as those of a host.

import { test } from 'tap';
import { judge, loadCases, questionsOf } from '../../api/index.ts';
import { sampleCatalog } from '../reports/sample-run.ts';

const { cases } = await loadCases();

function caseOf(id: string) {
  const found = cases.find((item) => item.id === id);
  if (!found) throw new Error(`there is no case ${id}`);
  return found;
}

const item = caseOf('folder-main-before-index');
const settings = { edition: 'node-24', root: '/tree' };

test('a right answer passes, another fails with what was expected', async (t) => {
  const right = judge(item, [{ kind: 'file', path: '/tree/foo/start.js' }], settings);
  t.match(right, { verdict: 'pass', questions: [{ outcome: 'pass' }] });
  const wrong = judge(item, [{ kind: 'file', path: '/tree/foo/index.js' }], settings);
  t.match(wrong, {
    verdict: 'fail',
    questions: [
      {
        outcome: 'fail',
        checks: [{ expected: { path: 'foo/start.js' }, observed: { path: 'foo/index.js' } }],
      },
    ],
  });
});

test('codes of errors count only for an implementation that has them', async (t) => {
  const missing = cases.find(
    ({ questions }) =>
      questions.length === 1 &&
      questions[0]?.kind === 'resolve' &&
      questions[0].expect.every((one) => one.kind === 'error' && one.error === 'MODULE_NOT_FOUND'),
  );
  t.ok(missing);
  if (!missing) return;
  const answers = [{ kind: 'error' as const, error: { name: 'Error', message: 'not found' } }];
  t.equal(judge(missing, answers, settings).verdict, 'fail');
  t.equal(judge(missing, answers, { ...settings, errorCodes: false }).verdict, 'pass');
});

test('an edition that expects nothing has no questions, and a missing answer is an error', async (t) => {
  t.strictSame(questionsOf(item, 'deployd-1'), []);
  t.throws(() => judge(item, [], { ...settings, edition: 'deployd-1' }), RangeError);
  t.throws(() => judge(item, [], settings), RangeError);
  t.equal(questionsOf(item, 'node-24').length, 1);
});

test('the cases of own pages are loaded from there', async (t) => {
  const own = await loadCases(sampleCatalog.pages[0]?.file.replace(/^spec\//, 'test/fixtures/pages/') ?? '');
  t.strictSame(
    own.cases.map(({ id }) => id),
    sampleCatalog.cases.map(({ id }) => id),
  );
});
