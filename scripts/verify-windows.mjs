// Runs the whole suite under Wine on the lines of Node that have a release for Windows, and on the reference in their editions; prints
// line × implementation × verdicts, and writes what each line was seen to do in cases that need Windows into spec/evidence. Every
// row must be green against its own edition. With names of pages, only these are run and only their evidence is
// written; with --dry none is.

import path from 'node:path';
import { editions } from '../build/model/editions.js';
import { UsageError } from '../build/model/usage-error.js';
import { askRelease } from './verify/ask-release.mjs';
import { recordEvidence } from './verify/record-evidence.mjs';
import { checkGenerated, isDry, namedPages, pages, root } from './verify/repository.mjs';
import { failedRow, headOfTable, rowOfTable } from './verify/verdict-table.mjs';
import { isChanged, windowsNode } from './verify/windows-nodes.mjs';
import { startWine, windowsPath } from './verify/wine.mjs';

/** The release that modspec itself runs on. */
const driver = '20.20.2';
const lines = editions.flatMap(({ id, verifiedOn = [], verifiedOnWindows = [] }) =>
  verifiedOnWindows
    .map((release) => release.replace(' win32', ''))
    .map((version) => ({ id, version, isOfEdition: verifiedOn.includes(version) })),
);
const notAsExpected = ['fail', 'crash', 'timeout', 'error'];
const isRecorded = ({ needs }) => needs.includes('windows');
const recorded = pages.flatMap(({ cases }) => cases).filter(isRecorded);

try {
  process.exitCode = (await verify()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`verify:windows: ${error.message}\n`);
  process.exitCode = 2;
}

/** @returns whether all is as expected */
async function verify() {
  checkGenerated();
  const wine = await startWine();
  const modspec = modspecUnder(wine, await windowsNode(driver));
  const rows = [];
  process.stdout.write(headOfTable(['line', 8], ['implementation', 26]));
  for (const line of lines) {
    for (const asked of [await realNode(line), { title: 'reference', impl: 'reference', recorded: [] }]) {
      rows.push({ ...asked, ...(await rowFor(modspec, line, asked)) });
    }
  }
  const real = rows.filter(({ impl }) => impl !== 'reference');
  if (!isDry && real.every(({ isGreen }) => isGreen)) {
    const runs = real.map(({ run }) => run);
    recordEvidence(runs, isRecorded);
    process.stdout.write('what was seen in cases that need Windows is in spec/evidence\n');
  }
  return rows.every(({ isGreen }) => isGreen);
}

async function realNode({ version }) {
  const impl = `node:${windowsPath(await windowsNode(version))}`;
  return { title: `node.exe ${version}${isChanged(version) ? ' (changed)' : ''}`, impl, recorded };
}

async function rowFor(modspec, { id, isOfEdition }, { title, impl, recorded }) {
  const titles = [
    [id, 8],
    [title, 26],
  ];
  const inEdition = (args) => modspec([...args, '--edition', id]);
  const { run, stderr } = await askRelease(inEdition, { edition: id, impl, pages: namedPages, recorded });
  process.stdout.write(run ? rowOfTable(titles, run, notAsExpected) : failedRow(titles, stderr));
  const decides = isOfEdition || impl === 'reference' ? () => true : isOneOf(recorded);
  const isRed = ({ verdict, case: name }) => notAsExpected.includes(verdict) && decides(name);
  return { run, isGreen: run !== undefined && !run.verdicts.some(isRed) };
}

/** Of another release than the edition speaks of, only the cases that go on record are held against it. */
function isOneOf(cases) {
  const ids = new Set(cases.map(({ id }) => id));
  return (id) => ids.has(id);
}

function modspecUnder(wine, node) {
  return async (args) => {
    const bin = path.join(root, 'bin', 'modspec.js');
    const command = [node, bin, 'run', '--format', 'json', ...args];
    const { exitCode, stdout, stderr } = await wine.print(command, { cwd: root });
    return { exitCode, stderr, run: stdout === '' ? undefined : JSON.parse(stdout) };
  };
}
