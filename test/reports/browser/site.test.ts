// A site in a browser, from the disk and below a path: its policy lets its style in, and it keeps nobody out.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'tap';
import { renderSite } from '../../../api/render-site.ts';
import { sample, sampleCatalog, samplePage } from '../sample-run.ts';
import { calm, findViolations, launchBrowser } from './open-report.ts';

const browser = await launchBrowser();

const pages = [
  'index.html',
  'causes/index.html',
  'versions/index.html',
  'changes/index.html',
  'specification/index.html',
  'specification/small/index.html',
  'rule/small-main/index.html',
  'case/small-main-wins/index.html',
  'implementation/bun/index.html',
];

async function writeSiteOf(folder: string, run: typeof calm): Promise<void> {
  const older = { ...sample, header: { ...sample.header, startedAt: '2025-01-01T00:00:00.000Z' } };
  for (const file of await renderSite([older, run], { spec: samplePage, catalog: sampleCatalog })) {
    const target = path.join(folder, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.text);
  }
}

const windows = [
  { width: 390, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const;

test('nothing keeps anybody out, and nothing is wider than the window', async (t) => {
  const folder = t.testdir({});
  await writeSiteOf(folder, calm);
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  for (const name of pages) {
    await page.goto(pathToFileURL(path.join(folder, name)).href);
    for (const { width, colorScheme } of windows) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      t.strictSame(await findViolations(page), [], `${name} ${width}`);
      t.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${name} ${width}`);
    }
  }
  t.strictSame(complaints, []);
});

const heightOfBadge = 'document.images[0].decode().then(() => document.images[0].naturalHeight)';

test('below a path of a server, links and the style are found', async (t) => {
  const folder = t.testdir({});
  await writeSiteOf(folder, calm);
  const server = serve(folder, '/docs/conformance/');
  t.teardown(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/docs/conformance/`);
  await page.locator('.heat:visible').getByRole('row', { name: /bun/ }).getByRole('link').first().click();
  t.match(page.url(), /\/docs\/conformance\/implementation\/bun\/index\.html$/);
  t.match(await page.locator('h1').innerText(), /^bun 1\.0\.0$/);
  t.equal(await page.evaluate(heightOfBadge), 20, 'the badge');
  t.equal(await page.evaluate('getComputedStyle(document.querySelector(".site-bar")).display'), 'flex');
  await page.getByRole('link', { name: 'main beside an index' }).first().click();
  t.match(page.url(), /\/docs\/conformance\/case\/small-main-wins\/index\.html$/);
});

function serve(folder: string, below: string): Server {
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
  };
  return createServer(({ url = '' }, response) => {
    const name = url.startsWith(below) ? url.slice(below.length) : '';
    try {
      const file = name === '' ? 'index.html' : name;
      const text = readFileSync(path.join(folder, file));
      response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'text/plain' }).end(text);
    } catch {
      response.writeHead(404).end();
    }
  });
}

test('the browser goes', () => browser.close());
