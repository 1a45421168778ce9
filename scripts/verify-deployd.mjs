// Runs the server cases on every release of Deployd that is recorded, and on the reference for every edition, prints
// one table version × verdicts, and writes what each release was seen to do into spec/evidence. Every row must be
// 100 % green against its own edition. With ids of cases, which may be globs, only these are run, and the evidence of others is
// kept; with --dry none is written.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { countVerdicts } from '../build/analysis/tally.js';
import { editions } from '../build/model/editions.js';
import { loadCatalog } from '../build/suite/cases/load-catalog.js';
import { readEvidence, writeEvidence } from '../build/suite/evidence/evidence.js';
import { gatherEvidence } from '../build/suite/evidence/gather.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const words = ['pass', 'fail', 'crash', 'timeout', 'skip', 'error'];
const served = editions.filter(({ family }) => family === 'deployd');
const releases = served.flatMap(({ id, verifiedOn = [] }) =>
  verifiedOn.map((version) => ({ edition: id, impl: `deployd@${version}` })),
);
const references = served.map(({ id }) => ({ edition: id, impl: 'reference' }));
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const real = [];
let red = false;

process.stdout.write(`${'edition'.padEnd(14)} ${'implementation'.padEnd(14)} ${words.join(' ')}\n`);
for (const row of [...releases, ...references]) {
  const { run, exitCode, stderr } = await verify(row);
  red ||= exitCode !== 0;
  const title = `${row.edition.padEnd(14)} ${row.impl.padEnd(14)}`;
  process.stdout.write(`${title} ${run ? describe(run) : `${stderr}\n`}`);
  if (run && row.impl !== 'reference') real.push(run);
}
if (!process.argv.includes('--dry') && real.length === releases.length && !red) {
  const { pages } = loadCatalog(path.join(root, 'spec'));
  const asked = new Set(real.flatMap(({ verdicts }) => verdicts.map((verdict) => verdict.case)));
  const known = { isRecorded: ({ id }) => asked.has(id), before: readEvidence(path.join(root, 'spec')) };
  writeEvidence(path.join(root, 'spec'), gatherEvidence(pages, real, known));
  process.stdout.write('what was seen is in spec/evidence\n');
}
process.exitCode = red ? 1 : 0;

async function verify({ impl, edition }) {
  const args = [
    'run',
    '--spec',
    'spec',
    '--impl',
    impl,
    '--edition',
    edition,
    '--timeout',
    '60000',
    '--format',
    'json',
    ...chosen.flatMap((id) => ['--case', id]),
  ];
  const options = { cwd: root, reject: false, maxBuffer: 2 ** 29 };
  const bin = path.join(root, 'bin', 'modspec.js');
  const { exitCode, stdout, stderr } = await execa(process.execPath, [bin, ...args], options);
  return { exitCode, stderr, run: stdout === '' ? undefined : JSON.parse(stdout) };
}

function describe({ verdicts }) {
  const counts = countVerdicts(verdicts);
  const cells = words.map((word) => String(counts[word]).padStart(word.length)).join(' ');
  const others = verdicts
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ verdict, case: name, reason }) => `  ${verdict} ${name}${reason ? `: ${reason}` : ''}\n`);
  return `${cells}\n${others.join('')}`;
}
