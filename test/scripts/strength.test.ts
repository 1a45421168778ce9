// The measurement of the suite's strength, on a few faults and cases: who is noticed, who is not, and what is stale.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import t, { test } from 'tap';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import { packageRoot } from '../../model/package-root.ts';
import { hostStripsTypes } from '../../reference/host/strip-types.ts';
import { readCompiled } from '../../scripts/strength/compiled-reference.ts';
import { checkRegister, readEquivalents } from '../../scripts/strength/equivalents.ts';
import { applyEdits } from '../../scripts/strength/fault.ts';
import { isBeyondHost } from '../../scripts/strength/hunters.ts';
import { filesLeftToTests } from '../../scripts/strength/left-to-tests.ts';
import { type Measurement, measure } from '../../scripts/strength/measure.ts';
import { findStale, renderMeasurement } from '../../scripts/strength/render.ts';
import { seedFaults } from '../../scripts/strength/seed-faults.ts';
import { selectCases } from '../../suite/cases/catalog.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';

const failedIsKept = 'modules/load-module:evaluateOrForget:finally-dropped:1';
const realpathSkipped = 'files/file-at:realFileAt:call-dropped:1';
const harmless = 'modules/load-file:loadFile:step-removed:2';

const folder = mkdtempSync(path.join(tmpdir(), 'modspec-strength-'));
const few = measureFew();
t.teardown(() => rmSync(folder, { recursive: true, force: true }));

async function measureFew(): Promise<Measurement> {
  const workspace = await openWorkspace();
  const cases = selectCases(loadCatalog(undefined), [
    'cache-failed-then-succeeds',
    'links-to-file',
    'cycle-two-files',
  ]);
  const measured = await measure(cases, {
    folder,
    workspace,
    editions: ['node-20'],
    jobs: 2,
    timeoutMs: 20_000,
    wanted: 1,
    credits: true,
    recorded: new Map(),
    isWanted: ({ id }) => [failedIsKept, realpathSkipped, harmless].includes(id),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  workspace.remove();
  return measured;
}

test('a Node that cannot take types out of a file is not asked about faults of that', async (t) => {
  const { faults } = await few;
  const beyond = faults.filter(isBeyondHost).map(({ id }) => id);
  for (const name of ['host/strip-types:stripTypes:', ':strippingInNodeModules:', ':typeScriptFiles:'])
    t.equal(
      beyond.some((id) => id.includes(name)),
      !hostStripsTypes,
      name,
    );
});

test('seeded faults have ids of their own, the same each time, and change the text', async (t) => {
  const { faults } = await few;
  const files = readCompiled(path.join(folder, 'compiled'));
  const ids = faults.map(({ id }) => id);
  t.ok(faults.length >= 150, `${faults.length} faults`);
  t.equal(new Set(ids).size, ids.length, 'no two have the same id');
  t.strictSame(
    seedFaults(files).faults.map(({ id }) => id),
    ids,
  );
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  const unchanged = faults.filter(
    ({ file, edits }) => applyEdits(texts.get(file) ?? '', edits) === texts.get(file),
  );
  t.strictSame(unchanged, []);
  t.notOk(
    ids.some((id) => id.includes(':__')),
    'none in what the compiler has added',
  );
  const kept = faults.find(({ id }) => id === failedIsKept);
  t.match(kept, { file: 'modules/load-module', change: 'nothing is done in the end' });
  const realpath = faults.find(({ id }) => id === realpathSkipped);
  t.match(realpath, { file: 'files/file-at', line: Number, change: /without `realpath`/ });
});

test('every entry of the register of equivalents is about a fault that there is', async (t) => {
  const register = path.join(packageRoot, 'scripts', 'strength', 'equivalents.yaml');
  t.strictSame(readEquivalents(register, (await few).faults).stale, []);
});

test('what is left to tests is in files that there are', async (t) => {
  const files = new Set((await few).faults.map(({ file }) => file));
  for (const file of filesLeftToTests()) t.ok(files.has(file), file);
});

test('a register can be looked at without asking any case', async (t) => {
  const register = path.join(t.testdir(), 'equivalents.yaml');
  writeFileSync(
    register,
    '- reason: there was one once, and now there is not\n  faults: { "gone:x:y:1": "" }\n',
  );
  t.match(checkRegister(register), [
    /equivalents\.yaml:2: there is no fault gone:x:y:1 any more; remove the entry/,
  ]);
});

test('what a case notices is killed, what none notices survives, and what is registered does not count', async (t) => {
  const measured = await few;
  const killers = Object.fromEntries(measured.fates.map(({ fault, killers: found }) => [fault.id, found]));
  t.strictSame(killers, {
    [failedIsKept]: ['cache-failed-then-succeeds'],
    [harmless]: [],
    [realpathSkipped]: ['links-to-file'],
  });

  const register = path.join(t.testdir(), 'equivalents.yaml');
  const read = (entries: Record<string, string>) => {
    const reason = 'nothing can be seen of it';
    writeFileSync(register, JSON.stringify([{ reason: `${reason}, whatever is asked`, faults: entries }]));
    return readEquivalents(register, measured.faults);
  };
  const changeOf = (id: string) => measured.faults.find((fault) => fault.id === id)?.change ?? '';
  const open = read({});
  t.match(renderMeasurement(measured.fates, [], open), /survives: .*\n.*\n(?:.*\n)*2 of 3 faults noticed/);
  const closed = read({ [harmless]: changeOf(harmless) });
  t.match(renderMeasurement(measured.fates, [], closed), '2 of 2 faults noticed (100 %), 1 more');
  t.strictSame(findStale(measured.fates, closed), []);
  const wrong = read({
    [failedIsKept]: changeOf(failedIsKept),
    [harmless]: 'another change',
    'gone:x:y:1': '',
  });
  t.match(findStale(measured.fates, wrong), [
    /is another fault now/,
    /there is no fault gone/,
    /is not an equivalent/,
  ]);
});
