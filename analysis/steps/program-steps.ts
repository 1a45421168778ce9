// Which steps the programs of the cases take: those of loading are taken by no resolution.

import * as z from 'zod';
import type { Adapter } from '../../harness/adapters/adapter.ts';
import { hostAdapter } from '../../harness/adapters/host-adapter.ts';
import type { HostOutcome } from '../../harness/hosts/host-outcome.ts';
import { SharedHost } from '../../harness/hosts/shared-host.ts';
import { probeMachine } from '../../harness/run/machine.ts';
import { placeOf } from '../../harness/run/place.ts';
import { reasonToSkip } from '../../harness/run/reason-to-skip.ts';
import { buildTree } from '../../harness/trees/build-tree.ts';
import { rulesOf, seenPath } from '../../harness/trees/seen-paths.ts';
import type { Workspace } from '../../harness/trees/workspace.ts';
import type { Case, Question, Step } from '../../model/case.ts';
import { platformHere } from '../../model/case-platform.ts';
import { currentEdition, editionIds } from '../../model/editions.ts';
import { judgedCase } from '../../model/judged-case.ts';
import { builtFile } from '../../model/package-root.ts';
import { type HostNeed, nodeCapabilities } from '../../model/vocabulary.ts';
import { speaksOf } from './step-coverage.ts';

const timeoutMs = 30_000;

/**
 * The labels of the steps that the reference takes when it runs the programs of the cases: in the edition of today those that no
 * older text speaks of, and for steps that nothing has taken, in the editions that these are limited to. Programs run in one
 * process apart from this one; one that wants an environment or a process of its own, ends that one, or needs what this machine lacks,
 * counts for nothing.
 * @param known the labels of the steps that are taken otherwise
 */
export async function stepsOfPrograms(
  cases: readonly Case[],
  steps: readonly Step[],
  known: ReadonlySet<string>,
  workspace: Workspace,
): Promise<Set<string>> {
  const taken = new Set(known);
  const host = openHost(workspace);
  const machine = probeMachine(workspace);
  for (const item of cases) {
    if (speaksOfToday(item) && isAskable(item, currentEdition, machine))
      await host.run(item, currentEdition, taken);
  }
  for (const edition of editionIds) {
    for (const item of cases.filter((one) => speaks(one, edition) && isAskable(one, edition, machine))) {
      if (wantedIn(steps, edition).every(({ label }) => taken.has(label))) break;
      await host.run(item, edition, taken);
    }
  }
  await host.close();
  return taken;
}

function wantedIn(steps: readonly Step[], edition: string): Step[] {
  return steps.filter(({ editions }) => editions?.includes(edition));
}

/** Programs run one after another, in a process that is started anew when one has ended it. */
function openHost(workspace: Workspace) {
  let host: SharedHost | undefined;
  return {
    async run(item: Case, edition: string, taken: Set<string>): Promise<void> {
      host ??= await startHost(tracingAdapter(), workspace);
      for (const label of await askSteps(host, item, edition, workspace)) taken.add(label);
      if (host.isLost) host = undefined;
    },
    async close(): Promise<void> {
      await host?.close();
    },
  };
}

function tracingAdapter(): Adapter {
  return hostAdapter({
    spec: 'reference',
    command: process.execPath,
    script: 'module-host.mjs',
    arguments: ['--', builtFile('analysis', 'steps', 'tracing-loader.js')],
    describe: () => ({ name: 'reference', edition: currentEdition, capabilities: ['run'] }),
  });
}

function isAskable(item: Case, edition: string, machine: ReadonlySet<HostNeed>): boolean {
  const judged = judgedCase(item, edition);
  const loader = tracingAdapter();
  const description = loader.describe(undefined);
  const isShared = placeOf(judged, { adapter: loader, description }) === 'shared';
  return isShared && reasonToSkip(judged, { capabilities: nodeCapabilities }, machine) === undefined;
}

function speaksOfToday(item: Case): boolean {
  return speaks(item, currentEdition) && !speaks(item, 'locked');
}

function speaks(item: Case, edition: string): boolean {
  const question = programOf(item);
  return question !== undefined && speaksOf(question, edition);
}

function programOf({ questions, environment }: Case): Question | undefined {
  return Object.keys(environment).length > 0 ? undefined : questions.find(({ kind }) => kind === 'run');
}

async function startHost({ shared }: Adapter, workspace: Workspace): Promise<SharedHost> {
  if (shared === undefined) throw new Error('the reference has no shared host');
  const host = new SharedHost(shared(workspace));
  const reply = await host.start();
  if (typeof reply === 'string') throw new Error(`the reference can't be traced: ${reply}`);
  return host;
}

async function askSteps(
  host: SharedHost,
  item: Case,
  edition: string,
  workspace: Workspace,
): Promise<string[]> {
  const root = workspace.nextTree();
  const platform = platformHere(item);
  const seen = seenPath(root, platform);
  buildTree(root, item.tree, undefined, seen);
  const question = programOf(item);
  const entry = rulesOf(platform).join(seen, question?.kind === 'run' ? question.entry : '');
  const asked = { root: seen, platform, edition, environment: {}, arguments: [] };
  const outcome = await host.ask({ ...asked, questions: [{ kind: 'run', entry }] }, timeoutMs);
  workspace.removeTree(root);
  return readSteps(outcome);
}

function readSteps(outcome: HostOutcome): string[] {
  const [answer] = outcome.kind === 'answered' ? outcome.answers : [];
  if (answer?.kind !== 'run') return [];
  return z.array(z.string()).parse(JSON.parse(answer.stdout.split('\0').at(-1) ?? '[]'));
}
