// Texts that mean harm, runs that were broken off, and runs that are dropped on the page.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { test } from 'tap';
import { renderJson } from '../../../reports/run/json.ts';
import { sample, sampleRun, wrongBaseline, wrongIndex } from '../sample-run.ts';
import { calm, findViolations, launchBrowser, openReport, views, writeReport } from './open-report.ts';

const browser = await launchBrowser();

test('a run full of harmful texts is shown as text', async (t) => {
  const file = writeReport(t.testdir({}), 'report.html', [sample]);
  for (const view of [
    '#overview',
    '#matrix',
    '#page/small',
    '#case/small-program',
    '#case/small-main-wins',
  ]) {
    const { page, complaints, photograph } = await openReport(t, browser, file, view);
    t.equal(await page.evaluate('window.harmed'), undefined, view);
    t.strictSame(complaints, [], view);
    t.equal(await page.locator('img').count(), 0, view);
    t.ok(
      await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
      `${view} stays in its width`,
    );
    await photograph(`hostile-${view.replace(/\W+/g, '-')}`);
  }
  const { page } = await openReport(t, browser, file, '#case/small-program');
  const shown = await page.locator('.panel').innerText();
  t.match(shown, /<\/script><script>window\.harmed = true<\/script>/);
  t.match(shown, /\\u001b\[31mred/);
  t.match(shown, /\\u202egnp/);
  t.match(shown, /more characters\)/, 'a line of a megabyte is cut, and says so');
});

test('a run that was broken off is marked in every view', async (t) => {
  const broken = { ...calm, footer: { ...calm.footer, complete: false } };
  const file = writeReport(t.testdir({}), 'report.html', [broken]);
  for (const view of views) {
    const { page } = await openReport(t, browser, file, view);
    t.match(await page.getByRole('alert').innerText(), /Incomplete run/, view);
  }
});

test('a shard and a wrong baseline are marked', async (t) => {
  const run = { ...calm, header: { ...calm.header, shard: { index: 2, count: 3 } }, baseline: wrongBaseline };
  const { page } = await openReport(t, browser, writeReport(t.testdir({}), 'report.html', [run]));
  t.match(await page.getByRole('alert').first().innerText(), /Shard 2 of 3/);
  const baseline = page.getByRole('alert').last();
  await baseline.getByText('Show').click();
  t.match(
    await baseline.innerText(),
    /differs from the run in 1 place[\s\S]*stale entry, line 7: the case <b>gone<\/b>/,
  );
  t.strictSame(await findViolations(page), []);
});

for (const kind of ['json', 'html'] as const) {
  test(`a run that is dropped as ${kind} is compared`, async (t) => {
    const folder = t.testdir({});
    const { page, complaints } = await openReport(t, browser, writeReport(folder, 'report.html', [calm]));
    const older = {
      ...sampleRun({
        node: { 'small-index': wrongIndex },
        bun: { 'small-throws': { hash: '0'.repeat(16), verdict: 'fail' } },
      }),
    };
    const run = { ...older, header: { ...older.header, startedAt: '2025-01-01T00:00:00.000Z' } };
    const file = path.join(folder, `older.${kind}`);
    if (kind === 'json') writeFileSync(file, renderJson(run));
    else writeReport(folder, 'older.html', [run]);
    await drop(page, file);
    await page.getByRole('heading', { name: 'Regressed 2' }).waitFor();
    const text = await page.locator('main').innerText();
    t.match(text, /From older\.\w+ to this report/);
    t.match(text, /Fixed 1[\s\S]*No package\.json fail → pass/);
    t.match(text, /A program that ends with an error fail → pass · the case changed/);
    t.match(text, /The main of a folder wins over its index[\s\S]*main beside an index/, 'below their rule');
    await page.getByRole('link', { name: 'main beside an index' }).click();
    t.match(
      await page.getByRole('region', { name: 'Before and after' }).innerText(),
      /Before[\s\S]*pass[\s\S]*After[\s\S]*fail[\s\S]*lib\/index\.js/,
      'side by side',
    );
    await page.keyboard.press('Escape');
    await page.locator('#search').fill('program');
    await page.getByRole('heading', { name: 'Regressed 1' }).waitFor();
    t.notMatch(await page.locator('main').innerText(), /main beside an index/, 'the search filters it');
    t.strictSame(complaints, []);
    t.strictSame(await findViolations(page), []);
  });
}

/** As a file manager would. */
async function drop(page: Page, file: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    `(() => { const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(readFileSync(file, 'utf8'))}], ${JSON.stringify(path.basename(file))}));
      return transfer; })()`,
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await page.getByText('Drop a run').waitFor();
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

test('what is dropped and is no run is refused in words', async (t) => {
  const folder = t.testdir({ 'other.json': '{"a": 1}' });
  const { page } = await openReport(t, browser, writeReport(folder, 'report.html', [calm]));
  await drop(page, path.join(folder, 'other.json'));
  t.match(
    await page.getByRole('alert').innerText(),
    /other\.json: expected a run of modspec or a report; found other JSON/,
  );
});

test('the browser goes', () => browser.close());
