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
const lines = editions.flatMap(({ id, verifiedOnWindows = [] }) =>
  verifiedOnWindows.map((release) => ({ id, version: release.replace(' win32', '') })),
);
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
  const runs = [];
  let isGreen = true;
  process.stdout.write(headOfTable(['line', 8], ['implementation', 26]));
  for (const { id, version } of lines) {
    const binary = await windowsNode(version);
    const rows = [
      {
        impl: `node:${windowsPath(binary)}`,
        title: `node.exe ${version}${isChanged(version) ? ' (changed)' : ''}`,
      },
      { impl: 'reference', title: 'reference' },
    ];
    for (const { impl, title } of rows) {
      const release = {
        edition: id,
        impl,
        pages: namedPages,
        recorded: impl === 'reference' ? [] : recorded,
      };
      const { run, exitCode, stderr } = await askRelease(
        (args) => modspec([...args, '--edition', id]),
        release,
      );
      isGreen &&= exitCode === 0;
      if (run && impl !== 'reference') runs.push(run);
      const titles = [
        [id, 8],
        [title, 26],
      ];
      process.stdout.write(
        run ? rowOfTable(titles, run, ['fail', 'crash', 'timeout', 'error']) : failedRow(titles, stderr),
      );
    }
  }
  if (!isDry && runs.length === lines.length && isGreen) {
    recordEvidence(runs, isRecorded);
    process.stdout.write('what was seen in cases that need Windows is in spec/evidence\n');
  }
  return isGreen;
}

function modspecUnder(wine, node) {
  return async (args) => {
    const bin = path.join(root, 'bin', 'modspec.js');
    const command = [node, bin, 'run', '--format', 'json', ...args];
    const { exitCode, stdout, stderr } = await wine.print(command, { cwd: root });
    return { exitCode, stderr, run: stdout === '' ? undefined : JSON.parse(stdout) };
  };
}
