// Lines and versions: where a rule turned, which line a loader behaves like, and several versions in a row.

import { test } from 'tap';
import { editionsThatFit } from '../../analysis/versions/line-answers.ts';
import { behavioursOf, closestLines, lineScores, turnsOf } from '../../analysis/versions/rule-lines.ts';
import { versionTrack } from '../../analysis/versions/version-track.ts';
import type { Question } from '../../model/case.ts';
import type { VerdictWord } from '../../model/run.ts';
import { deltaBarHtml } from '../../reports/parts/delta-bar-html.ts';
import { lineFitHtml } from '../../reports/parts/versions/line-fit-html.ts';
import { ruleStripHtml } from '../../reports/parts/versions/rule-strip-html.ts';
import { trackSvg } from '../../reports/parts/versions/track-svg.ts';
import { hostile } from './sample-run.ts';

const lines = ['node-8', 'node-10', 'node-12', 'node-14'];
const turning = { expect: [{ editions: ['node-8', 'node-14'] }, { editions: ['node-10'] }] };

test('a behaviour that returns has the same letter, and silence is none', async (t) => {
  const behaviours = behavioursOf([turning], lines);
  t.strictSame(behaviours, [0, 1, undefined, 0]);
  t.strictSame(turnsOf(behaviours), [1, 2, 3]);
  t.match(
    ruleStripHtml(behaviours, ['8', '10', '12', '14']),
    /from 8 A, from 10 B, from 12 nothing is expected, from 14 A/,
  );
});

test('a rule that stays has no turn', async (t) => {
  t.strictSame(turnsOf(behavioursOf([{ expect: [{ editions: lines }] }], lines)), []);
});

test('the closest line is the one that gives most of the answers', async (t) => {
  const answers = [
    [true, false, undefined, true],
    [true, true, false, false],
    [false, true, true, false],
  ];
  const scores = lineScores(answers, lines);
  t.strictSame(
    scores.map(({ agree, asked }) => `${agree}/${asked}`),
    ['2/3', '2/3', '1/2', '1/3'],
  );
  t.strictSame(
    closestLines(scores).map(({ line }) => line),
    ['node-8', 'node-10'],
  );
  t.strictSame(closestLines(lineScores([], lines)), []);
  const html = lineFitHtml([{ label: hostile, edition: 'node-8', href: '#', scores }], 'fits');
  t.match(html, /node-8 to 10, 67 %/);
  t.notMatch(html, /<script|<img/);
});

test('the editions that expect what was observed', async (t) => {
  const question: Question = {
    kind: 'resolve',
    from: 'main.js',
    specifier: './a',
    expect: [
      { kind: 'file', editions: ['node-8'], path: 'a.js' },
      { kind: 'error', editions: ['node-10', 'node-12'], error: 'ENOENT' },
    ],
  };
  const error = { kind: 'error', error: { name: 'Error', code: 'EPERM' } } as const;
  t.strictSame(editionsThatFit(question, { kind: 'file', path: 'a.js' }, true), ['node-8']);
  t.strictSame(editionsThatFit(question, error, true), []);
  t.strictSame(
    editionsThatFit(question, error, false),
    ['node-10', 'node-12'],
    'without codes, it is enough to throw',
  );
});

test('versions come in their order, each with the rules that turned', async (t) => {
  const version = (name: string, verdicts: Record<string, VerdictWord>) => ({
    version: name,
    verdict: (id: string) => verdicts[id],
  });
  const points = versionTrack(
    [
      version('1.10.0', { a: 'pass', b: 'pass', c: 'fail' }),
      version('1.9.0', { a: 'fail', b: 'pass', c: 'pass' }),
    ],
    [
      { rule: 'one', cases: ['a', 'b'] },
      { rule: 'two', cases: ['c'] },
      { rule: 'never asked', cases: ['d'] },
    ],
  );
  t.strictSame(points, [
    { version: '1.9.0', pass: 2, asked: 3, kept: [], broken: [] },
    { version: '1.10.0', pass: 2, asked: 3, kept: ['one'], broken: ['two'] },
  ]);
  t.notMatch(trackSvg(points.map((point) => ({ ...point, version: hostile }))), /<script|<img/);
});

test('a change of one case in many is still drawn', async (t) => {
  t.match(
    deltaBarHtml({ asked: 2000, passed: 1990, lost: 1, gained: 0 }),
    /delta-lost" x="99\.5" width="0\.6"/,
  );
});
