// Runs the whole suite on every Node line, prints line × verdicts, and writes what each line was seen to do into
// spec/evidence. Every line must be 100 % green against its own edition. With names of pages, only these are run and
// only their evidence is written; with --dry none is. Cases that need Windows are those of verify:windows, and cases that need names to be
// found by other spellings are those of verify:file-systems.

import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { editions, needsOtherSpellings } from '../build/model/editions.js';
import { judgedCases } from '../build/model/judged-case.js';
import { askRelease } from './verify/ask-release.mjs';
import { recordEvidence } from './verify/record-evidence.mjs';
import { isDry, namedPages, pages, root } from './verify/repository.mjs';
import { failedRow, headOfTable, rowOfTable } from './verify/verdict-table.mjs';

const isRecorded = (item) => !item.needs.includes('windows') && !needsOtherSpellings(item);
const recorded = pages.flatMap(({ cases }) => cases).filter(isRecorded);
/** Lines that the pages say nothing about are not asked. */
const lines = editions.filter(
  ({ id, family, verifiedOn }) => family === 'node' && verifiedOn && judgedCases(recorded, id).length > 0,
);
const runs = [];
const isRoot = process.getuid?.() === 0;
// Root may read everything, and cases about permissions would be skipped.
const asNobody = isRoot ? { uid: 65534, gid: 65534 } : {};
let red = false;

// Nobody must be able to run what root has fetched.
if (isRoot) process.env.MODSPEC_CACHE ??= path.join(tmpdir(), 'modspec-cache');

process.stdout.write(headOfTable(['line', 12], ['version', 9]));
for (const { id, verifiedOn } of lines) {
  const impl = `node@${verifiedOn[0]}`;
  const titles = [
    [id, 12],
    [verifiedOn[0], 9],
  ];
  // Fetches the binary as the user who may write the cache.
  await modspec(['--impl', impl, '--case', 'cycle-two-files']);
  const release = { edition: id, impl, pages: namedPages, recorded };
  const { run, exitCode, stderr } = await askRelease((args) => modspec(args, asNobody), release);
  red ||= exitCode !== 0;
  if (run) runs.push(run);
  process.stdout.write(run ? rowOfTable(titles, withoutOthers(run)) : failedRow(titles, stderr));
}
if (!isDry && runs.length === lines.length && !red) {
  recordEvidence(runs, isRecorded);
  process.stdout.write('what was seen is in spec/evidence\n');
}
process.exitCode = red ? 1 : 0;

/** They are skipped here, and that says nothing. */
function withoutOthers({ verdicts }) {
  const ids = new Set(recorded.map(({ id }) => id));
  return { verdicts: verdicts.filter(({ case: id }) => ids.has(id)) };
}

async function modspec(args, as = {}) {
  const bin = path.join(root, 'bin', 'modspec.js');
  const command = [bin, 'run', '--spec', 'spec', '--format', 'json', ...args];
  const options = { cwd: root, reject: false, maxBuffer: 2 ** 29, ...as };
  const { exitCode, stdout, stderr } = await execa(process.execPath, command, options);
  return { exitCode, stderr, run: stdout === '' ? undefined : JSON.parse(stdout) };
}
