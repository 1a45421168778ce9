import { test } from 'tap';
import { intendedIn } from '../../harness/run/intended.ts';
import { renderCtrf } from '../../reports/run/ctrf.ts';
import { renderJunit } from '../../reports/run/junit.ts';
import { renderMarkdown } from '../../reports/run/markdown.ts';
import { renderPretty } from '../../reports/run/pretty.ts';
import { renderTap } from '../../reports/run/tap.ts';
import { sampleCatalog, sampleRun, wrongIndex } from '../reports/sample-run.ts';

const [item] = sampleCatalog.cases;
if (!item) throw new Error('the sample has no case');
const link = 'https://strange.example/docs#index';
const about = 'Index files are preferred.';
const differences = (...concerns: string[]) => [{ about, link, concerns }];

test('a difference is found by the case, by its rule and by a pattern', async (t) => {
  for (const concern of [item.id, item.rule, `${item.id.slice(0, -2)}*`])
    t.strictSame(intendedIn(item, 'fail', differences('another', concern)), { intended: { about, link } });
  t.strictSame(intendedIn(item, 'fail', differences('another')), {});
  t.strictSame(intendedIn(item, 'fail'), {});
});

test('only what the loader did wrong can be intended', async (t) => {
  const found = (verdict: Parameters<typeof intendedIn>[1]) =>
    intendedIn(item, verdict, differences(item.id));
  for (const verdict of ['pass', 'skip', 'error'] as const) t.strictSame(found(verdict), {}, verdict);
  for (const verdict of ['fail', 'crash', 'timeout'] as const) t.ok(found(verdict).intended, verdict);
});

const run = sampleRun({ strange: { 'small-main-wins': { ...wrongIndex, intended: { about, link } } } });

test('reports count it as a failure and show it as intended, with its link', async (t) => {
  const pretty = renderPretty(run, sampleCatalog, { colour: false });
  t.match(pretty, /^ {2}fail +small-main-wins/m);
  t.match(pretty, `  intended: ${about} (${link})`);
  t.match(pretty, /: 4 of 5 passed, 1 failed, 1 of these documented as intended/);
  t.match(renderMarkdown(run, sampleCatalog), `documented as intended: ${about} (${link})`);
  t.match(renderJunit(run, sampleCatalog), /<failure[^>]*>documented as intended: Index files are preferred/);
  t.match(renderTap(run, sampleCatalog), link);
  t.match(renderCtrf(run, sampleCatalog), `documented as intended: ${about} (${link})`);
});
