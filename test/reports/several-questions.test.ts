// A case that asks several questions: every report says which of them failed, and a comparison which of them changed.

import path from 'node:path';
import { parse as parseJunit } from 'junit2json';
import { test } from 'tap';
import { Parser } from 'tap-parser';
import { type Change, compareRuns } from '../../analysis/compare-runs.ts';
import { comparedFromRun } from '../../analysis/compared-run.ts';
import { judge } from '../../harness/judge/judge.ts';
import { judgedCase } from '../../model/judged-case.ts';
import type { AnsweredQuestion, Run, VerdictWord } from '../../model/run.ts';
import { renderDiff } from '../../reports/commands/render-diff.ts';
import { readRun } from '../../reports/html/model/read-run.ts';
import { renderHtml } from '../../reports/html/render-html.ts';
import { renderCtrf } from '../../reports/run/ctrf.ts';
import { renderJson } from '../../reports/run/json.ts';
import { renderJunit } from '../../reports/run/junit.ts';
import { renderMarkdown } from '../../reports/run/markdown.ts';
import { renderPretty } from '../../reports/run/pretty.ts';
import { renderTap } from '../../reports/run/tap.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { fixtures } from '../cli/modspec.ts';
import { runOf } from './sample-run.ts';

const catalog = loadCatalog(path.join(fixtures, 'pages', 'questions.md'));
const [item] = catalog.cases;
if (!item) throw new Error('the page has a case');

/** The questions, answered with these files. The text expects nothing of the second. */
function answered(edition: string, ...files: string[]): AnsweredQuestion[] {
  const answers = files.map((file) => ({ kind: 'file', path: `/tree/${file}` }) as const);
  return judge(judgedCase(item as NonNullable<typeof item>, edition), answers, '/tree', true);
}

function runWith(questions: AnsweredQuestion[], verdict: VerdictWord, edition = 'node-20'): Run {
  return runOf(catalog, edition, { mine: { 'asked-three': { verdict, questions } } });
}

const redInTheText = runWith(answered('locked', 'a.js', 'x.js'), 'fail', 'locked');

const crashed = runWith(
  [1, 2, 3].map((at) => ({ asked: `question ${at}`, outcome: 'unanswered', checks: [] })),
  'crash',
);

test('TAP has a subtest with a point for each question', async (t) => {
  const [, implementation] =
    Parser.parse(renderTap(redInTheText, catalog)).find(([kind]) => kind === 'child') ?? [];
  const events = implementation as readonly (readonly [string, unknown])[];
  const [, questions] = events.find(([kind]) => kind === 'child') ?? [];
  const points = (questions as readonly (readonly [string, unknown])[])
    .filter(([kind]) => kind === 'assert')
    .map(([, point]) => point);
  t.match(points, [
    { ok: true, name: "resolve './a' from main.js" },
    { ok: true, name: "resolve './b' from main.js", skip: 'locked expects nothing of it' },
    {
      ok: false,
      name: "resolve './c' from main.js",
      diag: { checks: [{ expected: 'c.js', observed: 'x.js' }] },
    },
  ]);
  t.match(events.find(([kind]) => kind === 'assert')?.[1], { ok: false, diag: { verdict: 'fail' } });
});

test('TAP says of a crash that no question was answered', async (t) => {
  const text = renderTap(crashed, catalog);
  t.match(text, / {8}not ok 1 - question 1\n {10}---\n {10}outcome: unanswered\n/);
});

test('CTRF has a step for each question', async (t) => {
  const { results } = JSON.parse(renderCtrf(redInTheText, catalog));
  t.strictSame(results.tests[0].steps, [
    { name: "resolve './a' from main.js", status: 'passed' },
    { name: "resolve './b' from main.js", status: 'skipped' },
    { name: "resolve './c' from main.js", status: 'failed' },
  ]);
  t.match(JSON.parse(renderCtrf(crashed, catalog)).results.tests[0].steps, [{ status: 'other' }, {}, {}]);
});

const listed =
  /✓ resolve '\.\/a' from main\.js\s+– resolve '\.\/b' from main\.js \(not judged\)\s+✗ resolve '\.\/c' from main\.js\s+- c\.js\s+\+ x\.js/;

test('texts list all questions, and show what is wrong with those that failed', async (t) => {
  t.match(renderPretty(redInTheText, catalog, { colour: false }), listed);
  t.match(renderMarkdown(redInTheText, catalog), listed);
  t.match(await parseJunit(renderJunit(redInTheText, catalog)), {
    testsuite: [
      {
        testcase: [
          {
            failure: [
              {
                message:
                  /^1 of 2 questions fails; resolve '\.\/c' from main\.js: expected c\.js, observed x\.js$/,
                inner: listed,
              },
            ],
          },
        ],
      },
    ],
  });
});

function changesFrom(before: Run, after: Run): readonly Change[] | undefined {
  return compareRuns(comparedFromRun(before), comparedFromRun(after)).pairs[0]?.changes;
}

const green = runWith(answered('node-20', 'a.js', 'b.js', 'c.js'), 'pass');
const redC = runWith(answered('node-20', 'a.js', 'b.js', 'x.js'), 'fail');
const redBC = runWith(answered('node-20', 'a.js', 'y.js', 'x.js'), 'fail');
const redA = runWith(answered('node-20', 'x.js', 'b.js', 'c.js'), 'fail');
const otherC = runWith(answered('node-20', 'a.js', 'b.js', 'z.js'), 'fail');

const b = { index: 1, label: "resolve './b' from main.js" };
const c = { index: 2, label: "resolve './c' from main.js" };

test('a question that changes is named, whatever else is red', async (t) => {
  t.match(changesFrom(redC, redBC), [
    { kind: 'worse', questions: [{ ...b, before: 'pass', after: 'fail' }] },
  ]);
  t.match(changesFrom(redBC, redC), [
    { kind: 'better', questions: [{ ...b, before: 'fail', after: 'pass' }] },
  ]);
  t.match(changesFrom(redC, otherC), [
    { kind: 'other', questions: [{ ...c, before: 'fail', after: 'fail' }] },
  ]);
  t.match(changesFrom(redC, redA), [
    { kind: 'worse', questions: [{ index: 0 }, { index: 2, after: 'pass' }] },
  ]);
  t.match(changesFrom(green, redC), [
    { kind: 'regressed', questions: [{ ...c, before: 'pass', after: 'fail' }] },
  ]);
  t.match(changesFrom(redC, crashed), [
    { kind: 'other', questions: [{ ...c, before: 'fail', after: 'crash' }] },
  ]);
  t.strictSame(changesFrom(redBC, redBC), []);
});

test('questions of another case, or of another edition, are not compared', async (t) => {
  const verdicts = redBC.verdicts.map((verdict) => ({ ...verdict, hash: 'f'.repeat(16) }));
  t.match(changesFrom(redC, { ...redBC, verdicts }), [{ kind: 'other', caseChanged: true, questions: [] }]);
  t.match(changesFrom(redA, redInTheText), [{ kind: 'other', questions: [] }]);
});

test('a comparison shows the questions', async (t) => {
  const compared = compareRuns(comparedFromRun(redC), comparedFromRun(redBC));
  const options = { colour: false, incomplete: false };
  t.match(
    renderDiff(compared, { ...options, format: 'pretty' }),
    / {2}worse {5}asked-three {2}fail → fail\n {12}resolve '\.\/b' from main\.js: pass → fail\n {2}1 worse, 0 as before/,
  );
  t.match(
    renderDiff(compared, { ...options, format: 'markdown' }),
    /\| worse \| `asked-three` \| fail → fail<br>resolve '[^|]* pass → fail \|/,
  );
  t.match(JSON.parse(renderDiff(compared, { ...options, format: 'json' })), {
    pairs: [{ changes: [{ kind: 'worse', questions: [b] }] }],
  });
});

test('a report compares question by question as its run does', async (t) => {
  const fromReport = await readRun(renderHtml({ runs: [redBC], catalog, pages: [] }), () => undefined);
  const fromJson = await readRun(renderJson(redBC), () => undefined);
  if (typeof fromReport === 'string') return t.fail(fromReport);
  if (typeof fromJson === 'string') return t.fail(fromJson);
  t.strictSame(JSON.stringify(fromReport), JSON.stringify(fromJson));
  const [one, other] = [fromReport, fromJson].map(({ implementations }) =>
    implementations[0]?.answer('asked-three'),
  );
  t.equal(one?.verdict, 'fail');
  t.strictSame(
    one?.checks.map(({ observed }) => observed),
    other?.checks.filter(({ holds }) => !holds).map(({ observed }) => observed),
  );
  t.match(fromReport.implementations[0]?.verdicts, [{ asksSeveral: true, failed: [b, c] }]);
});
