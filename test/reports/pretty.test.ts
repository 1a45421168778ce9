// The report for a terminal: failures by rule and by step, as many as can be read, and a list of their ids.

import { test } from 'tap';
import { groupFailures, type StepLeft, sumSteps } from '../../analysis/group-failures.ts';
import type { Verdict } from '../../model/run.ts';
import type { PrettyOptions, ReferenceSteps } from '../../reports/run/pretty/pretty-options.ts';
import { renderPretty } from '../../reports/run/pretty.ts';
import { type Catalog, catalogOf } from '../../suite/cases/catalog.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { hostile, runOf, sample, sampleCatalog, sampleRun, wrongIndex } from './sample-run.ts';

function pretty(run = sample, options: Partial<PrettyOptions> = {}, catalog = sampleCatalog): string {
  return renderPretty(run, catalog, { colour: false, ...options });
}

function verdict(id: string, rule: string): Verdict {
  const [first] = sample.verdicts;
  if (!first) throw new Error('the sample has no verdict');
  return { ...first, case: id, rule, verdict: 'fail' };
}

test('failures are grouped by rule in the order of the cases, and by step with the most frequent first', async (t) => {
  const steps: Record<string, StepLeft> = {
    a: { step: 'X 1', isExact: true },
    b: { step: 'X 2', isExact: true },
    c: { step: 'X 2', isExact: true },
    d: { step: 'X 2', isExact: false },
  };
  const failing = ['a', 'b', 'c', 'e'].map((id) => verdict(id, 'one')).concat(verdict('d', 'two'));
  const rules = groupFailures(failing, ({ case: id }) => steps[id]);
  const seen = rules.map(({ rule, count, steps: own }) => [
    rule,
    count,
    own.map(({ left, verdicts }) => [left?.step, verdicts.map((one) => one.case).join()]),
  ]);
  t.strictSame(seen, [
    [
      'one',
      4,
      [
        ['X 2', 'b,c'],
        ['X 1', 'a'],
        [undefined, 'e'],
      ],
    ],
    ['two', 1, [['X 2', 'd']]],
  ]);
  t.strictSame(
    sumSteps(rules).map(({ left, verdicts }) => [left?.step, left?.isExact, verdicts.length]),
    [
      ['X 2', true, 2],
      ['X 1', true, 1],
      [undefined, undefined, 1],
      ['X 2', false, 1],
    ],
    'a step that was left for certain is not one that may have been left before',
  );
});

/** Fifty rules with three cases each, all of which fail. */
const wide: Catalog = (() => {
  const [page] = sampleCatalog.pages;
  const [rule] = page?.rules ?? [];
  const [item] = page?.cases ?? [];
  if (!page || !rule || !item) throw new Error('the sample has no rule');
  const numbers = Array.from({ length: 50 }, (_, at) => at);
  const rules = numbers.map((at) => ({ ...rule, id: `rule-${at}` }));
  const cases = rules.flatMap((own) =>
    ['a', 'b', 'c'].map((letter) => ({ ...item, id: `${own.id}-${letter}`, rule: own.id })),
  );
  return catalogOf([{ ...page, rules, cases }], new Map());
})();

const wideRun = runOf(wide, 'node-24', {
  wrong: Object.fromEntries(wide.cases.map(({ id }) => [id, wrongIndex])),
});

const steps: ReferenceSteps = {
  departureOf: ({ id }) => ({ step: id.endsWith('c') ? 'X 2' : 'X 1', isExact: true, text: 'left at X' }),
  wordsOf: (step) => `words of ${step}`,
};

function occurrences(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

test('of many failures one a rule is shown, and the report says how many are not', async (t) => {
  const text = pretty(wideRun, { steps }, wide);
  t.equal(occurrences(text, /^ {4}fail {4}rule-\d+-a /gm), 50);
  t.equal(occurrences(text, /^ {4}fail/gm), 50);
  t.equal(occurrences(text, /^ {2}and 2 more; --verbose shows all$/gm), 50);
  t.match(
    text,
    /^ {2}left the steps at X 1: 2 cases\n {4}fail {4}rule-0-a .*\n {6}resolve '\.\/lib' from main\.js: expected lib\/main\.js, observed lib\/index\.js\n {2}left the steps at X 2: 1 case\n/m,
  );
  t.match(text, /^Where failing cases left the steps:\n {3}100 {2}X 1 {2}words of X 1\n {4}50 {2}X 2 /m);
  t.match(text, /^Failed cases \(150\):\n {2}rule-0-a\n {2}rule-0-b\n/m);
  t.match(
    text,
    /^ {2}rule-6-b\n {2}and 130 more; --verbose shows all\nTo ask again\n {2}one: npx modspec run --impl wrong --edition node-24 --case ID --keep\n\nwrong 1\.0\.0/m,
  );
});

test('--verbose shows every failure in full, and every id', async (t) => {
  const text = pretty(wideRun, { steps, verbose: true }, wide);
  t.equal(occurrences(text, /^ {4}fail/gm), 150);
  t.equal(
    occurrences(text, /^ {6}npx modspec run --impl wrong --edition node-24 --case rule-\d+-[abc] --keep$/gm),
    150,
  );
  t.equal(occurrences(text, /^ {8}left at X$/gm), 150);
  t.equal(occurrences(text, /^ {2}rule-\d+-[abc]$/gm), 150);
  t.notMatch(text, /--verbose/);
});

test('a few failures are shown in full, each rule told once', async (t) => {
  const run = sampleRun({ wrong: { 'small-main-wins': wrongIndex, 'small-index': wrongIndex } });
  const text = pretty(run, { remembered: true });
  t.equal(occurrences(text, /A folder whose package\.json names a main resolves to that file/g), 1);
  t.match(
    text,
    /^small-main {2}The main of a folder wins over its index: 2 cases fail\n {2}MUST A folder .*\n {2}.*small\.md:11\n {2}fail {4}small-main-wins /m,
  );
  t.match(text, /^ {6}lib\/package\.json$/m, 'the tree');
  t.match(text, /^ {6}- lib\/main\.js\n {6}\+ lib\/index\.js\n/m);
  t.match(
    text,
    /^Failed cases \(2\):\n {2}small-main-wins\n {2}small-index\nTo ask again\n {2}all: npx modspec run --impl wrong --edition node-24 --last-failed$/m,
  );
});

test('a single failure needs no list, and a pass no block', async (t) => {
  t.notMatch(pretty(sampleRun({ wrong: { 'small-index': wrongIndex } })), /Failed cases/);
  t.match(pretty(sampleRun({ good: {} })), /^good 1\.0\.0, judged by node-24: 5 of 5 passed\n/);
});

test('of several implementations each failing one has a heading', async (t) => {
  const text = pretty(sampleRun({ good: {}, wrong: { 'small-index': wrongIndex } }));
  t.equal(occurrences(text, /^good 1\.0\.0, judged by node-24/gm), 1);
  t.match(text, /^wrong 1\.0\.0, judged by node-24\n\nsmall-main /m);
});

const dangerous = `::error::x\n##[error]y\u001b[31m\n${hostile}`;

test('nothing of a loader gets through, in short or in full', async (t) => {
  const changes = Object.fromEntries(
    wide.cases.map(({ id }, at) => [
      id,
      at % 3 === 0
        ? { verdict: 'crash' as const, reason: dangerous, stderr: dangerous }
        : {
            verdict: 'fail' as const,
            questions: [
              {
                asked: 'run main.js',
                outcome: 'fail' as const,
                checks: [
                  {
                    expected: { kind: 'run' as const, stdout: 'x\n' },
                    observed: { kind: 'run' as const, stdout: dangerous.repeat(at + 1), exitCode: 0 },
                    holds: false,
                  },
                ],
              },
            ],
          },
    ]),
  );
  for (const verbose of [false, true]) {
    const text = pretty(runOf(wide, 'node-24', { [dangerous]: changes }), { verbose }, wide);
    t.notMatch(text, /(?!\n)[\p{Cc}\u202e\u2066]/u);
    t.notMatch(text, /^\s*(?:::|##\[)/m);
  }
  const short = pretty(runOf(wide, 'node-24', { wrong: changes }), {}, wide);
  t.match(short, /^ {4}\\u003a:error::x \\u0023#\[error\]y/m, 'the reason is one line');
  t.match(short, /^ {4}stderr: \\u003a:error::x$/m);
});

test('a rule is stated by its first paragraph, without the targets of links', async (t) => {
  const catalog = loadCatalog(undefined);
  const failing = catalog.cases.filter(({ rule }) => rule === 'folder-main-broken').slice(0, 4);
  const changes = Object.fromEntries(failing.map(({ id }) => [id, wrongIndex]));
  const text = pretty(runOf(catalog, 'node-24', { wrong: changes }), {}, catalog);
  t.match(text, /the search may go\s+on\.\n {2}spec\/04-folders\/1-folder-main\.md:\d+$/m);
});
