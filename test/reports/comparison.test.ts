import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { putRow, type Row } from '../../analysis/comparison/comparison.ts';
import { summarizeRun } from '../../analysis/comparison/summarize-run.ts';
import { createNullFloor } from '../../analysis/null-floor/null-floor.ts';
import { chooseImplementations, knownImplementations } from '../../harness/adapters/known-implementations.ts';
import { packageRoot } from '../../model/package-root.ts';
import { UsageError } from '../../model/usage-error.ts';
import {
  comparisonPage,
  readComparison,
  writeComparison,
} from '../../reports/comparison/comparison-files.ts';
import { replaceMarked } from '../../reports/comparison/marked-text.ts';
import { renderComparison } from '../../reports/comparison/render-comparison.ts';
import { sampleCatalog, sampleRun, wrongIndex } from './sample-run.ts';

function row(name: string, category: string, outcome: Row['outcome'], seen = '2026-01-02'): Row {
  const homepage = `https://${name}.example`;
  return { name, category, homepage, seen, machine: 'Node 20.0.0 on linux x64', modspec: '0.1.0', outcome };
}

const run = sampleRun({
  'strange@1': {
    'small-main-wins': {
      ...wrongIndex,
      intended: { about: 'It is so.', link: 'https://strange.example/docs' },
    },
    'small-exit': { verdict: 'skip', reason: 'it does not run programs' },
    'small-throws': { verdict: 'error', reason: 'the adapter broke' },
  },
});
const compared = summarizeRun(run, sampleCatalog);
const missing: Row['outcome'] = { kind: 'not at hand', reason: "there is no 'duk' | on the PATH" };

test('a run is summed up by level, with the null floor, and what was not judged apart', async (t) => {
  const resolutions = sampleCatalog.cases.filter(({ level }) => level === 'resolve');
  t.match(compared, {
    kind: 'compared',
    version: '1.0.0',
    edition: 'node-24',
    levels: { resolve: { pass: resolutions.length - 1, asked: resolutions.length } },
    intended: 1,
    skipped: 1,
    broken: 1,
  });
  const { resolve, cache } = compared.kind === 'compared' ? compared.levels : {};
  const floor = createNullFloor().best(resolutions, 'node-24').pass;
  t.equal(resolve?.floor, floor, 'the floor is that of the same cases');
  t.equal(cache, undefined, 'a level without cases has no score');
});

test('a run that was broken off says so', async (t) => {
  const footer = { complete: false, durationMs: 1 };
  t.strictSame(summarizeRun({ ...run, footer }, sampleCatalog), {
    kind: 'broke',
    reason: 'the run was interrupted',
  });
});

test('rows are ordered by kind and name, and a new one takes the place of its older self', async (t) => {
  const rows = [
    row('pack', 'bundler', compared),
    row('zig', 'runtime', missing),
    row('find', 'resolver', compared),
    row('hook', 'loader hook', compared),
    row('abc', 'runtime', compared),
    row('unheard-of', 'oven', compared),
  ];
  const comparison = rows.reduce(putRow, { rows: [] });
  const names = comparison.rows.map(({ name }) => name);
  t.strictSame(names, ['abc', 'zig', 'hook', 'find', 'pack', 'unheard-of']);
  const again = putRow(comparison, row('zig', 'runtime', compared, '2026-02-03'));
  t.strictSame(
    again.rows.map(({ name }) => name),
    names,
  );
  t.equal(again.rows[1]?.seen, '2026-02-03');
  t.strictSame(again.rows[4], comparison.rows[4], 'the others stay');
});

test('the table tells versions, scores with their floor, and what is not at hand', async (t) => {
  const score = { pass: 999, asked: 1000, floor: 310 };
  const exact: Row['outcome'] = {
    kind: 'compared',
    version: '1.2.3',
    edition: 'node-24',
    levels: { resolve: score, load: { pass: 7, asked: 7, floor: 0 } },
    intended: 1,
    skipped: 12,
    broken: 0,
  };
  const text = renderComparison({
    rows: [row('good', 'runtime', exact), row('gone', 'engine', missing, '2026-02-03')],
  });
  t.equal(
    text,
    [
      'Seen 2026-01-02 to 2026-02-03 by modspec 0.1.0 on Node 20.0.0 on linux x64. Each cell shows the passed cases of the cases that were asked, and the null floor.',
      'Intended: failures that the documentation of the tool describes. Skipped: cases that need a capability that it does not have.',
      '`npm run compare` updates the table; `npm run compare -- bun resolve` updates only these rows.',
      '',
      '| implementation | kind | edition | resolve | load | intended | skipped | seen |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| [good](https://good.example) 1.2.3 | runtime | node-24 | **99 %** 999/1000, floor 31 % | **100 %** 7/7, floor 0 % | 1 | 12 | 2026-01-02 |',
      "| [gone](https://gone.example) | engine |  |  |  |  | not at hand: there is no 'duk' &#124; on the PATH | 2026-02-03 |",
      '',
    ].join('\n'),
  );
});

test('rows of one day have no date of their own', async (t) => {
  const text = renderComparison({ rows: [row('one', 'runtime', compared), row('two', 'runtime', compared)] });
  t.match(text, /^Seen 2026-01-02 by/);
  t.match(text, /skipped \|$/m);
  t.notMatch(text, /\| 2026-01-02/);
});

const page = '# Page\n\n<!-- comparison -->\nold\n<!-- /comparison -->\n\nAfter.\n';

test('what stands between the markers is replaced, and written again it stays', async (t) => {
  const once = replaceMarked(page, 'comparison', 'new\n', 'page.md');
  t.equal(once, '# Page\n\n<!-- comparison -->\n\nnew\n\n<!-- /comparison -->\n\nAfter.\n');
  t.equal(replaceMarked(once, 'comparison', 'new\n', 'page.md'), once);
});

test('markers that are missing, repeated or swapped are refused with what to do', async (t) => {
  const write = (text: string) => () => replaceMarked(text, 'comparison', 'new', 'page.md');
  t.throws(write('# Page\n'), {
    name: 'UsageError',
    message: /^page.md: expected '<!-- comparison -->' once, where the text goes; it is not there/,
  });
  t.throws(write('<!-- comparison -->\n'), {
    message: /expected '<!-- \/comparison -->' once.* it is not there/,
  });
  t.throws(write(page + page), { message: /is there 2 times/ });
  t.throws(write('<!-- /comparison --> <!-- comparison -->'), { message: /swap them/ });
});

test('names choose implementations, with a version or by an alias; without names all are chosen', async (t) => {
  t.equal(chooseImplementations([]).length, knownImplementations().length);
  const chosen = chooseImplementations(['deno@2', '@rspack/core', 'nft']);
  t.strictSame(
    chosen.map(({ spec, known }) => [spec, known.name]),
    [
      ['deno@2', 'deno'],
      ['@rspack/core', '@rspack/core'],
      ['nft', '@vercel/nft'],
    ],
  );
  t.throws(() => chooseImplementations(['resovle']), UsageError);
  t.throws(() => chooseImplementations(['resovle']), { message: /did you mean resolve\?/ });
});

test('the comparison is written to its page and to its data, and read again', async (t) => {
  const root = t.testdir({ docs: { 'comparison.md': page } });
  t.strictSame(readComparison(root), { rows: [] });
  const comparison = putRow({ rows: [] }, row('one', 'runtime', compared));
  writeComparison(root, comparison);
  t.strictSame(readComparison(root), comparison);
  t.match(readFileSync(path.join(root, comparisonPage), 'utf8'), /\[one\]\(https:[\s\S]*After\.\n$/);
});

test('without a place for the table nothing is written', async (t) => {
  const root = t.testdir({ docs: { 'comparison.md': '# Page\n' } });
  t.throws(() => writeComparison(root, { rows: [] }), { name: 'UsageError' });
  t.strictSame(readdirSync(path.join(root, 'docs')), ['comparison.md']);
});

test('data that is no comparison is refused with its place', async (t) => {
  const root = t.testdir({ docs: { 'comparison.json': '{\n  "rows": [{ "name": 1 }]\n}\n' } });
  t.throws(() => readComparison(root), { message: /comparison\.json.*name/s });
});

test("its page shows the committed comparison; 'npm run compare' writes both", async (t) => {
  const committed = readFileSync(path.join(packageRoot, comparisonPage), 'utf8');
  const comparison = readComparison(packageRoot);
  t.ok(comparison.rows.length >= 25);
  t.equal(replaceMarked(committed, 'comparison', renderComparison(comparison), comparisonPage), committed);
});

test('npm run compare refuses a name that it does not know, and writes nothing', async (t) => {
  const script = path.join(packageRoot, 'scripts', 'compare.mjs');
  const said = await execa('env', ['-u', 'NODE_OPTIONS', process.execPath, script, 'resovle'], {
    reject: false,
  });
  t.match(said, { exitCode: 2, stdout: '', stderr: /'resovle'.*did you mean resolve\?/ });
});
