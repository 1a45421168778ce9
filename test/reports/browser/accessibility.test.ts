// Nothing in the report keeps anybody out: both colour schemes, narrow windows, paper.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { loadCases } from '../../../api/load-cases.ts';
import { renderHtml } from '../../../api/render-html.ts';
import { runOf } from '../sample-run.ts';
import { calm, findViolations, launchBrowser, openReport, show, writeReport } from './open-report.ts';

const browser = await launchBrowser();

/** A place of every kind in the report of all cases. */
const places = [
  '#overview',
  '#matrix',
  '#causes',
  '#versions',
  '#page/imports-package-folders',
  '#page/load-algorithm',
  '#compare',
  '#case/imports-package-name-with-query',
];

const windows = [
  { width: 390, colorScheme: 'light', only: undefined },
  { width: 390, colorScheme: 'dark', only: 'colours' },
  { width: 1440, colorScheme: 'light', only: 'colours' },
  { width: 1440, colorScheme: 'dark', only: undefined },
] as const;

test('nothing keeps anybody out of the report of all cases, and nothing is wider than the window', async (t) => {
  const file = path.join(t.testdir({}), 'report.html');
  writeFileSync(file, await wholeReport());
  const { page, complaints, photograph } = await openReport(t, browser, file);
  for (const { width, colorScheme, only } of windows) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const place of places) {
      await show(page, place);
      const where = `${place} ${width} ${colorScheme}`;
      t.strictSame(await findViolations(page, only), [], where);
      t.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), where);
    }
    await photograph(`report-${width}-${colorScheme}`);
  }
  t.strictSame(complaints, []);
});

/** Of real cases, with failures of every kind. */
async function wholeReport(): Promise<string> {
  const catalog = await loadCases();
  const bad = ['fail', 'crash', 'timeout', 'error', 'skip'] as const;
  const failing = catalog.cases.filter((_, at) => at % 60 === 0);
  const verdicts = failing.map(({ id }, at) => [id, { verdict: bad[at % 5] ?? 'fail', reason: 'it ended' }]);
  const run = runOf(catalog, 'node-24', {
    node: {},
    bun: Object.fromEntries(verdicts),
  });
  return renderHtml([run], { catalog });
}

test('help and completion keep nobody out either', async (t) => {
  const { page } = await openReport(t, browser, writeReport(t.testdir({}), 'report.html', [calm]));
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  t.strictSame(await findViolations(page), []);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('sta');
  await page.getByRole('option', { name: 'status:' }).waitFor();
  t.strictSame(await findViolations(page), []);
});

test('the colours can be chosen', async (t) => {
  const { page } = await openReport(t, browser, writeReport(t.testdir({}), 'report.html', [calm]), '', {
    colorScheme: 'light',
  });
  const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const light = await ground();
  await page.keyboard.press('t');
  t.equal(await ground(), light, 'light, as the system is');
  await page.keyboard.press('t');
  t.not(await ground(), light, 'dark');
});

test('printing shows every row of the matrix', async (t) => {
  const { page } = await openReport(
    t,
    browser,
    writeReport(t.testdir({}), 'report.html', [calm]),
    '#matrix?q=small',
  );
  const pdf = await page.pdf();
  t.ok(pdf.length > 1000);
  await page.emulateMedia({ media: 'print' });
  t.equal(await page.locator('.bar').isVisible(), false);
});

test('the browser goes', () => browser.close());
