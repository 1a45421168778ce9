// The report as its readers use it: search, links, panel, keyboard.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { test } from 'tap';
import { packageRoot } from '../../../model/package-root.ts';
import { renderHtml } from '../../../reports/html/render-html.ts';
import { loadCatalog } from '../../../suite/cases/load-catalog.ts';
import { pagesOf } from '../../../suite/cases/pages-of.ts';
import { sampleRun, wrongIndex } from '../sample-run.ts';
import { calm, findViolations, launchBrowser, openReport, writeReport } from './open-report.ts';

const browser = await launchBrowser();

test('the overview names each implementation, its levels, the floor and what only it fails', async (t) => {
  const { page } = await openReport(t, browser, writeReport(t.testdir({}), 'report.html', [calm]));
  const row = page.locator('.summary').getByRole('row', { name: /bun 1\.0\.0/ });
  t.match(await row.innerText(), /judged by node-24[\s\S]*60 %[\s\S]*3\/5[\s\S]*floor 20 %/);
  await row.getByRole('link', { name: /^2$/ }).click();
  t.match(page.url(), /#matrix\?q=only/);
  t.strictSame(await caseRows(page), ['main beside an index', 'A program that ends by itself']);
});

function caseRows(page: Page): Promise<string[]> {
  return page.locator('.row-case .row-name').allInnerTexts();
}

test('searching filters, is kept in the address, and comes back from it', async (t) => {
  const file = writeReport(t.testdir({}), 'report.html', [calm]);
  const { page } = await openReport(t, browser, file);
  await page.keyboard.press('/');
  await page.keyboard.type('bun:crash');
  await page.locator('.row-case').first().waitFor();
  t.strictSame(await caseRows(page), ['A program that ends by itself']);
  t.equal(await page.locator('.search .count').innerText(), '1 of 5');
  const again = await openReport(t, browser, file, new URL(page.url()).hash);
  t.strictSame(await caseRows(again.page), ['A program that ends by itself']);
  t.equal(await again.page.getByRole('combobox', { name: 'Search cases' }).inputValue(), 'bun:crash');
});

test('completion by keyboard', async (t) => {
  const { page } = await openReport(t, browser, writeReport(t.testdir({}), 'report.html', [calm]));
  await page.keyboard.press('/');
  await page.keyboard.type('stat');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('cra');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  t.equal(await page.locator('#search').inputValue(), 'status:crash ');
});

test('a permalink opens its case in the report of another run', async (t) => {
  const folder = t.testdir({});
  const { page } = await openReport(
    t,
    browser,
    writeReport(folder, 'one.html', [calm]),
    '#matrix?case=small-main-wins',
  );
  const link = await page.locator('.panel-bar .anchor').getAttribute('href');
  t.equal(link, '#case/small-main-wins');
  const other = await openReport(
    t,
    browser,
    writeReport(folder, 'two.html', [sampleRun({ other: {} })]),
    link ?? '',
  );
  t.equal(await other.page.locator('#panel-title').innerText(), 'main beside an index');
});

test('a difference that the implementation documents as intended still counts, and is shown with its link', async (t) => {
  const intended = { about: 'Index files are preferred.', link: 'https://strange.example/docs#index' };
  const run = sampleRun({ strange: { 'small-main-wins': { ...wrongIndex, intended } } });
  const file = writeReport(t.testdir({}), 'report.html', [run]);
  const { page } = await openReport(t, browser, file, '#case/small-main-wins');
  const shown = await page.locator('.result', { hasText: 'strange' }).innerText();
  t.match(shown, /strange 1\.0\.0\s+fail/);
  t.match(shown, 'Documented as intended: Index files are preferred. (https://strange.example/docs#index)');
});

test('the case panel: rule, tree, diff, steps and where the loader left them', async (t) => {
  const { page } = await openReport(
    t,
    browser,
    writeReport(t.testdir({}), 'report.html', [calm]),
    '#case/small-main-wins',
  );
  const panel = page.locator('.panel');
  t.match(await panel.locator('.panel-rule').innerText(), /MUST[\s\S]*names a main resolves to that file/);
  t.match(
    await panel.locator('.tree').innerText(),
    /lib\/[\s\S]*package\.json[\s\S]*main\.js empty[\s\S]*index\.js empty/,
  );
  t.match(await panel.locator('.diff').innerText(), /expected\s*lib\/main\.js\s*observed\s*lib\/index\.js/);
  const step = panel.locator('.departure');
  t.match(
    await step.innerText(),
    /PACKAGE_MAIN 1 +found <tree>\/lib\/package\.json[\s\S]*bun 1\.0\.0 left here/,
  );
});

test('copying: the rerun command, and the Markdown of the case', async (t) => {
  const file = writeReport(t.testdir({}), 'report.html', [calm]);
  const { page } = await openReport(t, browser, file, '#case/small-main-wins', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByRole('button', { name: 'Copy rerun' }).click();
  await page.getByText('Copied').first().waitFor();
  t.equal(
    await page.evaluate('navigator.clipboard.readText()'),
    'npx modspec run --impl bun --edition node-24 --spec small.md --case small-main-wins --keep',
  );
  await page.getByRole('button', { name: 'Copy Markdown' }).click();
  await page.waitForFunction("navigator.clipboard.readText().then((text) => text.startsWith('####'))");
  t.match(
    await page.evaluate('navigator.clipboard.readText()'),
    /^#### `small-main-wins`[\s\S]*`lib\/main\.js` \|\n$/,
  );
});

test('n, p and Escape go through the failures', async (t) => {
  const { page } = await openReport(t, browser, writeReport(t.testdir({}), 'report.html', [calm]), '#matrix');
  const seen: (string | null)[] = [];
  for (const key of ['n', 'n', 'n', 'p']) {
    await page.keyboard.press(key);
    seen.push(new URLSearchParams(page.url().split('?')[1]).get('case'));
  }
  t.strictSame(seen, ['small-main-wins', 'small-exit', 'small-main-wins', 'small-exit']);
  await page.keyboard.press('Escape');
  await page.locator('.panel').waitFor({ state: 'detached' });
});

test('the matrix by arrow keys', async (t) => {
  const { page } = await openReport(t, browser, writeReport(t.testdir({}), 'report.html', [calm]), '#matrix');
  await page.locator('[data-here]').focus();
  for (const key of ['ArrowDown', 'Enter', 'ArrowDown', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
  t.equal(await page.evaluate("document.activeElement?.getAttribute('aria-label')"), 'bun 1.0.0: fail');
  await page.keyboard.press('Enter');
  await page.locator('.panel').waitFor();
  t.match(page.url(), /case=small-main-wins/);
  await page.keyboard.press('Escape');
  t.equal(await page.evaluate("document.activeElement?.getAttribute('aria-label')"), 'bun 1.0.0: fail');
});

test('columns are hidden and sorted, and the address keeps it', async (t) => {
  const file = writeReport(t.testdir({}), 'report.html', [calm]);
  const { page } = await openReport(t, browser, file, '#matrix');
  await page.getByText('2 of 2 shown').click();
  await page.getByRole('checkbox', { name: 'node 1.0.0' }).uncheck();
  t.strictSame(await page.locator('.column-name').allInnerTexts(), ['bun 1.0.0']);
  const again = await openReport(t, browser, file, new URL(page.url()).hash);
  t.strictSame(await again.page.locator('.column-name').allInnerTexts(), ['bun 1.0.0']);
  const sorted = await openReport(t, browser, file, '#matrix?sort=name');
  t.strictSame(await sorted.page.locator('.column-name').allInnerTexts(), ['bun 1.0.0', 'node 1.0.0']);
});

test('without a run it is the specification', async (t) => {
  const { page, complaints } = await openReport(t, browser, writeReport(t.testdir({}), 'report.html', []));
  t.strictSame(await page.locator('.bar nav a').allInnerTexts(), ['Overview', 'Versions', 'Specification']);
  await page.getByRole('link', { name: 'The main of a folder wins over its index' }).click();
  t.match(await page.locator('.spec-page').innerText(), /A small page[\s\S]*from\s+specifier\s+resolves to/);
  t.strictSame(complaints, []);
  t.strictSame(await findViolations(page), []);
});

test('a page with an algorithm shows the steps of the edition that is chosen', async (t) => {
  const folder = t.testdir({});
  const file = path.join(folder, 'specification.html');
  const location = path.join(packageRoot, 'spec', '01-algorithm', '1-algorithm.md');
  const catalog = loadCatalog(location);
  writeFileSync(file, renderHtml({ runs: [], catalog, pages: pagesOf(catalog, location) }));
  const { page } = await openReport(t, browser, file, '#page/algorithm');
  const steps = page.locator('.rule li[value]:visible');
  const all = await steps.count();
  await page.getByLabel('Steps of').selectOption('node-24');
  const one = await steps.count();
  t.ok(one > 20 && one < all, `${one} of ${all} steps are shown`);
  t.equal(await page.locator('.condition:visible').count(), 0, 'without conditions');
  t.match(page.url(), /edition=node-24/);
  t.equal(
    await page.locator('#parse-package-json:visible').count(),
    0,
    'nor what the edition does not reach',
  );
});

test('the browser goes', () => browser.close());
