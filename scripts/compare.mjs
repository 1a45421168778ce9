// Asks every implementation that is known by name, or those that are named, one after another; writes each run and one
// HTML report to out/compare, what the comparison keeps of them to docs/comparison.json, and its table to docs/comparison.md.
//   npm run compare -- [--jobs N] [--offline] [NAME…]

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { putRow } from '../build/analysis/comparison/comparison.js';
import { summarizeRun } from '../build/analysis/comparison/summarize-run.js';
import { chooseImplementations } from '../build/harness/adapters/known-implementations.js';
import { packageVersion } from '../build/model/package-root.js';
import { UsageError } from '../build/model/usage-error.js';
import { readComparison, writeComparison } from '../build/reports/comparison/comparison-files.js';
import { loadCatalog } from '../build/suite/cases/load-catalog.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, 'out', 'compare');
const bin = path.join(root, 'bin', 'modspec.js');

try {
  await compare();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function compare() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { jobs: { type: 'string' }, offline: { type: 'boolean', default: false } },
  });
  const flags = [...(values.jobs ? ['--jobs', values.jobs] : []), ...(values.offline ? ['--offline'] : [])];
  const chosen = chooseImplementations(positionals);
  const catalog = loadCatalog();
  // If the page has no place for the table, this fails before anything is asked.
  writeComparison(root, readComparison(root));
  mkdirSync(folder, { recursive: true });
  for (const { spec, known } of chosen) {
    const outcome = await ask(spec, known.name, flags, catalog);
    console.log(`${spec}: ${describe(outcome)}`);
    if (outcome.kind === 'broke') process.exitCode = 1;
    writeComparison(root, putRow(readComparison(root), toRow(known, outcome)));
  }
  await writeReport();
}

async function ask(spec, name, flags, catalog) {
  const file = runFile(name);
  rmSync(file, { force: true });
  // On a busy machine, building a program is slow.
  const args = [bin, 'run', '--impl', spec, '--timeout', '20000', '--format', `json=${file}`, ...flags];
  const { exitCode, stderr } = await execa(process.execPath, args, { reject: false, stdin: 'ignore' });
  if (existsSync(file)) return summarizeRun(JSON.parse(readFileSync(file, 'utf8')), catalog);
  const reason = (stderr.trim().split('\n').at(-1) ?? '').replace(/^modspec: (--impl \S+: )?/, '');
  return { kind: exitCode === 2 ? 'not at hand' : 'broke', reason };
}

function runFile(name) {
  return path.join(folder, `${name.replaceAll('/', '+')}.json`);
}

function describe(outcome) {
  if (outcome.kind !== 'compared') return `${outcome.kind}: ${outcome.reason}`;
  const levels = Object.entries(outcome.levels).map(
    ([level, { pass, asked }]) => `${level} ${pass}/${asked}`,
  );
  return [...levels, `${outcome.skipped} skipped`, `${outcome.broken} broken`].join(', ');
}

function toRow({ name, kind: category, homepage }, outcome) {
  const { platform, arch, versions } = process;
  return {
    name,
    category,
    homepage,
    seen: new Date().toISOString().slice(0, 10),
    machine: `Node ${versions.node} on ${platform} ${arch}`,
    modspec: packageVersion(),
    outcome,
  };
}

/** Of all runs that are there, those of an earlier time included, in the order of the table. */
async function writeReport() {
  const files = readComparison(root)
    .rows.map(({ name }) => runFile(name))
    .filter(existsSync);
  if (files.length === 0) return;
  const out = path.join(folder, 'report.html');
  await execa(process.execPath, [bin, 'report', ...files, '--out', out], { stderr: 'inherit' });
  console.log(`${files.length} runs are in ${path.relative(root, out)}`);
}
