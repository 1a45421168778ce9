// Turns a project in which a loader differs into the smallest case that shows the difference.

import type { Adapter, Description } from '../../harness/adapters/adapter.ts';
import type { Workspace } from '../../harness/trees/workspace.ts';
import type { Case, TreeEntry } from '../../model/case.ts';
import { findEdition } from '../../model/editions.ts';
import { UsageError } from '../../model/usage-error.ts';
import { isCapability, type Need } from '../../model/vocabulary.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { listResolutions } from './list-suspects.ts';
import { type Shrunk, shrink } from './shrink.ts';
import {
  askOracle,
  type Difference,
  findDifference,
  type OpenQuestion,
  type Parties,
  type Suspect,
} from './suspect.ts';
import { openWitness, type Witness } from './witness.ts';
import { writeCapturedPage } from './write-page.ts';

export interface CaptureOptions {
  readonly tree: readonly TreeEntry[];
  /** The entry, a file of the tree. */
  readonly entry: string;
  /** If set, asks only for this specifier, from the entry. */
  readonly specifier?: string | undefined;
  readonly edition?: string | undefined;
  readonly id: string;
  readonly title: string;
  readonly workspace: Workspace;
  readonly timeoutMs: number;
  readonly mostTries: number;
  readonly onTry: (tries: number, entries: number) => void;
}

export type Captured =
  | { readonly kind: 'same'; readonly asked: number; readonly edition: string }
  | {
      readonly kind: 'captured';
      /** The page. */
      readonly text: string;
      readonly edition: string;
      readonly shrunk: Shrunk;
    };

/**
 * @param oracle whose answers count as right
 * @throws {UsageError} if the loader can be asked nothing, or the edition is not one for loaders
 */
export async function capture(
  { oracle, loader }: { readonly oracle: Adapter; readonly loader: Adapter },
  options: CaptureOptions,
): Promise<Captured> {
  const witnesses: Witness[] = [];
  const open = async (adapter: Adapter) => {
    const witness = await openWitness(adapter, options.workspace, options.timeoutMs);
    witnesses.push(witness);
    return witness;
  };
  try {
    const parties = introduceParties(await open(oracle), await open(loader), options.edition);
    return await captureWith(parties, options);
  } finally {
    for (const witness of witnesses) await witness.close();
  }
}

/** A real Node has only its own edition; otherwise the edition of the loader is used. */
function introduceParties(oracle: Witness, loader: Witness, named: string | undefined): Parties {
  const { capabilities } = loader.description;
  if (!capabilities.includes('resolve') && !capabilities.includes('run'))
    throw new UsageError(`--impl ${loader.spec}: expected the capability 'resolve' or 'run'; found neither`);
  const own = oracle.spec === 'reference' ? loader.description.edition : oracle.description.edition;
  const edition = named ?? own;
  if (findEdition(edition)?.family === 'node') return { oracle, loader, edition, alone: false };
  throw new UsageError(
    `--edition ${edition}: expected an edition of Node's loader; see 'modspec list editions'`,
  );
}

async function captureWith(parties: Parties, options: CaptureOptions): Promise<Captured> {
  const { edition } = parties;
  const first = await findFirst(parties, options);
  if ('asked' in first) return { kind: 'same', asked: first.asked, edition };
  const asking = { ...parties, alone: await mustBeAlone(first, parties) };
  const differs = (suspect: Suspect) => findDifference(suspect, asking);
  const shrunk = await shrink(first.suspect, first.difference, { differs, ...options });
  const text = writePage(shrunk, parties, options);
  await proveIt(text, parties);
  return { kind: 'captured', text, edition, shrunk };
}

/** A program runs in a shared process, which is much faster, if the difference appears there too. */
async function mustBeAlone({ suspect, difference }: Seen, parties: Parties): Promise<boolean> {
  if (suspect.asked.kind === 'resolve') return false;
  return (await findDifference(suspect, parties))?.sort !== difference.sort;
}

interface Seen {
  readonly suspect: Suspect;
  readonly difference: Difference;
}

/** Resolutions come first: a case with a resolution is simpler and clearer than a program. */
async function findFirst(
  parties: Parties,
  options: CaptureOptions,
): Promise<Seen | { readonly asked: number }> {
  const { tree, entry } = options;
  let asked = 0;
  const compare = async (one: OpenQuestion) => {
    asked++;
    const difference = await findDifference({ tree, asked: one }, { ...parties, alone: one.kind === 'run' });
    return difference && lacksNothing(difference.item, parties.loader.description) ? difference : undefined;
  };
  if (parties.loader.description.capabilities.includes('resolve'))
    for await (const one of resolutions(parties, options)) {
      const difference = await compare(one);
      if (difference) return { suspect: { tree, asked: one }, difference };
    }
  if (options.specifier === undefined && parties.loader.description.capabilities.includes('run')) {
    const difference = await compare({ kind: 'run', entry });
    if (difference) return { suspect: { tree, asked: { kind: 'run', entry } }, difference };
  }
  return { asked };
}

function resolutions(
  parties: Parties,
  { tree, entry, specifier }: CaptureOptions,
): AsyncIterable<OpenQuestion> {
  if (specifier !== undefined) return only({ kind: 'resolve', from: entry, specifier });
  return listResolutions(tree, entry, (asked) => resolveBy(parties, { tree, asked }));
}

async function* only(asked: OpenQuestion): AsyncGenerator<OpenQuestion> {
  yield asked;
}

/** The file that the oracle finds. */
async function resolveBy(parties: Parties, suspect: Suspect): Promise<string | undefined> {
  const believed = await askOracle(suspect, parties);
  return believed?.wanted.kind === 'file' ? believed.wanted.path : undefined;
}

/** A case that needs a missing capability shows no difference: a run skips it. */
function lacksNothing({ needs }: Case, { capabilities }: Description): boolean {
  return (needs as readonly Need[]).every((need) => !isCapability(need) || capabilities.includes(need));
}

function writePage(
  { difference: { item, observed } }: Shrunk,
  { oracle, loader }: Parties,
  { id, title }: CaptureOptions,
): string {
  const words = { id, title, oracle: nameOf(oracle), loader: nameOf(loader), observed };
  return writeCapturedPage(item, words);
}

function nameOf({ description: { name, version } }: Witness): string {
  const known = name === 'reference' ? 'the reference' : name;
  return version === undefined || known === 'the reference' ? known : `${known} ${version}`;
}

/** The page is read like any other, and both implementations are asked its case. */
async function proveIt(text: string, { oracle, loader, edition }: Parties): Promise<void> {
  const [item] = parsePage('captured.md', text).cases;
  if (!item) throw new Error('the written page contains no case');
  const right = await oracle.ask(item, edition, true);
  const wrong = await loader.ask(item, edition, true);
  if (right.verdict === 'pass' && wrong.verdict !== 'pass') return;
  throw new Error(
    `the captured case does not show the difference: ${oracle.spec} ${right.verdict}, ${loader.spec} ${wrong.verdict}\n${text}`,
  );
}
