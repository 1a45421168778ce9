// Two runs compared: as data, on the command line, and from a report.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { compareRuns } from '../../analysis/compare-runs.ts';
import { comparedFromRun } from '../../analysis/compared-run.ts';
import type { Run } from '../../model/run.ts';
import { buildReportData } from '../../reports/html/data/build-report-data.ts';
import { packData } from '../../reports/html/data/pack-data.ts';
import { type ReadRun, readRun } from '../../reports/html/model/read-run.ts';
import { renderHtml } from '../../reports/html/render-html.ts';
import { renderJson } from '../../reports/run/json.ts';
import { modspec } from '../cli/modspec.ts';
import { hostileFailure, sampleCatalog, sampleRun, wrongIndex } from './sample-run.ts';

const before = sampleRun({
  a: {
    'small-main-wins': wrongIndex,
    'small-index': wrongIndex,
    'small-exit': { verdict: 'crash', reason: 'x' },
  },
  gone: {},
});

const after = without(
  sampleRun({
    a: {
      'small-program': hostileFailure,
      'small-index': { hash: '0123456789abcdef' },
      'small-exit': { verdict: 'timeout', reason: 'x' },
    },
    added: {},
  }),
  'small-throws',
);

function without(run: Run, id: string): Run {
  return { ...run, verdicts: run.verdicts.filter((verdict) => verdict.case !== id) };
}

const changes = [
  {
    kind: 'fixed',
    case: 'small-main-wins',
    before: 'fail',
    after: 'pass',
    caseChanged: false,
    questions: [],
  },
  { kind: 'fixed', case: 'small-index', before: 'fail', after: 'pass', caseChanged: true, questions: [] },
  {
    kind: 'regressed',
    case: 'small-program',
    before: 'pass',
    after: 'fail',
    caseChanged: false,
    questions: [],
  },
  { kind: 'other', case: 'small-exit', before: 'crash', after: 'timeout', caseChanged: false, questions: [] },
  { kind: 'removed', case: 'small-throws', before: 'pass', caseChanged: false, questions: [] },
];

test('fixed, regressed, otherwise different, removed; and whether the case changed', async (t) => {
  const compared = compareRuns(comparedFromRun(before), comparedFromRun(after));
  t.strictSame(compared.pairs[0]?.changes, changes);
  t.match(compared.gone, [{ spec: 'gone' }]);
  t.match(compared.added, [{ spec: 'added' }]);
});

test('the other way round a removed case is a new one', async (t) => {
  const [pair] = compareRuns(comparedFromRun(after), comparedFromRun(before)).pairs;
  t.strictSame(pair?.changes.map(({ kind }) => kind).sort(), [
    'fixed',
    'new',
    'other',
    'regressed',
    'regressed',
  ]);
});

test('a failure that looks different is a change, the same one is none', async (t) => {
  const other = sampleRun({ a: { 'small-main-wins': { ...wrongIndex, questions: [] } } });
  const [pair] = compareRuns(
    comparedFromRun(sampleRun({ a: { 'small-main-wins': wrongIndex } })),
    comparedFromRun(other),
  ).pairs;
  t.match(pair?.changes, [{ kind: 'other', case: 'small-main-wins' }]);
  t.strictSame(compareRuns(comparedFromRun(before), comparedFromRun(before)).pairs[0]?.changes, []);
});

test('two runs of one implementation each are compared whatever they are called', async (t) => {
  const { pairs } = compareRuns(comparedFromRun(sampleRun({ a: {} })), comparedFromRun(sampleRun({ b: {} })));
  t.match(pairs, [{ before: { spec: 'a' }, after: { spec: 'b' }, changes: [] }]);
});

test('a report compares as its run does', async (t) => {
  const data = buildReportData({ runs: [after], catalog: sampleCatalog, pages: [] });
  const html = renderHtml({ runs: [after], catalog: sampleCatalog, pages: [] });
  const fromReport = await readRun(html, () => undefined);
  const fromJson = await readRun(renderJson(after), () => undefined);
  t.equal(data.kind, 'modspec report');
  if (typeof fromReport === 'string' || typeof fromJson === 'string') throw new Error('both can be read');
  t.strictSame(plain(fromReport), plain(fromJson));
  const answers = ({ implementations }: ReadRun) =>
    implementations.map(({ answer }) => sampleCatalog.cases.map(({ id }) => answer(id)?.verdict));
  t.strictSame(answers(fromReport), answers(fromJson));
});

/** The data without the functions that find answers. */
function plain(run: ReadRun): unknown {
  return JSON.parse(JSON.stringify(run));
}

for (const [name, text] of [
  ['no JSON', 'hello'],
  ['other JSON', '{"header": {}}'],
  [
    'a run of another shape',
    '{"header": {"kind": "modspec run", "startedAt": "x", "implementations": [3]}, "footer": {}, "verdicts": []}',
  ],
  ['a report that is cut off', '<script id="data" type="application/vnd.modspec.report">AAAA</script>'],
] as const) {
  test(`${name} is refused in words`, async (t) => {
    t.match(await readRun(text, () => undefined), /expected a run of modspec/);
  });
}

test('a report of another format is refused, with what to drop instead', async (t) => {
  const data = buildReportData({ runs: [after], catalog: sampleCatalog, pages: [] });
  const packed = packData({ ...data, format: 1 } as unknown as typeof data);
  const html = `<script id="data" type="application/vnd.modspec.report">${packed}</script>`;
  t.match(await readRun(html, () => undefined), /report of format 2; found another format; the run itself/);
});

function written(folder: string): [string, string] {
  const files: [string, string] = [path.join(folder, 'before.json'), path.join(folder, 'after.json')];
  writeFileSync(files[0], renderJson(before));
  writeFileSync(files[1], renderJson(after));
  return files;
}

test('modspec diff says what changed, and fails when something regressed', async (t) => {
  const [old, current] = written(t.testdir({}));
  const { stdout, exitCode } = await modspec(['diff', old, current]);
  t.equal(exitCode, 1);
  t.match(stdout, /regressed small-program {2}pass → fail\n/);
  t.match(stdout, /fixed {5}small-index {2}fail → pass \(the case changed\)/);
  t.match(stdout, /1 regressed, 2 fixed, 1 different in another way, 1 removed, 0 as before/);
  t.match(await modspec(['diff', old, old]), { exitCode: 0, stdout: /5 as before/ });
});

test('modspec diff as Markdown and as JSON', async (t) => {
  const [old, current] = written(t.testdir({}));
  const markdown = await modspec(['diff', old, current, '--format', 'markdown']);
  t.match(markdown.stdout, /\| regressed \| `small-program` \| pass → fail \|/);
  const json = JSON.parse((await modspec(['diff', old, current, '--format', 'json'])).stdout);
  t.match(json, { kind: 'modspec diff', pairs: [{ changes }], gone: [{ spec: 'gone' }] });
});

test('modspec diff names what it can not read', async (t) => {
  const [old] = written(t.testdir({}));
  t.match(await modspec(['diff', old, 'nowhere.json']), {
    exitCode: 2,
    stderr: /nowhere\.json: cannot read it/,
  });
  t.match(await modspec(['diff', old, 'package.json']), {
    exitCode: 2,
    stderr: /expected a run of format 1/,
  });
  t.match(await modspec(['diff', old, old, '--format', 'x']), { exitCode: 2, stderr: /unknown format/ });
});
