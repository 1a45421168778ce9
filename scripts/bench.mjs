// What modspec costs, compared with the least that is possible: the floor, which makes and removes the same trees and asks the
// same loader the same questions in one bare Node process, and empty threads and processes for the cases that need one of
// their own. Measures whole processes, in turn, and prints medians. Two floors at once show how much a second job can gain on
// this machine. Not a test.
//
//   node scripts/bench.mjs [ROUNDS]

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const rounds = Number(process.argv[2] ?? 3);
const edition = 'node-20';
/** A process per case is measured on one case in so many: all of them take minutes. */
const oneIn = 20;
const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
const start = promisify(execFile);

async function main() {
  const [few, many] = writeGrowingPages();
  const contestants = {
    'floor, reference': floor('reference'),
    'floor, node': floor('node'),
    'two floors at once, node': [...floor('node'), ...floor('node')],
    'reference, 1 job': run('reference', '--jobs', '1'),
    'reference, 2 jobs': run('reference', '--jobs', '2'),
    'node, 1 job': run('node', '--jobs', '1'),
    'node, 2 jobs': run('node', '--jobs', '2'),
    'a process per case, a part': run('node', '--jobs', '2', '--isolate', '--shard', `1/${oneIn}`),
    'a loader that passes all': run(writeLoader('passes', 0), '--jobs', '2'),
    'a loader that fails a third': run(writeLoader('fails', 3), '--jobs', '2'),
    'a bare node start': [['-e', '0']],
    'modspec --version': [[path.join(root, 'bin', 'modspec.js'), '--version']],
    'one case on reference': run('reference', '--case', 'folder-main-plain'),
    'one case on node': run('node', '--case', 'folder-main-plain'),
    [`${few.count} equal cases`]: run('reference', '--spec', few.page),
    [`${many.count} equal cases`]: run('reference', '--spec', many.page),
  };
  const median = await measureAll(contestants);
  const apart = { reference: await measureApart('reference'), node: await measureApart('node') };
  const cases = Number(await execute(contestants['floor, node']));
  const [part] = await execute(contestants['a process per case, a part']);
  const isolated = JSON.parse(part).verdicts.length;
  console.log(describeMachine());
  console.log(`${cases} cases of edition ${edition}; median of ${rounds} rounds, whole processes\n`);
  for (const [name, ms] of Object.entries(median)) console.log(`${name.padEnd(34)} ${number(ms)} ms`);
  for (const [loader, { thread, process: own, ms }] of Object.entries(apart))
    console.log(`${thread} empty threads, ${own} processes, ${loader}`.padEnd(34), number(ms), 'ms');
  const ratio = (a, b) => (median[a] / median[b]).toFixed(2).padStart(7);
  const overBoth = (loader) =>
    (median[`${loader}, 2 jobs`] / (median[`floor, ${loader}`] + apart[loader].ms)).toFixed(2).padStart(7);
  const perCase = ({ count }) => median[`${count} equal cases`] / count;
  // Neither has to pay for the start of modspec, which comes once in a run.
  const started = median['one case on node'];
  const together = (median['node, 2 jobs'] - started) / (cases - 1);
  const byItself = (median['a process per case, a part'] - started) / (isolated - 1);
  console.log(`
${ratio('reference, 1 job', 'floor, reference')} × its floor: reference, 1 job
${ratio('reference, 2 jobs', 'floor, reference')} × its floor: reference, 2 jobs
${ratio('node, 1 job', 'floor, node')} × its floor: node, 1 job
${ratio('node, 2 jobs', 'floor, node')} × its floor: node, 2 jobs
${overBoth('reference')} × its floor and the empty threads and processes: reference, 2 jobs
${overBoth('node')} × its floor and the empty threads and processes: node, 2 jobs
${(byItself / together).toFixed(2).padStart(7)} × faster than a process per case: node, measured on ${isolated} cases
${ratio('reference, 1 job', 'reference, 2 jobs')} × faster with two jobs than with one: reference
${ratio('node, 1 job', 'node, 2 jobs')} × faster with two jobs than with one: node
${((2 * median['floor, node']) / median['two floors at once, node']).toFixed(2).padStart(7)} × faster at two floors at once than at one after the other: the machine
${ratio('a loader that fails a third', 'a loader that passes all')} × the time of a loader that passes all: one that fails a third
${ratio('modspec --version', 'a bare node start')} × a bare node start: modspec --version
${ratio('one case on reference', 'a bare node start')} × a bare node start: one case on reference
${ratio('one case on node', 'a bare node start')} × a bare node start: one case on node
${(perCase(many) / perCase(few)).toFixed(2).padStart(7)} × the cost per case when there are ten times as many`);
}

function run(impl, ...more) {
  const modspec = path.join(root, 'bin', 'modspec.js');
  return [[modspec, 'run', '--impl', impl, '--edition', edition, '--format', 'json', ...more]];
}

/** The reference as a loader of the user's; a wrong answer for one specifier in `oneIn`, for none if that is 0. */
function writeLoader(name, oneIn) {
  const file = path.join(folder, `${name}.mjs`);
  const reference = path.join(root, 'dist', 'harness', 'adapters', 'reference-loader.js');
  const wrong = `[...specifier.slice(-3)].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % ${oneIn} === 0`;
  writeFileSync(
    file,
    `import { resolve as rightly } from ${JSON.stringify(pathToFileURL(reference).href)};
export const resolve = (specifier, referrer, context) =>
  ${oneIn > 0 ? `${wrong} ? referrer : ` : ''}rightly(specifier, referrer, context);
`,
  );
  return file;
}

function floor(loader) {
  return [[path.join(root, 'scripts', 'bench-floor.mjs'), loader, edition]];
}

/** In turn, so that a busy minute of the machine slows all of them. */
async function measureAll(contestants) {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, commands] of Object.entries(contestants)) {
      const started = performance.now();
      await execute(commands);
      times[name].push(performance.now() - started);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

/** Neither a bare process nor a host of modspec's can do without what a case needs for itself. */
async function measureApart(loader) {
  const all = [];
  for (let round = 0; round < rounds; round++) {
    const [told] = await execute([[path.join(root, 'scripts', 'bench-apart.mjs'), loader, edition]]);
    all.push(JSON.parse(told));
  }
  return { ...all[0], ms: median(all.map(({ ms }) => ms)) };
}

const head = `---
title: Equal cases
sources:
  none: nothing
---

# Equal cases

## One rule

### \`grown\` A folder resolves to its index

A folder without a main resolves to its index.

- Requirement: MUST
- Source: none, "None", 1
`;

/** Two pages of cases that are alike but for their names, the second with ten times as many. */
function writeGrowingPages() {
  return [300, 3000].map((count) => {
    const page = path.join(folder, `grown-${count}.md`);
    const cases = Array.from({ length: count }, (_, index) => caseOf(index)).join('\n');
    writeFileSync(page, `${head}\n${cases}`);
    return { count, page };
  });
}

function caseOf(index) {
  return `#### \`grown-${index}\` Case ${index}

\`main.js\`
\`\`\`js
console.log(require('./lib'));
\`\`\`

\`lib/index.js\`
\`\`\`js
module.exports = 'lib ${index}';
\`\`\`

\`\`\`stdout
lib ${index}
\`\`\`
`;
}

/** Runs these at once. @returns what each printed */
function execute(commands) {
  return Promise.all(
    commands.map(async (args) => {
      try {
        return (await start(process.execPath, args, { maxBuffer: 2 ** 28 })).stdout;
      } catch (error) {
        // A red run is still a measured run.
        if (error.code === 1 && args[1] === 'run') return error.stdout;
        throw error;
      }
    }),
  );
}

function describeMachine() {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model}, ${memory} GiB, Node ${process.versions.node}`;
}

function number(ms) {
  return ms.toFixed(0).padStart(8);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
