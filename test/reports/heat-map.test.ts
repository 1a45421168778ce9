// The heat map: its data, its scale, and its renderings.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { chapterOf } from '../../analysis/heat-map/chapter-of.ts';
import { type HeatMap, type HeatSource, heatMaps } from '../../analysis/heat-map/heat-map.ts';
import { kindOf } from '../../analysis/heat-map/kinds.ts';
import { packageRoot } from '../../model/package-root.ts';
import type { VerdictWord } from '../../model/run.ts';
import { heatMapCsv } from '../../reports/parts/heat-map/heat-map-csv.ts';
import { heatMapHtml } from '../../reports/parts/heat-map/heat-map-html.ts';
import { heatMapSvg } from '../../reports/parts/heat-map/heat-map-svg.ts';
import { heatFigure, heatStepOf, heatSteps, heatWords } from '../../reports/parts/heat-map/heat-scale.ts';
import { hostile } from './sample-run.ts';

const parts = [
  { id: 'a', title: 'Page A', chapter: 'one', cases: ['a1', 'a2'] },
  { id: 'b', title: 'Page B', chapter: 'two', cases: ['b1'] },
  { id: 'c', title: 'Page C', chapter: 'two', cases: ['c1'] },
];

function source(name: string, kind: string, verdicts: Record<string, VerdictWord>): HeatSource<string> {
  const verdict = (id: string) => verdicts[id];
  return { label: `${name} 1`, name, version: '1', edition: 'node-24', floor: 1, kind, verdict };
}

const maps = heatMaps(
  [
    source('server', 'server', { c1: 'pass' }),
    source('half', 'resolver', { a1: 'pass', a2: 'fail', b1: 'skip' }),
    source('all', 'resolver', { a1: 'pass', a2: 'pass', b1: 'skip' }),
    source('run', 'runtime', { a1: 'crash', a2: 'pass', b1: 'pass' }),
  ],
  parts,
);
const [map = { parts: [], groups: [] }] = maps;

test('implementations are ranked within their kind, and those that share no part are apart', async (t) => {
  const names = ({ groups }: HeatMap) =>
    groups.map(({ kind, rows }) => [kind, ...rows.map(({ name }) => name)]);
  t.strictSame(maps.map(names), [
    [
      ['runtime', 'run'],
      ['resolver', 'all', 'half'],
    ],
    [['server', 'server']],
  ]);
  t.strictSame(
    maps.map((one) => one.parts.map(({ id }) => id)),
    [['a', 'b'], ['c']],
  );
  t.strictSame(map.groups[1]?.rows[1]?.total, { pass: 1, asked: 2, skip: 1 });
});

test('a chapter is the folder of a page', async (t) => {
  t.equal(chapterOf('spec/04-folders/1-folder-main.md'), 'folders');
  t.equal(chapterOf('small.md'), '');
});

test('a cell has a figure or a sign', async (t) => {
  const scores = [
    { pass: 97, asked: 98, skip: 0 },
    { pass: 1, asked: 300, skip: 0 },
    { pass: 0, asked: 3, skip: 0 },
    { pass: 3, asked: 3, skip: 1 },
    { pass: 0, asked: 0, skip: 2 },
    { pass: 0, asked: 0, skip: 0 },
  ];
  t.strictSame(scores.map(heatFigure), ['99', '1', '✗', '✓', '–', '']);
  t.strictSame(scores.map(heatStepOf), [5, 1, 0, 6, undefined, undefined]);
  t.strictSame(scores.slice(3).map(heatWords), ['3 of 3 pass, 1 skipped', '2 skipped', 'not asked']);
});

const style = readFileSync(path.join(packageRoot, 'reports', 'parts', 'heat-map', 'heat-map.css'), 'utf8');
const [light = '', , dark = ''] = style.split(/(@media \(prefers-color-scheme: dark\)|:root\[data-theme)/);
const figures = ['low', 'low', 'low', undefined, 'high', 'high', 'high'];

function colour(scheme: string, name: string): string {
  return new RegExp(`--heat-${name}: (#\\w+)`).exec(scheme)?.[1] ?? '';
}

for (const [name, scheme] of Object.entries({ light, dark })) {
  test(`each step differs in luminance from the next, and its figure is readable, ${name}`, async (t) => {
    const grounds = heatSteps.map((_, step) => colour(scheme, String(step)));
    const steps = grounds.slice(1).map((ground, at) => contrast(ground, grounds[at] ?? ''));
    t.ok(
      steps.every((ratio) => ratio >= 1.25),
      steps.map((ratio) => ratio.toFixed(2)).join(' '),
    );
    const order = grounds.map(luminance);
    const sorted = [...order].sort((a, b) => (name === 'light' ? a - b : b - a));
    t.strictSame(order, sorted, 'one direction');
    for (const [step, ground] of grounds.entries()) {
      const figure = figures[step] === undefined ? '#10151c' : colour(scheme, figures[step] ?? '');
      t.ok(contrast(ground, figure) >= 4.5, `step ${step}: ${contrast(ground, figure).toFixed(2)}`);
    }
  });
}

test('the picture that is saved has the colours of the light page', async (t) => {
  t.strictSame(
    heatSteps.map(({ ground }) => ground),
    heatSteps.map((_, step) => colour(light, String(step))),
  );
});

test('names of implementations are text in every rendering', async (t) => {
  const links = { row: () => '#row', part: () => '#part', cell: () => '#cell' };
  const wrong = heatMaps([source(hostile, hostile, { a1: 'pass' })], parts);
  const html = wrong
    .map((one) => heatMapHtml(one, links, hostile, 'rows') + heatMapSvg([one], hostile))
    .join('');
  t.notMatch(html, /<script|<img/);
  t.match(
    heatMapCsv(heatMaps([source('=1+1', 'x', { a1: 'pass' })], parts)),
    /\r\n'=1\+1,1,x,node-24,one,a,1,1,0\r\n/,
  );
});

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(
      (at) =>
        Number.parseInt(hex.length === 4 ? (hex[(at + 1) / 2] ?? '0').repeat(2) : hex.slice(at, at + 2), 16) /
        255,
    )
    .map((value) => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

test('of older runs the kind of Node and the reference is known', async (t) => {
  for (const [spec, kind] of [
    ['reference', 'reference'],
    ['node', 'runtime'],
    ['node@4.9.1', 'runtime'],
    ['node:/usr/bin/node', 'runtime'],
    ['node-resolver', undefined],
  ] as const)
    t.equal(kindOf({ spec }), kind, spec);
  t.equal(kindOf({ spec: 'node', kind: 'engine' }), 'engine', 'what the run says counts');
});

test('several maps are one picture, below each other', async (t) => {
  const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);
  const [first, second] = maps;
  if (!first || !second) return t.fail('two maps are needed');
  const both = heatMapSvg([first, second], 'both');
  t.equal(heightOf(both), heightOf(heatMapSvg([first], 'one')) + heightOf(heatMapSvg([second], 'other')));
  t.match(both, /server[\s\S]*half|half[\s\S]*server/);
  t.equal(heightOf(heatMapSvg([], 'none')), 1);
});
