// How strong the suite is: seeds faults into the reference, runs the cases, and prints which faults no case noticed, which
// only one case notices, and which cases notice none; the last goes into spec/strength.json.
// Options: --case GLOB (repeatable) only asks these cases which fault they notice, and puts them on record; --fault GLOB
// (repeatable) only hunts these faults, with the cases of --case where that is given too, and puts nothing on record;
// --edition E (repeatable) asks there alone, so that only cases that do notice something go on record; --quick is content
// with one case a fault and puts nothing on record; --check asks no case and only looks for stale entries of the register of
// equivalents; --jobs N. Exit code 1 when a fault survives, a case notices none, or a register is stale.
// ES modules and types are left to the Node that runs this: one since 22.13 asks the cases and faults of type stripping, too.

import { chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../harness/trees/temporary-folder.ts';
import { openWorkspace } from '../harness/trees/workspace.ts';
import { packageRoot } from '../model/package-root.ts';
import { selectCases } from '../suite/cases/catalog.ts';
import { loadCatalog } from '../suite/cases/load-catalog.ts';
import { readIdleCases } from '../suite/evidence/idle-cases.ts';
import { readStrengthRecord, writeStrengthRecord } from '../suite/evidence/strength-record.ts';
import { checkRegister, readEquivalents } from './strength/equivalents.ts';
import { type Measurement, measure } from './strength/measure.ts';
import { casesOf, keyOfEditions, measuredEditions, readOptions } from './strength/options.ts';
import { findStale, renderMeasurement, renderNullFloor } from './strength/render.ts';
import { idleAmong, renderCredits, renderNoticed, renderOnly } from './strength/render-credits.ts';
import { recordedFaults, updateRecord } from './strength/update-record.ts';

const options = readOptions();
const pages = path.join(packageRoot, 'spec');
const catalog = loadCatalog(pages);
const cases = casesOf(selectCases(catalog, options.cases), options);
const before = readStrengthRecord(pages);
const record = before ?? {};
const idle = readIdleCases(pages);
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

const register = path.join(packageRoot, 'scripts', 'strength', 'equivalents.yaml');
if (options.check) {
  const stale = checkRegister(register);
  for (const line of stale) process.stdout.write(`${path.relative(packageRoot, line)}\n`);
  process.exit(stale.length > 0 ? 1 : 0);
}

becomeNobody();
const measured = await measureAll();
becomeRoot();
if (options.wanted > 0) printFates(measured);
if (options.credits) printCredits(measured);
const isWhole = options.editions === undefined && !stop.signal.aborted;
// Some cases are not the beginning of a record: the linter would miss all others.
if (options.credits && (before || (isWhole && options.cases.length === 0))) {
  writeStrengthRecord(pages, updateRecord(record, measured.credits, catalog.cases, isWhole));
}

async function measureAll(): Promise<Measurement> {
  const editions = measuredEditions(cases, options);
  const folder = realpathSync(mkdtempSync(path.join(temporaryFolder(), 'modspec-strength-')));
  const workspace = await openWorkspace();
  const kept = (what: string) => path.join(keptFolder(), `${what}-${keyOfEditions(editions)}.json`);
  try {
    return await measure(cases, {
      ...options,
      folder,
      workspace,
      editions,
      timeoutMs: 5000,
      recorded: recordedFaults(record),
      kept: { pairs: kept('pairs'), ledger: kept('ledger') },
      signal: stop.signal,
      onProgress: tellProgress,
    });
  } finally {
    workspace.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

function printFates({ beyondHost, faults, fates, unsound }: Measurement): void {
  const equivalents = readEquivalents(register, faults);
  const judged = fates.filter(({ fault }) => !equivalents.reasons.has(fault.id));
  if (options.wanted > 1 && !stop.signal.aborted) process.stdout.write(renderOnly(judged));
  process.stdout.write(renderMeasurement(fates, unsound, equivalents));
  const served = faults.filter(({ file }) => file.startsWith('deployd/')).length;
  if (options.cases.length === 0)
    process.stdout.write(
      `${served} more are about servers: --case 'deployd-*/*' --fault 'deployd/**' measures them\n`,
    );
  const left = faults.filter(({ file }) => options.left.has(file)).length;
  if (left > 0)
    process.stdout.write(`${left} more are left to tests; scripts/strength/left-to-tests.yaml says why\n`);
  if (beyondHost.length > 0)
    process.stdout.write(
      `${beyondHost.length} more are about types, which only a Node since 22.13 can take out\n`,
    );
  process.stdout.write(renderNullFloor(catalog.cases));
  if (stop.signal.aborted)
    process.stdout.write('broken off: faults that were not hunted to the end are left out\n');
  const stale = findStale(fates, equivalents);
  for (const line of stale) process.stdout.write(`${line}\n`);
  if (stale.length > 0 || judged.some(({ killers }) => killers.length === 0)) process.exitCode = 1;
}

function printCredits({ credits }: Measurement): void {
  if (options.wanted === 0) process.stdout.write(renderNoticed(credits));
  process.stdout.write(renderCredits(credits, idle));
  if (idleAmong(credits, idle).length > 0) process.exitCode = 1;
}

function keptFolder(): string {
  return path.join(packageRoot, 'out', 'strength');
}

/** Root may read everything, and cases about permissions would be skipped. */
function becomeNobody(): void {
  const nobody = 65534;
  mkdirSync(keptFolder(), { recursive: true });
  if (process.getuid?.() !== 0) return;
  chownSync(keptFolder(), nobody, nobody);
  process.setegid?.(nobody);
  process.seteuid?.(nobody);
}

/** The record lies where only the owner writes. */
function becomeRoot(): void {
  if (process.getuid?.() !== 0) return;
  process.seteuid?.(0);
  process.setegid?.(0);
}

function tellProgress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what}`);
  else if (options.verbose) process.stderr.write(`${what}\n`);
}
