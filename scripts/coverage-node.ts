// How much of Node's own CommonJS loader the suite runs, on the newest release of three lines, and what it does not.
// Options: --node VERSION and --case GLOB (repeatable), --jobs N. Exit code 1 when a block that is not run has no
// reason in coverage-node/reasons.yaml, or a reason is about nothing.

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

/** So that functions are compiled anew, with counters. */
const throwAwayCompiled = ['--flush-bytecode', '--stress-flush-code'];

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
  for (const url of scripts) {
    const script = url.replace('node:internal/modules/', '');
    const blocks = scriptBlocks(texts.get(url) ?? '');
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
  }
  return unexplained === 0 && failures.length === 0;
}

/** Runs the cases and hands on what each process told. @returns what did not pass */
async function runSuite(version: string, binary: string, onTold: (told: unknown) => void): Promise<string[]> {
  const folder = realpathSync(mkdtempSync(path.join(temporaryFolder(), 'modspec-coverage-')));
  const workspace = await openWorkspace();
  try {
    const adapter = hostAdapter({
      spec: `node@${version}`,
      command: binary,
      flags: [...throwAwayCompiled, path.join(packageRoot, 'scripts', 'coverage-node', 'covered-host.cjs')],
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
    const failures = await askAll(adapter, editionOfNodeVersion(version)?.id ?? '', workspace);
    for (const name of readdirSync(folder)) onTold(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    return failures;
  } finally {
    workspace.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns the cases that did not pass, and those that this machine can't be asked */
async function askAll(adapter: Adapter, edition: string, workspace: Workspace): Promise<string[]> {
  const machine: ReadonlySet<string> = probeMachine(workspace);
  const isMet = (need: string) => machine.has(need) || nodeCapabilities.some((name) => name === need);
  const waiting = judgedCases(cases, edition).values();
  const failures: string[] = [];
  const work = async () => {
    const asker = new Asker(adapter, { workspace, ...patient });
    for (const { item } of waiting) {
      if (!item.needs.every(isMet)) failures.push(`${item.id} needs ${item.needs.join(', ')}`);
      else if (!(await asker.passes(item, edition))) failures.push(`${item.id} does not pass`);
    }
    await asker.leave();
  };
  await Promise.all(Array.from({ length: Number(options.jobs) }, work));
  return failures;
}
