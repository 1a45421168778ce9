// The query language: what matches, and what is offered while typing.

import { test } from 'tap';
import { buildReportData } from '../../reports/html/data/build-report-data.ts';
import { createModel } from '../../reports/html/model/model.ts';
import { completeQuery } from '../../reports/html/query/complete-query.ts';
import { compileQuery } from '../../reports/html/query/match-query.ts';
import { parseQuery } from '../../reports/html/query/parse-query.ts';
import { sampleCatalog, sampleRun, wrongIndex } from './sample-run.ts';

const run = sampleRun({
  node: {},
  bun: { 'small-main-wins': wrongIndex, 'small-exit': { verdict: 'crash' } },
  'two words': { 'small-main-wins': wrongIndex, 'small-throws': { verdict: 'skip', reason: 'no' } },
});
const model = createModel(buildReportData({ runs: [run], catalog: sampleCatalog, pages: [] }));
const all = model.cases.map(({ id }) => id);

function find(query: string): string[] {
  const matches = compileQuery(parseQuery(query), { model, columns: model.columns });
  return model.cases.filter(matches).map(({ id }) => id);
}

const queries: [query: string, ids: string[]][] = [
  ['', all],
  ['main beside', ['small-main-wins']],
  ['"main beside"', ['small-main-wins']],
  ['"beside main"', []],
  ['MAIN', all],
  ['"from main.js"', []],
  ['text:"from main.js" -case:small-index', ['small-main-wins']],
  ['text:MAIN -small-main-wins -program -exit -throws', ['small-index']],
  ['fails:2', ['small-main-wins']],
  ['fails:>0', ['small-main-wins', 'small-exit']],
  ['fails:<1', ['small-index', 'small-program', 'small-throws']],
  ['impl:node fails:0', all],
  ['step:PACKAGE_MAIN*', ['small-main-wins']],
  ['instead:"another file"', ['small-main-wins']],
  ['impl:node instead:"another file"', []],
  ['instead:crash', ['small-exit']],
  ['status:fail', ['small-main-wins']],
  ['status:bad', ['small-main-wins', 'small-exit']],
  ['status:fail,crash', ['small-main-wins', 'small-exit']],
  ['status:skip or status:crash', ['small-exit', 'small-throws']],
  ['impl:node status:bad', []],
  ['impl:bun status:crash', ['small-exit']],
  ['-impl:bun status:bad', ['small-main-wins']],
  ['bun:fail node:pass', ['small-main-wins']],
  ['bun:fail -node:pass', []],
  ['"two words":fail', ['small-main-wins']],
  ['impl:"two words" status:skip', ['small-throws']],
  ['impl:nobody', []],
  ['is:disagreement', ['small-main-wins', 'small-exit']],
  ['is:passing', ['small-index', 'small-program', 'small-throws']],
  ['is:skipped', ['small-throws']],
  ['only:bun', ['small-exit']],
  ['differs:bun', ['small-main-wins', 'small-exit']],
  ['level:resolve', ['small-main-wins', 'small-index']],
  ['case:small-m*', ['small-main-wins']],
  ['rule:small-*', all],
  ['rule:other', []],
  ['page:small requirement:must', all],
  ['needs:require.main', ['small-program']],
  ['edition:node-24 status:crash', ['small-exit']],
  ['edition:locked', []],
  ['status: level:', all],
  ['status:', all],
  ['nothing:here', []],
  ['"unfinished', []],
];

for (const [query, ids] of queries) {
  test(`query '${query}'`, async (t) => {
    t.strictSame(find(query), ids);
  });
}

test('completion offers keys, values, names with spaces, and keeps what stands before', async (t) => {
  const offered = (query: string) => completeQuery(query, model).map((one) => one.query);
  t.ok(offered('').includes('status:'));
  t.strictSame(offered('foo lev'), ['foo level:']);
  t.strictSame(offered('level:res'), ['level:resolve ']);
  t.strictSame(offered('-impl:two'), ['-impl:"two words" ', '-impl:"two words 1.0.0" ']);
  t.strictSame(offered('status:fail,cra'), ['status:fail,crash ']);
  t.strictSame(offered('bun:cra'), ['bun:crash ']);
  t.strictSame(offered('case:small-th'), ['case:small-throws ']);
  t.strictSame(
    offered('status:fail '),
    offered('').map((query) => `status:fail ${query}`),
  );
});
