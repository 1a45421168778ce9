// Figures of the HTML report: forty implementations by all bundled cases. How large the file is, how long it takes to be
// written, until it can be used, and until a keystroke in the search is on the screen. Not a test.
//
// The run is made up from the cases: each implementation takes another share of wrong answers, so that every failure has
// texts of its own, and a few know only how to resolve.

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { describeQuestion } from '../build/model/describe.js';
import { editionIds } from '../build/model/editions.js';
import { expectedFrom } from '../build/model/expected.js';
import { judgedCases } from '../build/model/judged-case.js';
import { renderHtml } from '../build/reports/html/render-html.js';
import { loadCatalog } from '../build/suite/cases/load-catalog.js';
import { pagesOf } from '../build/suite/cases/pages-of.js';

const implementations = Number(process.argv[2] ?? 40);
const rounds = 5;
const catalog = loadCatalog(undefined);
const run = makeUpRun();
const folder = mkdtempSync(path.join(tmpdir(), 'bench-report-'));
const file = path.join(folder, 'report.html');

try {
  const started = performance.now();
  writeFileSync(file, renderHtml({ runs: [run], catalog, pages: pagesOf(catalog, undefined) }));
  const written = performance.now() - started;
  console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}`);
  console.log(
    `${implementations} implementations × ${catalog.cases.length} cases, ${run.verdicts.length} verdicts`,
  );
  const failing = run.verdicts.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skip').length;
  console.log(`${failing} failures; the run is ${megabytes(JSON.stringify(run).length)} of JSON`);
  console.log(`file           ${megabytes(statSync(file).size)}`);
  console.log(`written in     ${written.toFixed(0)} ms`);
  await measurePage();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measurePage() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  try {
    const opened = [];
    for (let round = 0; round < rounds; round++) {
      for (const view of ['#overview', '#matrix', '#page/folders'])
        opened.push([view, await measureOpening(browser, view)]);
    }
    for (const view of new Set(opened.map(([name]) => name))) {
      const times = opened.filter(([name]) => name === view).map(([, time]) => time);
      console.log(`usable at      ${median(times).toFixed(0)} ms after the navigation began, ${view}`);
    }
    for (const view of ['#matrix', '#page/folders']) await measureKeystrokes(browser, view);
  } finally {
    await browser.close();
  }
}

/** Until the first frame after the view is drawn. */
async function measureOpening(browser, view) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href + view);
  const time = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () =>
          document.querySelector('h1')
            ? requestAnimationFrame(() => resolve(performance.now()))
            : setTimeout(look, 1);
        look();
      }),
  );
  await page.close();
  return time;
}

/** From a key to the frame that shows what it did, typed and taken back letter by letter. */
async function measureKeystrokes(browser, view) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href + view);
  await page.waitForSelector('h1', { state: 'attached' });
  await page.evaluate(() => {
    window.times = [];
    addEventListener(
      'keydown',
      () => {
        const pressed = performance.now();
        requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - pressed)));
      },
      true,
    );
  });
  await page.focus('#search');
  for (let round = 0; round < rounds; round++) {
    for (const key of 'folder main status:fail -index')
      await page.keyboard.press(key === ' ' ? 'Space' : key);
    for (let index = 0; index < 30; index++) await page.keyboard.press('Backspace');
  }
  const times = await page.evaluate(() => window.times);
  const sorted = times.sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(1);
  console.log(
    `a keystroke    median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, ${sorted.length} keys, ${view}`,
  );
  await page.close();
}

function makeUpRun() {
  const random = createRandom(1);
  const header = {
    kind: 'modspec run',
    format: 2,
    modspec: '0.0.0',
    startedAt: '2026-01-01T00:00:00.000Z',
    platform: { os: 'linux', arch: 'x64', node: process.versions.node },
    implementations: Array.from({ length: implementations }, (_, index) => ({
      spec: `loader-${index}@1.${index}.0`,
      name: `loader-${index}`,
      version: `1.${index}.0`,
      edition: editionIds[index % editionIds.length],
      capabilities: ['resolve', 'run'],
    })),
    cases: catalog.cases.length,
  };
  const verdicts = header.implementations.flatMap(({ spec, edition }, index) =>
    judgedCases(catalog.cases, edition).map((judged) => makeUpVerdict(judged, spec, index, random)),
  );
  return { header, verdicts, footer: { complete: true, durationMs: 1000 } };
}

function makeUpVerdict({ item, questions }, implementation, index, random) {
  const { id, hash, rule, level } = item;
  const common = { implementation, case: id, hash, rule, level, alone: false, ms: random() * 40 };
  if (index % 5 === 4 && level !== 'resolve') {
    return { ...common, verdict: 'skip', questions: [], reason: "the loader does not claim 'run'" };
  }
  if (random() > 0.02 + (index % 8) * 0.03) return { ...common, verdict: 'pass', questions: [] };
  const judged = new Map(questions.map((one) => [one.index, one]));
  const answered = item.questions.map((question, at) => {
    const asked = describeQuestion(question);
    const expected = judged.get(at)?.expected;
    if (!expected || expected.kind === 'serve') return { asked, outcome: 'not judged', checks: [] };
    const observed = makeUpObservation(question, item, index, random);
    return { asked, outcome: 'fail', checks: [{ expected: expectedFrom(expected), observed, holds: false }] };
  });
  return {
    ...common,
    verdict: 'fail',
    questions: answered,
    stderr: `Error: something about ${id} in loader ${index}\n    at ${random()}`,
  };
}

function makeUpObservation(question, item, index, random) {
  const files = item.tree.filter(({ kind }) => kind === 'file');
  const file = files[Math.floor(random() * files.length)];
  if (question.kind === 'resolve') {
    return file
      ? { kind: 'file', path: file.path }
      : { kind: 'error', error: { name: 'Error', code: 'ENOENT' } };
  }
  return { kind: 'run', stdout: `loader ${index} said ${random()}\n`, exitCode: 0 };
}

/** The same numbers every time. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
