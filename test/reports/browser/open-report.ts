// A report opened in a real browser, which is told to talk to nobody.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { t as tap } from 'tap';
import { packageRoot } from '../../../model/package-root.ts';
import type { Run } from '../../../model/run.ts';
import { renderHtml } from '../../../reports/html/render-html.ts';
import { pagesOf } from '../../../suite/cases/pages-of.ts';
import { sampleCatalog, samplePage, sampleRun, wrongIndex } from '../sample-run.ts';

/** What a page asked of the network and what it complained about. */
export interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** Takes a picture into the folder that CI keeps. */
  readonly photograph: (name: string) => Promise<void>;
}

/** A run with a good and a bad implementation. */
export const calm: Run = sampleRun({
  node: {},
  bun: { 'small-main-wins': wrongIndex, 'small-exit': { verdict: 'crash', reason: 'it ended by SIGSEGV' } },
});

/** A place of every kind in the report. */
export const views = [
  '#overview',
  '#matrix',
  '#causes',
  '#versions',
  '#page/small',
  '#compare',
  '#case/small-main-wins',
  '#matrix?q=status:bad',
];

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const pictures = path.join(packageRoot, '.tap', 'screenshots');

/**
 * A browser; CHROMIUM names one that is not in a usual place. Where there is none, the whole test file is skipped and
 * says so, except in CI.
 * @throws {Error} in CI, when there is no browser.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place));
  if (executablePath === undefined) return skipFile();
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
}

function skipFile(): never {
  const reason = 'there is no Chromium: install the package chromium, or name it in CHROMIUM';
  if (process.env['CI']) throw new Error(reason);
  tap.plan(0, reason);
  process.exit(0);
}

/** Writes a report of these runs, and of the small page, into a folder. */
export function writeReport(folder: string, name: string, runs: readonly Run[]): string {
  const pages = pagesOf(sampleCatalog, samplePage);
  const file = path.join(folder, name);
  writeFileSync(file, renderHtml({ runs, catalog: sampleCatalog, pages, spec: 'small.md' }));
  return file;
}

export async function openReport(
  t: { teardown(action: () => Promise<void>): unknown },
  browser: Browser,
  file: string,
  hash = '',
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  t.teardown(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('blob:'))
      complaints.push(request.url());
  });
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForSelector('h1', { state: 'attached' });
  const photograph = async (name: string) => {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  };
  return { page, complaints, photograph };
}

/** Goes to another place of the report that is open. */
export async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    `new Promise((drawn) => { location.hash = ${JSON.stringify(hash)}; requestAnimationFrame(() => setTimeout(drawn)); })`,
  );
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * Each as `rule: element`. The policy of the page lets no script in, so the checker is brought by the debugger.
 * @param only `colours`: whether texts can be told from their ground; another scheme changes nothing else
 */
export async function findViolations(page: Page, only?: 'colours'): Promise<string[]> {
  if (await page.evaluate('!window.axe')) await page.evaluate(readFileSync(axe, 'utf8'));
  const rules = only ? { runOnly: ['color-contrast'] } : {};
  const options = JSON.stringify({ preload: false, resultTypes: ['violations'], ...rules });
  return page.evaluate(`axe.run(${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`);
}
