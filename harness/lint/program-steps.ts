// Which steps the programs of the cases take: those of loading are taken by no resolution.

import path from 'node:path';
import * as z from 'zod';
import type { Adapter } from '../adapters/adapter.ts';
import { hostAdapter } from '../adapters/host-adapter.ts';
import type { Outcome } from '../hosts/outcome.ts';
import { SharedHost } from '../hosts/shared-host.ts';
import type { Case } from '../model/case.ts';
import { currentEdition } from '../model/editions.ts';
import { packageRoot } from '../package-root.ts';
import { placeOf } from '../run/place.ts';
import { buildTree } from '../trees/build-tree.ts';
import type { Workspace } from '../trees/workspace.ts';

const timeoutMs = 30_000;

/**
 * The labels of the steps that the reference takes in the edition of today when it runs the programs of the cases that
 * no older text speaks of. They run in one process apart from this one; a program that wants an environment or a
 * process of its own, or ends that one, counts for nothing.
 */
export async function stepsOfPrograms(cases: readonly Case[], workspace: Workspace): Promise<Set<string>> {
  const taken = new Set<string>();
  const adapter = tracingAdapter();
  const loader = { adapter, description: adapter.describe(undefined) };
  const asked = cases.filter((item) => programOf(item) && placeOf(item, currentEdition, loader) === 'shared');
  let host: SharedHost | undefined;
  for (const item of asked) {
    host ??= await startHost(adapter, workspace);
    for (const label of await askSteps(host, item, workspace)) taken.add(label);
    if (host.isLost) host = undefined;
  }
  await host?.close();
  return taken;
}

function tracingAdapter(): Adapter {
  return hostAdapter({
    spec: 'reference',
    command: process.execPath,
    script: 'module-host.mjs',
    arguments: ['--', path.join(packageRoot, 'dist', 'harness', 'lint', 'tracing-loader.js')],
    describe: () => ({ name: 'reference', edition: currentEdition, capabilities: ['run'] }),
  });
}

function programOf({ questions, environment }: Case): string | undefined {
  if (Object.keys(environment).length > 0) return undefined;
  const question = questions.find(({ kind }) => kind === 'run');
  if (question?.kind !== 'run') return undefined;
  const editions = question.expect.flatMap((expectation) => expectation.editions);
  return editions.includes(currentEdition) && !editions.includes('locked') ? question.entry : undefined;
}

async function startHost({ shared }: Adapter, workspace: Workspace): Promise<SharedHost> {
  if (shared === undefined) throw new Error('the reference has no shared host');
  const host = new SharedHost(shared(workspace));
  const reply = await host.start();
  if (typeof reply === 'string') throw new Error(`the reference can't be traced: ${reply}`);
  return host;
}

async function askSteps(host: SharedHost, item: Case, workspace: Workspace): Promise<string[]> {
  const root = workspace.nextTree();
  buildTree(root, item.tree);
  const entry = path.join(root, programOf(item) ?? '');
  const asked = { root, edition: currentEdition, environment: {}, arguments: [] };
  const outcome = await host.ask({ ...asked, questions: [{ kind: 'run', entry }] }, timeoutMs);
  workspace.removeTree(root);
  return readSteps(outcome);
}

function readSteps(outcome: Outcome): string[] {
  const [answer] = outcome.kind === 'answered' ? outcome.answers : [];
  if (answer?.kind !== 'run') return [];
  return z.array(z.string()).parse(JSON.parse(answer.stdout.split('\0').at(-1) ?? '[]'));
}
