// How strong the suite is: seeds faults into the reference, asks the cases, and tells which faults nobody noticed.
// Options: --fault GLOB and --case GLOB (repeatable) for some of them, --edition E (repeatable), --most N cases a fault,
// --jobs N; --full also tells which faults only one case notices. Exit code 1 when a fault survives or the register is
// stale.

import { chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import picomatch from 'picomatch';
import { selectCases } from '../harness/cases/catalog.ts';
import { loadCatalog } from '../harness/cases/load-catalog.ts';
import { editions } from '../harness/model/editions.ts';
import { packageRoot } from '../harness/package-root.ts';
import { openWorkspace } from '../harness/trees/workspace.ts';
import { readEquivalents } from './strength/equivalents.ts';
import { measure } from './strength/measure.ts';
import { findStale, renderMeasurement, renderNullFloor } from './strength/render.ts';

/** Servers are slow to ask: the editions of Deployd are only measured when they are named. */
const loaderEditions = editions.filter(({ family }) => family === 'node').map(({ id }) => id);

const { values: options } = parseArgs({
  options: {
    fault: { type: 'string', multiple: true, default: ['**'] },
    case: { type: 'string', multiple: true, default: [] },
    edition: { type: 'string', multiple: true, default: loaderEditions },
    most: { type: 'string', default: '800' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    full: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

// Root may read everything, and cases about permissions would be skipped.
const nobody = 65534;
const kept = path.join(packageRoot, 'out', 'strength');
mkdirSync(kept, { recursive: true });
if (process.getuid?.() === 0) {
  chownSync(kept, nobody, nobody);
  process.setegid?.(nobody);
  process.seteuid?.(nobody);
}

const catalog = loadCatalog(path.join(packageRoot, 'spec'));
const isWanted = picomatch(options.fault);
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'modspec-strength-')));
const workspace = await openWorkspace();
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
try {
  const measured = await measure(selectCases(catalog, options.case), {
    folder,
    workspace,
    editions: options.edition,
    jobs: Number(options.jobs),
    timeoutMs: 5000,
    wanted: options.full ? 2 : 1,
    most: Number(options.most),
    keptIn: path.join(kept, 'pairs.json'),
    isWanted: ({ id }) => isWanted(id),
    signal: stop.signal,
    onProgress: (what) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what}`);
      else if (options.verbose) process.stderr.write(`${what}\n`);
    },
  });
  const register = path.join('scripts', 'strength', 'equivalents.yaml');
  const equivalents = readEquivalents(path.join(packageRoot, register), measured.faults);
  process.stdout.write(renderMeasurement(measured, equivalents, { full: options.full }));
  process.stdout.write(renderNullFloor(catalog.cases));
  const stale = findStale(measured, equivalents);
  for (const line of stale) process.stdout.write(`${line}\n`);
  const hasSurvivors = measured.fates.some(
    ({ fault, killers }) => killers.length === 0 && !equivalents.reasons.has(fault.id),
  );
  process.exitCode = hasSurvivors || stale.length > 0 ? 1 : 0;
} finally {
  workspace.remove();
  rmSync(folder, { recursive: true, force: true });
}
