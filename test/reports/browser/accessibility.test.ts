// Nothing in the report keeps anybody out: both colour schemes, narrow windows, paper.

import { test } from 'tap';
import { calm, findViolations, launchBrowser, openReport, views, writeReport } from './open-report.ts';

const browser = await launchBrowser();

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing keeps anybody out, ${colorScheme}`, async (t) => {
    const file = writeReport(t.testdir({}), 'report.html', [calm]);
    for (const view of views) {
      const { page, complaints, photograph } = await openReport(t, browser, file, view, { colorScheme });
      t.strictSame(await findViolations(page), [], view);
      t.strictSame(complaints, [], view);
      await photograph(`${colorScheme}-${view.replace(/\W+/g, '-')}`);
    }
  });
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

test('narrow windows need no sideways scrolling of the page', async (t) => {
  const file = writeReport(t.testdir({}), 'report.html', [calm]);
  for (const view of views) {
    const viewport = { width: 380, height: 700 };
    const { page, photograph } = await openReport(t, browser, file, view, { viewport });
    t.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), view);
    await photograph(`narrow-${view.replace(/\W+/g, '-')}`);
  }
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
