// Runs the whole suite on every Node line, prints line × verdicts, and writes what each line was seen to do into
// spec/evidence. Every line must be 100 % green against its own edition. With names of pages, only these are run and
// only their evidence is written; with --dry none is.

import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { loadCatalog } from '../dist/harness/cases/load-catalog.js';
import { writeEvidence } from '../dist/harness/evidence/evidence.js';
import { gatherEvidence } from '../dist/harness/evidence/gather.js';
import { editions } from '../dist/harness/model/editions.js';
import { countVerdicts } from '../dist/reports/tally.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const words = ['pass', 'fail', 'crash', 'timeout', 'skip', 'error'];
const lines = editions.filter(({ family, verifiedOn }) => family === 'node' && verifiedOn);
const pages = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const catalog = loadCatalog(path.join(root, 'spec'));
const runs = [];
const isRoot = process.getuid?.() === 0;
let red = false;

// Nobody must be able to run what root has fetched.
if (isRoot) process.env.MODSPEC_CACHE ??= path.join(tmpdir(), 'modspec-cache');

process.stdout.write(`${'line'.padEnd(12)} ${'version'.padEnd(9)} ${words.join(' ')}\n`);
for (const {
  id,
  verifiedOn: [version],
} of lines) {
  const { run, exitCode, stderr } = await verify(version);
  red ||= exitCode !== 0;
  if (!run) {
    process.stdout.write(`${id.padEnd(12)} ${version.padEnd(9)} ${stderr}\n`);
    continue;
  }
  runs.push(run);
  const counts = countVerdicts(run.verdicts);
  const cells = words.map((word) => String(counts[word]).padStart(word.length));
  process.stdout.write(`${id.padEnd(12)} ${version.padEnd(9)} ${cells.join(' ')}\n`);
  for (const { verdict, case: name, reason } of run.verdicts) {
    if (verdict !== 'pass') process.stdout.write(`  ${verdict} ${name}${reason ? `: ${reason}` : ''}\n`);
  }
}
if (!process.argv.includes('--dry') && runs.length === lines.length && !red) {
  writeEvidence(path.join(root, 'spec'), gatherEvidence(catalog.pages.filter(isWanted), runs));
  process.stdout.write('what was seen is in spec/evidence\n');
}
process.exitCode = red ? 1 : 0;

function isWanted({ page }) {
  return pages.length === 0 || pages.includes(page);
}

/** Root may read everything, so cases about permissions would be skipped: it runs them as nobody. */
async function verify(version) {
  const args = ['run', '--spec', 'spec', '--impl', `node@${version}`, '--format', 'json'];
  // Fetches the binary as the user who may write the cache.
  await execa(
    process.execPath,
    [path.join(root, 'bin', 'modspec.js'), ...args, '--case', 'cycle-two-files'],
    { cwd: root },
  );
  const asNobody = isRoot ? { uid: 65534, gid: 65534 } : {};
  const { exitCode, stdout, stderr } = await execa(
    process.execPath,
    [path.join(root, 'bin', 'modspec.js'), ...args, ...pages.flatMap((page) => ['--case', `${page}/*`])],
    {
      cwd: root,
      reject: false,
      maxBuffer: 2 ** 29,
      ...asNobody,
    },
  );
  return { exitCode, stderr, run: stdout === '' ? undefined : JSON.parse(stdout) };
}
