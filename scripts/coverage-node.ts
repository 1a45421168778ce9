// How much of Node's own module system the suite runs, and what it does not: `require`, `import` and hooks, on the newest release of
// three lines. What runs in threads is not counted, nor the process that answers what `import` resolves to.
// Options: --node VERSION and --case GLOB (repeatable), --jobs N. Exit code 1 when a case does not pass, a block that is not
// run has no reason in coverage-node/reasons.yaml, or a reason is about nothing. Cases whose needs this machine lacks are not asked.

import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Adapter } from '../harness/adapters/adapter.ts';
import { hostAdapter } from '../harness/adapters/host-adapter.ts';
import { fetchNode } from '../harness/adapters/node-adapter.ts';
import { probeMachine } from '../harness/run/machine.ts';
import { temporaryFolder } from '../harness/trees/temporary-folder.ts';
import { openWorkspace, type Workspace } from '../harness/trees/workspace.ts';
import type { Case } from '../model/case.ts';
import { editionOfNodeVersion, findEdition } from '../model/editions.ts';
import { judgedCases } from '../model/judged-case.ts';
import { packageRoot } from '../model/package-root.ts';
import { nodeCapabilities } from '../model/vocabulary.ts';
import { selectCases } from '../suite/cases/catalog.ts';
import { loadCatalog } from '../suite/cases/load-catalog.ts';
import { Coverage, missedBlocks } from './coverage-node/merge-coverage.ts';
import { readScripts, scriptBlocks, scripts } from './coverage-node/node-scripts.ts';
import { readReasons } from './coverage-node/reasons.ts';
import { Asker } from './strength/asker.ts';

const coveredHost = path.join(packageRoot, 'scripts', 'coverage-node', 'covered-host.cjs');

/** So that functions are compiled anew, with counters: those that ran before counting began, and those that Node starts with. */
const throwAwayCompiled = [
  '--flush-bytecode',
  '--stress-flush-code',
  '--no-opt',
  '--no-sparkplug',
  '--no-node-snapshot',
];

/** Cases that can't be asked so, by id, with the reason. */
const unasked: Readonly<Record<string, string>> = {
  'preload-cache-replaced':
    'it replaces a function of the loader, which then sees that the file that counts is loaded',
};

/** A host that writes down what it ran takes its time to end. */
const patient = { timeoutMs: 30_000, closeMs: 60_000 };

/** The lines whose loader is measured unless versions are named. */
const measured = ['node-20', 'node-22', 'node-24'].flatMap((id) => findEdition(id)?.verifiedOn ?? []);

const { values: options } = parseArgs({
  options: {
    node: { type: 'string', multiple: true, default: measured },
    case: { type: 'string', multiple: true, default: [] },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});

// Root may read everything, and cases about permissions would be skipped; nobody must find what root has fetched.
const nobody = 65534;
if (process.getuid?.() === 0) process.env['MODSPEC_CACHE'] ??= path.join(tmpdir(), 'modspec-cache');
const binaries = new Map<string, string>();
for (const version of options.node) binaries.set(version, await fetchNode(version, { offline: false }));
if (process.getuid?.() === 0) {
  process.setgid?.(nobody);
  process.setuid?.(nobody);
}

const cases = selectCases(loadCatalog(path.join(packageRoot, 'spec')), options.case);
const reasons = readReasons(path.join('scripts', 'coverage-node', 'reasons.yaml'));
let isComplete = true;
for (const [version, binary] of binaries) isComplete = (await measure(version, binary)) && isComplete;
const unused = options.case.length > 0 ? [] : reasons.unused(options.node.map(lineOf));
for (const line of unused) process.stdout.write(`${line}\n`);
process.exitCode = isComplete && unused.length === 0 ? 0 : 1;

function lineOf(version: string): number {
  return Number.parseInt(version, 10);
}

/** @returns whether every block was run or has a reason, and every case passed */
async function measure(version: string, binary: string): Promise<boolean> {
  const texts = await readScripts(binary);
  const coverage = new Coverage(texts);
  const failures = await runSuite(version, binary, (told) => coverage.add(told));
  for (const line of failures) process.stdout.write(`node ${version}: ${line}\n`);
  let unexplained = 0;
  const total = { run: 0, all: 0 };
  for (const [url, text] of texts) {
    const script = url.replace('node:internal/modules/', '');
    const blocks = scriptBlocks(text);
    const missed = missedBlocks(blocks, (block) => coverage.isRun(url, block));
    const open = missed.filter(
      ({ name }) => reasons.reasonOf({ node: lineOf(version), script, name }) === undefined,
    );
    const run = blocks.filter((block) => coverage.isRun(url, block)).length;
    process.stdout.write(
      `node ${version} ${script.padEnd(22)} ${run} of ${blocks.length} blocks run; not run: ${missed.length}, of which ${open.length} without a reason\n`,
    );
    for (const { name, line } of open) process.stdout.write(`  ${script}:${line} ${name}\n`);
    unexplained += open.length;
    total.run += run;
    total.all += blocks.length;
  }
  process.stdout.write(
    `node ${version}: ${total.run} of ${total.all} blocks run; without a reason: ${unexplained}\n`,
  );
  return unexplained === 0 && failures.length === 0;
}

/** Runs the cases and hands on what each process told. @returns the cases that do not pass */
async function runSuite(version: string, binary: string, onTold: (told: unknown) => void): Promise<string[]> {
  const folder = realpathSync(mkdtempSync(path.join(temporaryFolder(), 'modspec-coverage-')));
  const workspace = await openWorkspace();
  try {
    const failures = await askAll(version, (flags) => coveredNode(version, binary, folder, flags), workspace);
    for (const name of readdirSync(folder)) onTold(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    return failures;
  } finally {
    workspace.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A Node whose processes write into the folder which blocks they ran. */
function coveredNode(version: string, binary: string, folder: string, flags: readonly string[]): Adapter {
  return hostAdapter({
    spec: `node@${version}`,
    command: binary,
    flags: [...throwAwayCompiled, ...flags],
    script: 'node-host.cjs',
    arguments: [],
    environment: { MODSPEC_COVERAGE: folder, MODSPEC_COVERED: scripts.join(' ') },
    describe: () => ({
      name: 'node',
      version,
      edition: editionOfNodeVersion(version)?.id ?? '',
      capabilities: nodeCapabilities,
    }),
  });
}

/** Asks the cases that this machine can be asked, and prints what the others need. @returns the cases that do not pass */
async function askAll(
  version: string,
  open: (flags: readonly string[]) => Adapter,
  workspace: Workspace,
): Promise<string[]> {
  const edition = editionOfNodeVersion(version)?.id ?? '';
  const met = new Set<string>([...probeMachine(workspace), ...nodeCapabilities]);
  const lackedBy = ({ needs }: Case) => needs.filter((need) => !met.has(need)).join(' and ');
  const judged = judgedCases(cases, edition);
  const lacks = judged.map(({ item }) => lackedBy(item)).filter((lack) => lack !== '');
  printUnasked(version, lacks);
  const waiting = judged.filter(({ item }) => lackedBy(item) === '' && !(item.id in unasked)).values();
  const failures: string[] = [];
  const work = async () => {
    const asker = new Asker(open([coveredHost]), { workspace, ...patient });
    // Node itself runs a program for which it preloads modules.
    const preloading = new Asker(open(['--require', coveredHost]), { workspace, ...patient });
    for (const { item } of waiting) {
      const passes = await ('NODE_OPTIONS' in item.environment ? preloading : asker).passes(item, edition);
      if (!passes) failures.push(`${item.id} does not pass`);
    }
    await asker.leave();
  };
  await Promise.all(Array.from({ length: Number(options.jobs) }, work));
  return failures;
}

/** Takes what this machine lacks, for each case that needs it. */
function printUnasked(version: string, lacks: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const lack of lacks) counts.set(lack, (counts.get(lack) ?? 0) + 1);
  const told = [...counts].map(([lack, count]) => `${count} need ${lack}`).join(', ');
  if (told !== '')
    process.stdout.write(`node ${version}: cases not asked, for what this machine lacks: ${told}\n`);
  for (const [id, reason] of Object.entries(unasked))
    process.stdout.write(`node ${version}: case not asked: ${id}, because ${reason}\n`);
}
