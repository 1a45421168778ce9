// Histories in reports: each case says which versions pass it, and the trend is drawn from the published data.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { readResults } from '../../api/read-results.ts';
import { renderSite } from '../../api/render-site.ts';
import type { History } from '../../model/history.ts';
import { packageRoot } from '../../model/package-root.ts';
import { renderTrend } from '../../reports/history/trend-svg.ts';
import { buildReportData } from '../../reports/html/data/build-report-data.ts';
import { caseHistories } from '../../reports/html/model/histories.ts';
import { createModel } from '../../reports/html/model/model.ts';
import { versionTracks } from '../../reports/html/model/versions-data.ts';
import { withPresentCases } from '../../suite/identity/present-history.ts';
import { hostile, sampleCatalog, samplePage, sampleRun } from './sample-run.ts';

const [first, second] = sampleCatalog.cases.map(({ id }) => id) as [string, string];

const history: History = {
  kind: 'modspec history',
  format: 1,
  modspec: '0.2.0',
  seen: '2026-03-04',
  command: 'npx modspec history --impl resolve',
  implementation: { name: hostile, package: 'resolve' },
  edition: 'node-24',
  platform: { os: 'linux', arch: 'x64', node: '20.0.0' },
  versions: [
    { version: '1.9.0', date: '2020-01-01', pass: 1, asked: 2 },
    { version: '1.9.5', date: '2020-02-01', notDriven: 'it has no interface' },
    { version: '1.10.0', date: '2020-03-01', pass: 2, asked: 2 },
  ],
  cases: {
    [first]: [
      { from: '1.9.0', to: '1.9.0', verdict: 'fail' },
      { from: '1.10.0', to: '1.10.0', verdict: 'pass' },
    ],
    [second]: [{ from: '1.9.0', to: '1.10.0', verdict: 'pass' }],
    ...Object.fromEntries([['constructor', [{ from: '1.9.0', to: '1.10.0', verdict: 'pass' as const }]]]),
  },
  rules: {},
  regressions: [],
};

const model = createModel(
  buildReportData({ runs: [], histories: [history], catalog: sampleCatalog, pages: [] }),
);

test('a case has the verdicts of versions, those that could not be driven left out', async (t) => {
  const spansOf = (id: string) =>
    model.cases
      .filter((item) => item.id === id)
      .flatMap((item) => caseHistories(model, item))
      .map(({ edition, spans }) => [
        edition,
        ...spans.map(({ from, to, verdict }) => `${from} ${to} ${verdict}`),
      ]);
  t.strictSame(spansOf(first), [['node-24', '1.9.0 1.9.0 fail', '1.10.0 1.10.0 pass']]);
  t.strictSame(spansOf(second), [['node-24', '1.9.0 1.10.0 pass']]);
  t.strictSame(spansOf(sampleCatalog.cases[2]?.id ?? ''), []);
});

test('a history is a track beside those of the columns', async (t) => {
  const [track] = versionTracks(model, model.columns);
  t.strictSame(track?.judged, { edition: 'node-24', seen: '2026-03-04' });
  t.strictSame(
    track?.points.map(({ version, pass, asked }) => [version, pass, asked]),
    [
      ['1.9.0', 1, 2],
      ['1.10.0', 2, 2],
    ],
  );
});

test('the site shows it on the page of the case and of versions, as text', async (t) => {
  const source = { spec: samplePage, catalog: sampleCatalog };
  const files = [...(await renderSite([sampleRun({ node: {} })], source, [history]))];
  const textOf = (file: string) => files.find((one) => one.path === file)?.text ?? '';
  t.match(textOf(`case/${first}/index.html`), /Over versions.*1\.9\.0.*1\.10\.0/s);
  t.match(textOf('versions/index.html'), /2 versions.*All judged by node-24, asked until 2026-03-04/s);
  for (const { text } of files) t.notMatch(text, /<script|<img src=x/);
});

test('a history keeps its cases when their ids are renamed', async (t) => {
  const register = new Map([[first, { id: first, file: 'ids.yaml', line: 1, renamed: 'better-name' }]]);
  t.strictSame(Object.keys(withPresentCases(history, register).cases), [
    'better-name',
    second,
    'constructor',
  ]);
});

test('what is read is a run, a history, or a clear error', async (t) => {
  const published = path.join(packageRoot, 'docs', 'history');
  const { histories, runs } = await readResults([path.join(published, 'resolve.json')]);
  t.strictSame([histories[0]?.implementation.name, runs.length], ['resolve', 0]);
  await t.rejects(readResults([path.join(published, 'README.md')]), {
    name: 'UsageError',
    message: /expected a run of format 1 or 2/,
  });
});

test('the picture of the trend is that of the published data', async (t) => {
  const published = path.join(packageRoot, 'docs', 'history');
  const names = readdirSync(published).filter((name) => name.endsWith('.json'));
  const { histories } = await readResults(names.sort().map((name) => path.join(published, name)));
  t.equal(renderTrend(histories), readFileSync(path.join(published, 'trend.svg'), 'utf8'));
  t.ok(histories.length >= 12, 'twelve implementations are published');
});
