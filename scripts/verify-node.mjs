// Runs the whole suite on every Node line, prints line × verdicts, and writes what each line was seen to do into
// spec/evidence. Every line must be 100 % green against its own edition. With names of pages, only these are run and
// only their evidence is written; with --dry none is.

import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { countVerdicts } from '../build/analysis/tally.js';
import { placeOf } from '../build/harness/run/place.js';
import { editions } from '../build/model/editions.js';
import { judgedCases } from '../build/model/judged-case.js';
import { loadCatalog } from '../build/suite/cases/load-catalog.js';
import { writeEvidence } from '../build/suite/evidence/evidence.js';
import { gatherEvidence } from '../build/suite/evidence/gather.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const words = ['pass', 'fail', 'crash', 'timeout', 'skip', 'error'];
const lines = editions.filter(({ family, verifiedOn }) => family === 'node' && verifiedOn);
const pages = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const catalog = loadCatalog(path.join(root, 'spec'));
const runs = [];
const isRoot = process.getuid?.() === 0;
// Root may read everything, and cases about permissions would be skipped.
const asNobody = isRoot ? { uid: 65534, gid: 65534 } : {};
const likeAnyNode = { adapter: { shared: true }, description: { bare: true, threads: () => true } };
let red = false;

// Nobody must be able to run what root has fetched.
if (isRoot) process.env.MODSPEC_CACHE ??= path.join(tmpdir(), 'modspec-cache');

process.stdout.write(`${'line'.padEnd(12)} ${'version'.padEnd(9)} ${words.join(' ')}\n`);
for (const line of lines) {
  const { id, verifiedOn } = line;
  const [version] = verifiedOn;
  const { run, exitCode, stderr } = await verify(line);
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

/**
 * The cases that a shared host would give a thread are asked in processes, so that nothing on record is only what a thread
 * does.
 */
async function verify({ id, verifiedOn: [version] }) {
  const impl = `node@${version}`;
  // Fetches the binary as the user who may write the cache.
  await modspec(['--impl', impl, '--case', 'cycle-two-files']);
  const asked = catalog.pages.filter(isWanted).flatMap(({ cases }) => cases);
  const inThread = judgedCases(asked, id).filter((judged) => placeOf(judged, likeAnyNode) === 'thread');
  const shared = await modspec(
    ['--impl', impl, ...pages.flatMap((page) => ['--case', `${page}/*`])],
    asNobody,
  );
  if (!shared.run || inThread.length === 0) return shared;
  const named = inThread.flatMap(({ item }) => ['--case', item.id]);
  const alone = await modspec(['--impl', impl, '--isolate', ...named], asNobody);
  if (!alone.run) return alone;
  const replaced = new Map(alone.run.verdicts.map((verdict) => [verdict.case, verdict]));
  const verdicts = shared.run.verdicts.map((verdict) => replaced.get(verdict.case) ?? verdict);
  return { ...alone, exitCode: shared.exitCode || alone.exitCode, run: { ...shared.run, verdicts } };
}

async function modspec(args, as = {}) {
  const command = [
    path.join(root, 'bin', 'modspec.js'),
    'run',
    '--spec',
    'spec',
    '--format',
    'json',
    ...args,
  ];
  const options = { cwd: root, reject: false, maxBuffer: 2 ** 29, ...as };
  const { exitCode, stdout, stderr } = await execa(process.execPath, command, options);
  return { exitCode, stderr, run: stdout === '' ? undefined : JSON.parse(stdout) };
}
