// Every format read back by somebody else's reader, from a run full of texts that mean harm.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse as parseJunit } from 'junit2json';
import MarkdownIt from 'markdown-it';
import { test } from 'tap';
import { validateXML } from 'xmllint-wasm';
import { packageRoot } from '../../model/package-root.ts';
import type { Run, Verdict } from '../../model/run.ts';
import { levels } from '../../model/vocabulary.ts';
import { buildReportData } from '../../reports/html/data/build-report-data.ts';
import { renderBadgeJson, renderBadgeSvg, summarizeBadge } from '../../reports/run/badge.ts';
import { renderCtrf } from '../../reports/run/ctrf.ts';
import { renderJson } from '../../reports/run/json.ts';
import { renderJunit } from '../../reports/run/junit.ts';
import { renderMarkdown } from '../../reports/run/markdown.ts';
import { renderPretty } from '../../reports/run/pretty.ts';
import { renderTap } from '../../reports/run/tap.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import {
  hostile,
  hostileFailure,
  sample,
  sampleCatalog,
  sampleRun,
  wrongBaseline,
  wrongIndex,
} from './sample-run.ts';

const schema = path.join(packageRoot, 'test', 'fixtures', 'schemas', 'junit.xsd');

test('JUnit keeps to its schema', async (t) => {
  const xml = { fileName: 'run.xml', contents: renderJunit(sample, sampleCatalog) };
  const result = await validateXML({ xml: [xml], schema: [readFileSync(schema, 'utf8')] });
  t.strictSame(result.errors, []);
  t.ok(result.valid);
});

test('the schema would notice', async (t) => {
  const contents = renderJunit(sample, sampleCatalog).replace('<failure', '<failed/><failure');
  const result = await validateXML({
    xml: [{ fileName: 'run.xml', contents }],
    schema: [readFileSync(schema, 'utf8')],
  });
  t.notOk(result.valid);
});

test('another reader of JUnit finds every verdict where it belongs', async (t) => {
  const suites = await parseJunit(renderJunit(sample, sampleCatalog));
  t.match(suites, { name: 'modspec', tests: 15, failures: 5, errors: 1, skipped: 1 });
  const [good, bad, last] = suites && 'testsuite' in suites ? (suites.testsuite ?? []) : [];
  t.match(good, { name: 'good 1.0.0, judged by node-24', tests: 5, failures: 0, errors: 0, skipped: 0 });
  t.match(bad, { failures: 4, errors: 1 });
  t.match(bad?.testcase?.[0], {
    name: 'small-main-wins',
    classname: 'small-main',
    failure: [{ message: /expected lib\/main\.js, observed lib\/index\.js/, type: 'fail' }],
  });
  t.match(bad?.testcase?.[4]?.error, [{ message: 'the adapter broke' }]);
  t.match(last?.testcase?.[3]?.skipped, [{ message: /<\/script>/ }]);
});

test('CTRF keeps to its published schema', async (t) => {
  const ctrf = createRequire(import.meta.url).resolve('ctrf');
  const published = JSON.parse(readFileSync(path.join(path.dirname(ctrf), 'ctrf-schema-0.0.json'), 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(published);
  const report = JSON.parse(renderCtrf(sample, sampleCatalog));
  t.ok(validate(report), JSON.stringify(validate.errors));
  t.match(report.results.summary, { tests: 15, passed: 8, failed: 5, skipped: 1, other: 1, pending: 0 });
  t.match(report.results.tests[5], { name: 'small-main-wins', status: 'failed', rawStatus: 'fail' });
  t.notOk(validate({ ...report, results: {} }), 'the schema would notice');
});

test('Markdown reads back as a table and a section per implementation, without a foreign element', async (t) => {
  const tokens = new MarkdownIt('commonmark', { html: true })
    .enable('table')
    .parse(renderMarkdown(sample, sampleCatalog), {});
  const rows = tokens.filter(({ type }) => type === 'tr_open').length;
  t.equal(rows, 4, 'a head and three implementations');
  const cells = tokens.filter(({ type }) => type === 'td_open').length;
  t.equal(cells, 3 * (5 + levels.length), 'no text breaks the table');
  t.equal(tokens.filter(({ tag, type }) => tag === 'h2' && type === 'heading_open').length, 2);
  const fences = tokens.filter(({ type }) => type === 'fence').map(({ content }) => content);
  t.ok(
    fences.some((content) =>
      content.includes('npx modspec run --impl bad --edition node-24 --case small-index'),
    ),
  );
  const html = tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => type === 'html_block' || type === 'html_inline');
  t.strictSame(
    html
      .filter(({ content }) => !/^<\/?(?:details|summary|code)/.test(content.trim()))
      .map(({ content }) => content),
    [],
  );
  t.notOk(/<(?:script|img)/.test(html.map(({ content }) => content).join('')));
});

test('an incomplete run says so everywhere', async (t) => {
  const broken = { ...sample, footer: { ...sample.footer, complete: false } };
  t.match(renderMarkdown(broken, sampleCatalog), /\*\*This run was interrupted/);
  t.match(renderJunit(broken, sampleCatalog), /name="complete" value="false"/);
  t.match(JSON.parse(renderCtrf(broken, sampleCatalog)), { extra: { complete: false } });
  t.equal(summarizeBadge(broken).message, 'incomplete');
});

test('a run that stopped early says so everywhere, and how much is missing', async (t) => {
  const stopped = { failures: 2, notAsked: 7 };
  const run: Run = { ...sample, footer: { ...sample.footer, complete: false, stopped } };
  const why = 'This run stopped early, after 2 failures (--bail): 7 cases were not asked.';
  t.match(renderMarkdown(run, sampleCatalog), `**${why}**`);
  t.match(renderPretty(run, sampleCatalog, { colour: false }), `\n${why}\n`);
  t.match(renderTap(run, sampleCatalog), `Bail out! ${why}`);
  t.match(renderJunit(run, sampleCatalog), `name="incomplete" value="${why}"`);
  t.match(JSON.parse(renderCtrf(run, sampleCatalog)), { extra: { complete: false, stopped } });
  t.match(JSON.parse(renderJson(run)), { footer: { complete: false, stopped } });
  t.equal(summarizeBadge(run).message, 'incomplete');
  const { runs } = buildReportData({ runs: [run], catalog: sampleCatalog, pages: [] });
  t.match(runs, [{ complete: false, stopped }]);
});

test('a shard and a wrong baseline are told in the summary of a job', async (t) => {
  const run: Run = {
    ...sample,
    header: { ...sample.header, shard: { index: 2, count: 3 } },
    baseline: wrongBaseline,
  };
  const markdown = renderMarkdown(run, sampleCatalog);
  t.match(markdown, /\*\*This is shard 2 of 3/);
  t.match(markdown, /- stale entry, accepted\.yaml&#58;7: the case &#60;b&#62;gone/);
  t.match(markdown, /<code>npx modspec run --update-baseline<\/code>/);
});

test('what a baseline accepts turns no reader red', async (t) => {
  const accepted = { class: 'wont-fix' as const, reason: 'by design' };
  const run = sampleRun({ known: { 'small-main-wins': { ...wrongIndex, accepted } } });
  t.match(await parseJunit(renderJunit(run, sampleCatalog)), { failures: 0, skipped: 1 });
  const { results } = JSON.parse(renderCtrf(run, sampleCatalog));
  t.match(results.summary, { failed: 0, skipped: 1, passed: 4 });
  t.match(results.tests[0], { rawStatus: 'fail', trace: /accepted: wont-fix: by design/ });
});

test('badges of one and of several implementations', async (t) => {
  const green = sampleRun({ good: {} });
  t.strictSame(JSON.parse(renderBadgeJson(green)), {
    schemaVersion: 1,
    label: 'modspec node-24',
    message: '5/5',
    color: 'brightgreen',
  });
  const red = sampleRun({ bad: { 'small-main-wins': wrongIndex, 'small-index': { verdict: 'timeout' } } });
  t.match(summarizeBadge(red), { message: '3/5', color: 'red' });
  t.match(summarizeBadge(sample), { label: 'modspec', message: '1 of 3 conform', color: 'red' });
  t.match(summarizeBadge(sampleRun({ a: { 'small-exit': { verdict: 'error' } } })), {
    message: 'broken',
    color: 'lightgrey',
  });
});

test('the picture is well-formed and says what the JSON says', async (t) => {
  const svg = renderBadgeSvg(sampleRun({ good: {} }));
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg">
    <xs:element name="svg"><xs:complexType><xs:sequence><xs:any processContents="skip" maxOccurs="unbounded"/></xs:sequence>
    <xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>`;
  const result = await validateXML({ xml: [{ fileName: 'badge.svg', contents: svg }], schema: [schema] });
  t.strictSame(result.errors, []);
  t.match(svg, /<title>modspec node-24: 5\/5<\/title>/);
});

test('no format lets a control character, an escape sequence or what can not be seen through', async (t) => {
  const { 'small-program': whole } = { 'small-program': hostileFailure };
  const intended = { about: hostile, link: hostile };
  const [first] = whole.questions ?? [];
  const questions = [{ ...first, asked: hostile, checks: first?.checks ?? [] }] as Verdict['questions'];
  const run = sampleRun({ [hostile]: { 'small-program': { ...whole, intended, questions } } });
  const [wrong] = wrongBaseline.complaints;
  const complaints = wrong ? [{ ...wrong, implementation: hostile, text: hostile, mend: hostile }] : [];
  const held = { ...run, baseline: { file: hostile, complaints } };
  const pretty = (made: Run, catalog: Catalog) => renderPretty(made, catalog, { colour: false });
  for (const render of [renderTap, pretty, renderJunit, renderMarkdown, renderCtrf, renderJson]) {
    const text = render(held, sampleCatalog);
    const [found] = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.exec(text) ?? [];
    t.equal(found?.codePointAt(0)?.toString(16), undefined, render.name);
    t.ok(text.includes('window.harmed'), `${render.name} shows it as text`);
  }
  t.strictSame(JSON.parse(renderJson(held)), held, 'a run keeps what it was told');
});
