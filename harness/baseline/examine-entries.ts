// The entries of a baseline that speak of an implementation, each with what a run says about its cases.

import picomatch from 'picomatch';
import type { Catalog } from '../cases/catalog.ts';
import { presentId } from '../identity/id-register.ts';
import type { Located } from '../input/read-located.ts';
import type { Case } from '../model/case.ts';
import type { RanImplementation, Run, Verdict } from '../model/run.ts';
import { hostNeeds } from '../model/vocabulary.ts';
import { UsageError } from '../usage-error.ts';
import type { Baseline, Entry } from './baseline.ts';
import { observedText } from './observed-text.ts';

/** What a run is held against. */
export interface Held {
  readonly run: Run;
  readonly catalog: Catalog;
  /** The cases that were selected for the run. */
  readonly selected: readonly Case[];
  /** The file of the baseline, as the user names it. */
  readonly file: string;
}

export interface Examined {
  readonly entry: Entry;
  /** Where the entry is: the indices of its implementation and of itself. */
  readonly block: number;
  readonly index: number;
  readonly line: number;
  /** Every case that it is about, asked or not. */
  readonly ids: readonly string[];
  /** Whether the run asked, or left out for good reason, every case that it is about. */
  readonly whole: boolean;
  readonly passing: readonly Verdict[];
  readonly failing: readonly Verdict[];
  /** Those of the failing whose observation is another one. */
  readonly changed: readonly Verdict[];
  /** Why it speaks of nothing, when it does. */
  readonly stale: string | undefined;
}

/** @throws {UsageError} with file and line when two entries speak of one case. */
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
  const examined = value.implementations.flatMap((block, at) =>
    appliesTo(block, implementation)
      ? block.accepted.map((entry, index) => {
          const line = lineOf(['implementations', at, 'accepted', index]);
          return { ...examine(entry, verdicts, implementation, held), block: at, index, line };
        })
      : [],
  );
  refuseOverlap(examined, held.file);
  return examined;
}

/** Whether a block of a baseline speaks of an implementation. */
export function appliesTo(
  { name, version }: { readonly name: string; readonly version?: string | undefined },
  implementation: RanImplementation,
): boolean {
  return name === implementation.name && (version === undefined || version === implementation.version);
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
): Omit<Examined, 'block' | 'index' | 'line'> {
  const ids = idsOf(entry, catalog);
  const cases = selected.filter(({ id }) => ids.includes(id));
  const asked = cases.flatMap(({ id }) => verdicts.get(id) ?? []);
  const failing = asked.filter(isAcceptable);
  return {
    entry,
    ids,
    whole: cases.length === ids.length,
    passing: asked.filter(({ verdict }) => verdict === 'pass'),
    failing,
    changed: failing.filter((verdict) => ![verdict.verdict, observedText(verdict)].includes(entry.observed)),
    stale: whyStale(entry, ids, cases, verdicts, edition),
  };
}

/** What broke in the harness or an adapter says nothing about the loader, so nobody can accept it. */
export function isAcceptable({ verdict }: Verdict): boolean {
  return verdict === 'fail' || verdict === 'crash' || verdict === 'timeout';
}

/** An entry goes on to speak of a case that was renamed. */
function idsOf(entry: Entry, { pages, formerIds = new Map() }: Catalog): string[] {
  const today = 'case' in entry ? presentId(formerIds, entry.case) : undefined;
  const matches = 'case' in entry ? (name: string) => name === today : picomatch(entry.cases);
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
  if (ids.length === 0) return 'case' in entry ? 'there is no such case' : 'it matches no case';
  if (cases.length < ids.length) return undefined;
  if (cases.every(({ id }) => !verdicts.has(id))) return `${edition} says nothing about it`;
  const skipped = cases.filter(({ id }) => verdicts.get(id)?.verdict === 'skip');
  if (skipped.length < cases.length || skipped.some(dependsOnMachine)) return undefined;
  return `it is skipped: ${verdicts.get(skipped[0]?.id ?? '')?.reason}`;
}

/** Another machine may ask what this one has to skip. */
function dependsOnMachine({ needs }: Case): boolean {
  return needs.some((need) => need in hostNeeds);
}

function refuseOverlap(examined: readonly Examined[], file: string): void {
  const owners = new Map<string, Examined>();
  for (const one of examined) {
    for (const id of one.ids) {
      const other = owners.get(id);
      if (other)
        throw new UsageError(
          `'${id}' is accepted twice, here and in line ${other.line}; keep one of the two`,
          {
            file,
            line: one.line,
          },
        );
      owners.set(id, one);
    }
  }
}
