// The picture that the report opens with.

import { readFileSync } from 'node:fs';
import { test } from 'tap';
import { sampleRun, wrongIndex } from '../sample-run.ts';
import { calm, findViolations, launchBrowser, openReport, writeReport } from './open-report.ts';

const browser = await launchBrowser();

test('the overview opens with the heat map, whose cells lead to their cases', async (t) => {
  const { page } = await openReport(t, browser, writeReport(t.testdir({}), 'report.html', [calm]));
  t.equal(await page.locator('main h1 ~ *, main .heat').first().isVisible(), true);
  const row = page.locator('.heat').getByRole('row', { name: /bun/ });
  t.match(await row.innerText(), /bun 1\.0\.0\s+60[\s\S]*60/);
  await row.locator('td a').click();
  t.match(decodeURIComponent(page.url()), /#matrix\?q=page:small\+impl:"bun\+1\.0\.0"/);
});

test('arrow keys move between the cells', async (t) => {
  const { page } = await openReport(t, browser, writeReport(t.testdir({}), 'report.html', [calm]));
  await page.locator('.heat tbody th a').first().focus();
  for (const key of ['ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  t.match(await page.evaluate('document.activeElement.title'), /^bun 1\.0\.0 · A small page: 3 of 5 pass/);
});

test('forty implementations fit on a screen, and a phone gets a picture that fits', async (t) => {
  const names = Array.from({ length: 40 }, (_, index) => `loader-${index}`);
  const run = sampleRun(Object.fromEntries(names.map((name) => [name, { 'small-main-wins': wrongIndex }])));
  const file = writeReport(t.testdir({}), 'report.html', [run]);
  const wide = await openReport(t, browser, file, '', { viewport: { width: 1440, height: 900 } });
  t.ok(
    await wide.page.evaluate('document.querySelector(".heat").getBoundingClientRect().bottom <= innerHeight'),
  );
  const phone = await openReport(t, browser, file, '', { viewport: { width: 390, height: 844 } });
  t.ok(await phone.page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
  t.ok(await phone.page.evaluate('document.querySelector(".heat").scrollWidth <= innerWidth'));
});

test('the heat map can be saved', async (t) => {
  const { page, complaints } = await openReport(
    t,
    browser,
    writeReport(t.testdir({}), 'report.html', [calm]),
  );
  const contents = new Map<string, Buffer>();
  for (const type of ['SVG', 'CSV', 'PNG']) {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save as ${type}` }).click();
    const saved = await waiting;
    contents.set(saved.suggestedFilename(), readFileSync(await saved.path()));
  }
  t.match(contents.get('modspec.svg')?.toString(), /^<svg xmlns=/);
  t.match(contents.get('modspec.csv')?.toString(), /^implementation,version,/);
  const [, width] = /width="(\d+)"/.exec(contents.get('modspec.svg')?.toString() ?? '') ?? [];
  const png = contents.get('modspec.png') ?? Buffer.alloc(0);
  t.equal(png.toString('latin1', 1, 4), 'PNG');
  t.equal(png.readUInt32BE(16), Number(width) * 2, 'twice as many pixels');
  t.strictSame(complaints, []);
});

test('a run of some cases says so, with its command', async (t) => {
  const header = {
    ...calm.header,
    cases: 5,
    available: 300,
    command: 'npx modspec run --impl bun --case <b>',
  };
  const file = writeReport(t.testdir({}), 'report.html', [{ ...calm, header }]);
  for (const view of ['', '#matrix', '#page/small']) {
    const { page } = await openReport(t, browser, file, view);
    const said = await page.getByRole('note').innerText();
    t.match(said, /Of 300 cases, 5 cases were selected\.[\s\S]*npx modspec run --impl bun --case <b>/);
    t.strictSame(await findViolations(page), []);
  }
});

test('an unknown rule or page is named', async (t) => {
  const file = writeReport(t.testdir({}), 'report.html', [calm]);
  for (const [place, words] of [
    ['#rule/nope', 'There is no rule nope in this report.'],
    ['#page/nope', 'There is no page nope in this report.'],
  ] as const) {
    const { page } = await openReport(t, browser, file, place);
    t.equal(await page.getByRole('alert').innerText(), words);
  }
});

test('the browser goes', () => browser.close());
