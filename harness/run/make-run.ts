// Makes a whole run as data: a header, the verdicts of every implementation, a footer.

import { AdapterError } from '../../model/adapter-error.ts';
import type { Case } from '../../model/case.ts';
import { judgedCases } from '../../model/judged-case.ts';
import { machinePlatform } from '../../model/machine-platform.ts';
import { packageVersion } from '../../model/package-root.ts';
import type { Platform } from '../../model/platform.ts';
import type { RanImplementation, Run, Verdict } from '../../model/run.ts';
import type { Adapter } from '../adapters/adapter.ts';
import type { Workspace } from '../trees/workspace.ts';
import { checkPlatform } from './check-platform.ts';
import { probeMachine } from './machine.ts';
import { needsSeen } from './needs-seen.ts';
import { type Order, putInOrder } from './order.ts';
import { probe } from './probe.ts';
import {
  type Introduced,
  introduce,
  introduceRefused,
  type PlacedCase,
  type RunOptions,
  runCases,
} from './run-cases.ts';
import { fingerprint, isInShard, type Shard } from './shard.ts';

/** A host that starts while something else happens. */
export interface HeadStart {
  readonly adapter: Adapter;
  readonly introduced: Promise<Introduced>;
}

export interface MakeRunOptions extends Omit<RunOptions, 'machine' | 'refusal'> {
  /** The edition to judge by; undefined to judge each implementation by its own. */
  readonly edition: string | undefined;
  /** The shard of the cases to ask; all cases if undefined. */
  readonly shard?: Shard | undefined;
  /** The order in which cases are asked; the verdicts are always in the order of the cases. */
  readonly order?: Order | undefined;
  /** An implementation whose first host is already starting, in the same workspace. */
  readonly headStart?: HeadStart | undefined;
  /** Chooses from the cases once it is known who is asked, and by which editions; all of them without it. */
  readonly narrow?:
    | ((cases: readonly Case[], implementations: readonly RanImplementation[]) => readonly Case[])
    | undefined;
  /** The command that asks the same, and how many cases there were to select from. */
  readonly asked?: Pick<Run['header'], 'command' | 'available'> | undefined;
  /** Called once with the number of verdicts. */
  readonly onStart: (total: number) => void;
}

/**
 * Asks every case of every implementation, one implementation after another.
 * @throws {AdapterError} if the only implementation does not introduce itself; of several, its cases end with `error`.
 */
export async function makeRun(
  adapters: readonly Adapter[],
  allCases: readonly Case[],
  options: MakeRunOptions,
): Promise<Run> {
  const startedAt = new Date();
  const { platform = machinePlatform } = options;
  const introduced: { introduced: Introduced; workspace: Workspace; ran: RanImplementation }[] = [];
  for (const [at, adapter] of adapters.entries()) {
    const workspace = at === 0 ? options.workspace : await options.workspace.withOwnHome();
    const found = await introduceUnless(options.signal, adapter, adapters.length, { ...options, workspace });
    if (found) checkPlatform(adapter.spec, found.description, platform);
    const one = found && inEdition(found, platform, options.edition);
    if (one) introduced.push({ introduced: one, workspace, ran: toRan(one, platform, options.edition) });
  }
  const implementations = introduced.map(({ ran }) => ran);
  const cases = options.narrow?.(allCases, implementations) ?? allCases;
  const { shard, order } = options;
  const placed = cases.map((item, position) => ({ item, position }));
  const asked = placed.filter(({ item }) => shard === undefined || isInShard(item.id, shard));
  const inOrder = putInOrder(asked, order ?? { kind: 'given' });
  const planned = introduced.map((one) => ({ ...one, cases: judgeable(inOrder, one.ran.edition) }));
  const total = planned.reduce((sum, { cases: own }) => sum + own.length, 0);
  options.onStart(total);
  const machine = needsSeen(probeMachine(options.workspace), platform);
  const verdicts: Verdict[] = [];
  for (const { introduced: one, workspace, cases: own } of planned) {
    // What an earlier implementation has left must not count against this one.
    workspace.mend();
    const neighbour = workspace.findNeighbour();
    const refusal = neighbour
      ? `'${neighbour}' has appeared above the trees and changes what loaders find; remove it`
      : (one.refusal ?? (await probe(one, workspace, options.timeoutMs)));
    verdicts.push(...(await runCases(one, own, { ...options, workspace, machine, refusal })));
    workspace.endStragglers();
  }
  const kept = options.bail && !options.signal.aborted ? options.bail.cut(verdicts) : verdicts;
  return {
    header: {
      kind: 'modspec run',
      format: 2,
      modspec: packageVersion(),
      startedAt: startedAt.toISOString(),
      platform: { os: process.platform, arch: process.arch, node: process.versions.node },
      ...(options.workspace.containment ? { containment: options.workspace.containment } : {}),
      implementations,
      ...options.asked,
      cases: cases.length,
      selection: fingerprint(cases),
      ...(shard ? { shard } : {}),
    },
    verdicts: kept,
    footer: {
      ...endOf(total - kept.length, options),
      durationMs: Date.now() - startedAt.getTime(),
    },
  };
}

/** How a run ended without the verdicts of so many cases. */
function endOf(notAsked: number, { signal, bail }: MakeRunOptions): Omit<Run['footer'], 'durationMs'> {
  if (signal.aborted) return { complete: false };
  if (!bail?.isReached || notAsked === 0) return { complete: true };
  return { complete: false, stopped: { failures: bail.limit, notAsked } };
}

/** Undefined if the run was interrupted. */
async function introduceUnless(
  signal: AbortSignal,
  adapter: Adapter,
  implementations: number,
  { workspace, headStart }: MakeRunOptions,
): Promise<Introduced | undefined> {
  try {
    if (signal.aborted) return undefined;
    return await (headStart?.adapter === adapter ? headStart.introduced : introduce(adapter, workspace));
  } catch (error) {
    if (signal.aborted) return undefined;
    // The others have a right to be asked.
    if (implementations > 1 && error instanceof AdapterError) return introduceRefused(adapter, error);
    throw error;
  }
}

/** With the capabilities that it has in the edition, and for the platform. */
function inEdition(one: Introduced, platform: Platform, edition = one.description.edition): Introduced {
  const { description } = one;
  const { lacksElsewhere: elsewhere, ...own } = description;
  const lacksElsewhere = platform === machinePlatform ? undefined : elsewhere;
  const lacking = [...(description.lacks?.(edition) ?? []), ...(lacksElsewhere?.capabilities ?? [])];
  const capabilities = description.capabilities.filter((name) => !lacking.includes(name));
  return { ...one, description: { ...own, capabilities, ...(lacksElsewhere ? { lacksElsewhere } : {}) } };
}

/** The cases of which the edition expects something, with what it expects. */
function judgeable(cases: readonly { item: Case; position: number }[], edition: string): PlacedCase[] {
  return cases.flatMap(({ item, position }) =>
    judgedCases([item], edition).map((judged) => ({ judged, position })),
  );
}

function toRan(
  { adapter, description }: Introduced,
  platform: Platform,
  edition: string | undefined,
): RanImplementation {
  const { name, version, homepage, kind, note, capabilities } = description;
  return {
    spec: adapter.spec,
    name,
    ...(version === undefined ? {} : { version }),
    ...(homepage === undefined ? {} : { homepage }),
    edition: edition ?? description.edition,
    ...(platform === machinePlatform ? {} : { platform }),
    capabilities: [...capabilities],
    ...(kind === undefined ? {} : { kind }),
    ...(note === undefined ? {} : { note }),
  };
}
