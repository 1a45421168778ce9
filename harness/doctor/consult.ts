// Asks an adapter all questions of the doctor and records everything that it writes. It judges nothing.

import path from 'node:path';
import { AdapterError } from '../../model/adapter-error.ts';
import { currentEdition, findEdition } from '../../model/editions.ts';
import { UsageError } from '../../model/usage-error.ts';
import { hasImport, referenceEditions } from '../../reference/index.ts';
import type { Adapter, Description } from '../adapters/adapter.ts';
import type { HostOutcome } from '../hosts/host-outcome.ts';
import type { AskedCase, StartReply } from '../hosts/protocol.ts';
import { SharedHost } from '../hosts/shared-host.ts';
import { driveServer } from '../servers/drive-server.ts';
import { buildTree } from '../trees/build-tree.ts';
import type { Workspace } from '../trees/workspace.ts';
import { asker, type Consultation, consultations, emptyApp } from './questions.ts';
import type { Exchange, HostHistory, Transcript } from './transcript.ts';

/**
 * @param timeoutMs the time limit of each answer
 * @param signal ends the conversation; what was not said until then is missing
 */
export async function consult(
  adapter: Adapter,
  workspace: Workspace,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Transcript> {
  const hosts: HostHistory[] = [];
  const practice: Practice = { adapter, workspace, timeoutMs, signal, hosts, host: undefined };
  const introduction = await openHost(practice);
  const description = typeof introduction === 'string' ? undefined : describe(adapter, introduction);
  if (description === undefined || typeof description === 'string') {
    await closeHost(practice);
    return { introduction, description, exchanges: [], alone: undefined, served: undefined, hosts };
  }
  const askable = consultations.filter(({ needs }) =>
    needs.every((need) => description.capabilities.includes(need)),
  );
  const exchanges = await askAll(practice, askable, description.edition);
  await closeHost(practice);
  const [first] = askable;
  const alone = first && exchanges[0]?.outcome.kind === 'answered' && !signal.aborted;
  return {
    introduction,
    description,
    exchanges,
    alone: alone ? await askApart(practice, first, description.edition) : undefined,
    served: signal.aborted ? undefined : await serveOnce(practice, description),
    hosts,
  };
}

interface Practice {
  readonly adapter: Adapter;
  readonly workspace: Workspace;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly hosts: HostHistory[];
  host: { readonly process: SharedHost; readonly lines: string[]; asked: number } | undefined;
}

async function openHost(practice: Practice): Promise<StartReply | string | undefined> {
  const { adapter, workspace } = practice;
  if (!adapter.shared) return undefined;
  const lines: string[] = [];
  const process = new SharedHost(adapter.shared(workspace), (line) => lines.push(line));
  practice.host = { process, lines, asked: 0 };
  return process.start();
}

async function closeHost(practice: Practice): Promise<void> {
  if (!practice.host) return;
  const { process, lines, asked } = practice.host;
  practice.host = undefined;
  const wasLost = process.isLost;
  const ended = await process.close();
  practice.hosts.push({ lines, asked, stoppedByItself: wasLost ? undefined : ended });
}

function describe(adapter: Adapter, introduction: StartReply | undefined): Description | string {
  try {
    return adapter.describe(introduction);
  } catch (error) {
    if (error instanceof AdapterError || error instanceof UsageError) return error.message;
    throw error;
  }
}

/** Stops if an adapter is silent or reports a failure: more questions would show nothing new. */
async function askAll(
  practice: Practice,
  askable: readonly Consultation[],
  edition: string,
): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const one of askable) {
    if (practice.signal.aborted) break;
    const asked = editionFor(one, edition);
    const exchange = practice.adapter.shared
      ? await askShared(practice, one, asked)
      : await askApart(practice, one, asked);
    exchanges.push(exchange);
    if (exchange.outcome.kind === 'timed out' || exchange.outcome.kind === 'errored') break;
  }
  return exchanges;
}

/** Older editions have no import. */
function editionFor({ needs }: Consultation, own: string): string {
  const isKnown = referenceEditions.includes(own);
  return needs.includes('import') && !(isKnown && hasImport(own)) ? currentEdition : own;
}

async function askShared(practice: Practice, one: Consultation, edition: string): Promise<Exchange> {
  if (practice.host?.process.isLost) await closeHost(practice);
  const introduction = practice.host ? undefined : await openHost(practice);
  const { host } = practice;
  if (!host || typeof introduction === 'string') {
    const reason = typeof introduction === 'string' ? introduction : 'it did not start again';
    return { name: one.name, root: '', outcome: { kind: 'errored', reason } };
  }
  const { process } = host;
  host.asked++;
  return inTree(practice, one, edition, (asked) => process.ask(asked, practice.timeoutMs));
}

function askApart(practice: Practice, one: Consultation, edition: string): Promise<Exchange> {
  const { adapter, workspace, timeoutMs } = practice;
  return inTree(practice, one, edition, (asked) => adapter.askAlone(asked, workspace, timeoutMs));
}

async function inTree(
  { workspace }: Practice,
  { name, tree, questions }: Consultation,
  edition: string,
  ask: (asked: AskedCase) => Promise<HostOutcome>,
): Promise<Exchange> {
  const root = workspace.nextTree();
  buildTree(root, tree);
  const file = path.join(root, asker);
  const outcome = await ask({
    root,
    edition,
    environment: {},
    arguments: [],
    questions: questions.map((question) =>
      question.kind === 'run' ? { kind: 'run', entry: file } : { ...question, from: file },
    ),
  });
  workspace.removeTree(root);
  return { name, root, outcome };
}

async function serveOnce(
  { adapter: { serve }, workspace, timeoutMs }: Practice,
  { capabilities, edition: own }: Description,
): Promise<HostOutcome | undefined> {
  if (!capabilities.includes('serve') || !serve) return undefined;
  const edition = findEdition(own)?.family === 'deployd' ? own : 'deployd-locked';
  const root = workspace.nextTree();
  buildTree(root, emptyApp);
  const steps = [{ kind: 'start', environment: 'development' }, { kind: 'stop' }] as const;
  const served = { root, edition, environment: {}, steps };
  const outcome = await driveServer((start) => serve(start, workspace), served, timeoutMs);
  workspace.removeTree(root);
  return outcome;
}
