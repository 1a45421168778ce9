// Asks the cases that need names to be found by other spellings: every Node line in a folder of a file system that ignores case and
// normal forms, and the reference as on macOS. Prints line × implementation × verdicts, and writes what each line was seen to do into
// spec/evidence. Every row must be green. Only the pages with such cases are run, or those that are named; with --all
// the whole suite is, and with --dry no evidence is written.

import path from 'node:path';
import { execa } from 'execa';
import { editions, needsOtherSpellings } from '../build/model/editions.js';
import { judgedCases } from '../build/model/judged-case.js';
import { UsageError } from '../build/model/usage-error.js';
import { askRelease } from './verify/ask-release.mjs';
import { mountNameInsensitive } from './verify/name-insensitive-mount.mjs';
import { recordEvidence } from './verify/record-evidence.mjs';
import { checkGenerated, isDry, pages, root } from './verify/repository.mjs';
import { failedRow, headOfTable, rowOfTable } from './verify/verdict-table.mjs';

const recorded = pages.flatMap(({ cases }) => cases).filter(needsOtherSpellings);
const asked = process.argv.includes('--all')
  ? []
  : pages.filter(({ cases }) => cases.some(needsOtherSpellings)).map(({ page }) => page);
const lines = editions.filter(
  ({ id, family, verifiedOn }) => family === 'node' && verifiedOn && judgedCases(recorded, id).length > 0,
);
const notAsExpected = ['fail', 'crash', 'timeout', 'error'];

try {
  process.exitCode = (await verify()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`verify:file-systems: ${error.message}\n`);
  process.exitCode = 2;
}

/** @returns whether all is as expected */
async function verify() {
  checkGenerated();
  const there = await mountNameInsensitive();
  try {
    process.stdout.write(headOfTable(['line', 10], ['implementation', 18]));
    const rows = [];
    for (const { id, verifiedOn } of lines) {
      const node = { title: `node ${verifiedOn[0]}`, impl: `node@${verifiedOn[0]}`, recorded };
      rows.push(await rowFor(there.run, id, node));
      const reference = { title: 'reference', impl: 'reference', platform: 'darwin', recorded: [] };
      rows.push(await rowFor(runHere, id, reference));
    }
    const real = rows.filter(({ impl }) => impl !== 'reference');
    if (!isDry && real.every(({ isGreen }) => isGreen)) {
      recordEvidence(
        real.map(({ run }) => run),
        needsOtherSpellings,
      );
      process.stdout.write('what was seen is in spec/evidence\n');
    }
    return rows.every(({ isGreen }) => isGreen);
  } finally {
    await there.end();
  }
}

async function rowFor(run, edition, { title, impl, platform, recorded }) {
  const titles = [
    [edition, 10],
    [title, 18],
  ];
  const chosen = ['--edition', edition, ...(platform ? ['--platform', platform] : [])];
  const release = { edition, impl, pages: asked, recorded };
  const { run: found, stderr } = await askRelease((args) => modspec(run, [...args, ...chosen]), release);
  process.stdout.write(found ? rowOfTable(titles, found, notAsExpected) : failedRow(titles, stderr));
  const isGreen =
    found !== undefined && !found.verdicts.some(({ verdict }) => notAsExpected.includes(verdict));
  return { impl, run: found, isGreen };
}

function runHere([file, ...args], options) {
  return execa(file, args, { reject: false, maxBuffer: 2 ** 29, ...options });
}

async function modspec(run, args) {
  const command = [
    process.execPath,
    path.join(root, 'bin', 'modspec.js'),
    'run',
    '--format',
    'json',
    ...args,
  ];
  const { exitCode, stdout, stderr } = await run(command, { cwd: root });
  return { exitCode, stderr, run: stdout === '' ? undefined : JSON.parse(stdout) };
}
