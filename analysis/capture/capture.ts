// Turns a project in which a loader differs into the smallest case that shows the difference.

import type { Workspace } from '../../harness/trees/workspace.ts';
import type { TreeEntry } from '../../model/case.ts';
import type { OpenQuestion, Suspect } from '../../model/open-question.ts';
import type { Need, WayOfImport } from '../../model/vocabulary.ts';
import { listResolutions } from './list-suspects.ts';
import { type Invited, lacksNothing, withParties } from './parties.ts';
import type { Shrunk } from './shrink.ts';
import { type Seen, shrinkToPage } from './shrink-to-page.ts';
import { askOracle, findDifference, type Parties } from './suspect.ts';

export interface CaptureOptions {
  readonly tree: readonly TreeEntry[];
  /** The entry, a file of the tree. */
  readonly entry: string;
  /** If set, asks only for this specifier, from the entry. */
  readonly specifier?: string | undefined;
  /** The way of import by which imports are asked; absent: only what is required is asked. */
  readonly by?: WayOfImport | undefined;
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

/** @throws {UsageError} if the loader can be asked nothing, or the edition is not one for loaders */
export async function capture(invited: Invited, options: CaptureOptions): Promise<Captured> {
  return withParties(invited, options, (parties) => captureWith(parties, options));
}

async function captureWith(parties: Parties, options: CaptureOptions): Promise<Captured> {
  const { edition } = parties;
  const first = await findFirst(parties, options);
  if ('asked' in first) return { kind: 'same', asked: first.asked, edition };
  const { text, shrunk, flaw } = await shrinkToPage(first, parties, options);
  if (flaw !== undefined) throw new Error(`the captured case does not show the difference: ${flaw}\n${text}`);
  return { kind: 'captured', text, edition, shrunk };
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
    return difference && lacksNothing(difference.item.needs as Need[], parties.loader.description)
      ? difference
      : undefined;
  };
  if (parties.loader.description.capabilities.includes(options.by ?? 'resolve'))
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
  { tree, entry, specifier, by }: CaptureOptions,
): AsyncIterable<OpenQuestion> {
  if (specifier !== undefined) return only({ kind: 'resolve', from: entry, specifier, by });
  return listResolutions(tree, entry, by, (asked) => resolveBy(parties, { tree, asked }));
}

async function* only(asked: OpenQuestion): AsyncGenerator<OpenQuestion> {
  yield asked;
}

/** The file that the oracle finds. */
async function resolveBy(parties: Parties, suspect: Suspect): Promise<string | undefined> {
  const believed = await askOracle(suspect, parties);
  return believed?.wanted.kind === 'file' ? believed.wanted.path : undefined;
}
