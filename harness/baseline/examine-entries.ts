// The entries of a baseline for an implementation, each with the verdicts of a run on its cases.

import type { Case } from '../../model/case.ts';
import { matchGlob } from '../../model/input/match-glob.ts';
import type { Located } from '../../model/input/read-located.ts';
import { nameThatWindowsRefuses } from '../../model/names-of-windows.ts';
import type { RanImplementation, Run, Verdict } from '../../model/run.ts';
import { type InputPlace, UsageError } from '../../model/usage-error.ts';
import { hostNeeds } from '../../model/vocabulary.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { presentId } from '../../suite/identity/id-register.ts';
import type { Baseline, Entry } from './baseline.ts';
import { observedText } from './observed-text.ts';

/** A run and the baseline that it is compared with. */
export interface Held {
  readonly run: Run;
  readonly catalog: Catalog;
  /** The cases that were selected for the run. */
  readonly selected: readonly Case[];
  /** The file of the baseline, as the user wrote it. */
  readonly file: string;
}

/** What an entry matches, and its line. */
export type MatchedIds = Pick<Examined, 'ids' | 'line'>;

export interface Examined {
  readonly entry: Entry;
  /** Where the entry is: the indices of its implementation and of itself. */
  readonly block: number;
  readonly index: number;
  readonly line: number;
  /** Every case that the entry matches, asked or not. */
  readonly ids: readonly string[];
  /** Whether the run asked every case that the entry matches, or skipped it for a valid reason. */
  readonly whole: boolean;
  readonly passing: readonly Verdict[];
  readonly failing: readonly Verdict[];
  /** The failing verdicts whose observation differs from the entry. */
  readonly changed: readonly Verdict[];
  /** Why the entry matches no verdict; undefined if it matches one. */
  readonly stale: string | undefined;
}

/** @throws {UsageError} with file and line if two entries accept the same case. */
export function examineEntries(
  { value, lineOf }: Located<Baseline>,
  implementation: RanImplementation,
  held: Held,
): Examined[] {
  const verdicts = new Map(
    held.run.verdicts
      .filter((verdict) => verdict.implementation === implementation.spec)
      .map((verdict) => [verdict.case, verdict]),
  );
  const asked = held.run.footer.complete ? held : { ...held, selected: askedOf(held, verdicts) };
  const examined = value.implementations.flatMap((block, at) =>
    appliesTo(block, implementation)
      ? block.accepted.map((entry, index) => {
          const line = lineOf(['implementations', at, 'accepted', index]);
          const place = { file: held.file, line };
          return { ...examine(entry, verdicts, implementation, asked, place), block: at, index, line };
        })
      : [],
  );
  refuseOverlap(examined, held.file);
  return examined;
}

/** An incomplete run says nothing about cases without a verdict. */
function askedOf({ selected }: Held, verdicts: ReadonlyMap<string, Verdict>): Case[] {
  return selected.filter(({ id }) => verdicts.has(id));
}

/** Whether a block of a baseline applies to an implementation; it may also name it as `--impl` does. */
export function appliesTo(
  { name, version }: { readonly name: string; readonly version?: string | undefined },
  implementation: Pick<RanImplementation, 'name' | 'version'> & { readonly spec?: string },
): boolean {
  return (
    [implementation.name, implementation.spec].includes(name) &&
    (version === undefined || version === implementation.version)
  );
}

/** The pattern or the id of an entry. */
export function wordingOf(entry: Entry): string {
  return 'case' in entry ? entry.case : entry.cases;
}

function examine(
  entry: Entry,
  verdicts: ReadonlyMap<string, Verdict>,
  { edition }: RanImplementation,
  { catalog, selected }: Held,
  place: InputPlace,
): Omit<Examined, 'block' | 'index' | 'line'> {
  const ids = idsOf(entry, catalog, place);
  const cases = selected.filter(({ id }) => ids.includes(id));
  const asked = cases.flatMap(({ id }) => verdicts.get(id) ?? []);
  const failing = asked.filter(isAcceptable);
  return {
    entry,
    ids,
    whole: cases.length === ids.length,
    passing: asked.filter(({ verdict }) => verdict === 'pass'),
    failing,
    changed: failing.filter((verdict) => !isAsRecorded(entry, verdict)),
    stale: whyStale(entry, ids, cases, verdicts, edition),
  };
}

/** A failure of the harness or an adapter says nothing about the loader, so it cannot be accepted. */
export function isAcceptable({ verdict }: Verdict): boolean {
  return verdict === 'fail' || verdict === 'crash' || verdict === 'timeout';
}

/** Whether a failure is the one that an entry accepts. */
export function isAsRecorded({ observed }: Entry, verdict: Verdict): boolean {
  return [verdict.verdict, observedText(verdict)].includes(observed);
}

/** The cases that an entry matches, also those that were renamed since. */
export function idsOf(entry: Entry, { pages, formerIds = new Map() }: Catalog, place: InputPlace): string[] {
  const today = 'case' in entry ? presentId(formerIds, entry.case) : undefined;
  const matches =
    'case' in entry ? (name: string) => name === today : matchGlob(entry.cases, `'${entry.cases}'`, place);
  return pages.flatMap(({ page, cases }) =>
    cases.map(({ id }) => id).filter((id) => matches(id) || matches(`${page}/${id}`)),
  );
}

function whyStale(
  entry: Entry,
  ids: readonly string[],
  cases: readonly Case[],
  verdicts: ReadonlyMap<string, Verdict>,
  edition: string,
): string | undefined {
  if (ids.length === 0) return 'case' in entry ? 'no case has this id' : 'it matches no case';
  if (cases.length < ids.length) return undefined;
  if (cases.every(({ id }) => !verdicts.has(id))) return `${edition} expects nothing of it`;
  const skipped = cases.filter(({ id }) => verdicts.get(id)?.verdict === 'skip');
  if (skipped.length < cases.length || skipped.some(dependsOnMachine)) return undefined;
  return `it is skipped: ${verdicts.get(skipped[0]?.id ?? '')?.reason}`;
}

/** Another machine may ask cases that this machine has to skip. */
function dependsOnMachine({ needs, tree }: Case): boolean {
  return needs.some((need) => need in hostNeeds) || nameThatWindowsRefuses(tree) !== undefined;
}

/** @throws {UsageError} with file and line if two entries accept the same case. */
export function refuseOverlap(entries: readonly MatchedIds[], file: string): void {
  const owners = new Map<string, MatchedIds>();
  for (const one of entries) {
    for (const id of one.ids) {
      const other = owners.get(id);
      if (other)
        throw new UsageError(
          `'${id}' is accepted twice, here and on line ${other.line}; remove one of the two`,
          {
            file,
            line: one.line,
          },
        );
      owners.set(id, one);
    }
  }
}
