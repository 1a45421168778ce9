// The catalog: all rules and cases.

import type { Case, PageCases, Rule } from '../../model/case.ts';
import { didYouMean } from '../../model/input/did-you-mean.ts';
import { matchGlob } from '../../model/input/match-glob.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type IdRegister, presentId, retirementOf } from '../identity/id-register.ts';
import type { WrittenPage } from '../pages/written-page.ts';

export interface Catalog {
  readonly pages: readonly PageCases[];
  /** In page order. */
  readonly cases: readonly Case[];
  readonly rules: ReadonlyMap<string, Rule>;
  /** How many cases there are, if this is only a part of a catalog. */
  readonly available?: number;
  /** The register of former ids; absent if there is none. */
  readonly formerIds?: IdRegister;
  /** The pages that the cases come from; absent if they come from case files. */
  readonly written?: readonly WrittenPage[];
}

/** @param formerIds the register of former ids of these pages */
export function catalogOf(pages: readonly PageCases[], formerIds: IdRegister): Catalog {
  return {
    pages,
    cases: pages.flatMap((page) => page.cases),
    rules: new Map(pages.flatMap((page) => page.rules).map((rule) => [rule.id, rule])),
    formerIds,
  };
}

/**
 * The cases that the globs and the texts select.
 * @param texts of which one must be in the id or the title of the case; all cases if there is none
 * @throws {UsageError} if a glob or a text matches nothing, because it is probably misspelled
 */
export function selectCases(
  catalog: Catalog,
  globs: readonly string[],
  texts: readonly string[] = [],
): Case[] {
  const chosen = casesOf(catalog, globs);
  if (texts.length === 0) return chosen;
  const matching = new Map(texts.map((text) => [text, chosen.filter((item) => contains(item, text))]));
  for (const [text, found] of matching)
    if (found.length === 0)
      throw new UsageError(
        `--grep ${text} matches no case: it is in no id and no title; see 'modspec list cases'`,
      );
  return chosen.filter((item) => [...matching.values()].some((found) => found.includes(item)));
}

function contains({ id, title }: Case, text: string): boolean {
  return `${id} ${title}`.toLowerCase().includes(text.toLowerCase());
}

/**
 * The cases whose id or `page/id` matches one of the globs, or was renamed from it; all cases if there is no glob.
 * @throws {UsageError} if a glob matches nothing, because it is probably misspelled.
 */
function casesOf(catalog: Catalog, globs: readonly string[]): Case[] {
  if (globs.length === 0) return [...catalog.cases];
  const names = catalog.pages.flatMap(({ page, cases }) =>
    cases.map(({ id }) => ({ id, full: `${page}/${id}` })),
  );
  const chosen = new Set<string>();
  for (const glob of globs) {
    const hits = hitsOf(presentIdIn(catalog, glob), names);
    if (hits.length === 0) throw unknownCase(catalog, glob, `--case ${glob} matches no case`);
    for (const { id } of hits) chosen.add(id);
  }
  return catalog.cases.filter(({ id }) => chosen.has(id));
}

interface CaseName {
  readonly id: string;
  /** With its page. */
  readonly full: string;
}

/** A glob without special characters matches only the case with this id. */
function hitsOf(glob: string, names: readonly CaseName[]): readonly CaseName[] {
  const named = names.filter(({ id, full }) => id === glob || full === glob);
  if (named.length > 0) return named;
  const matches = matchGlob(glob, `--case ${glob}`);
  return names.filter(({ id, full }) => matches(id) || matches(full));
}

/**
 * The case with this id or this former id.
 * @throws {UsageError} if there is no such case, or if it was retired.
 */
export function findCase(catalog: Catalog, id: string): Case {
  const today = presentIdIn(catalog, id);
  const found = catalog.cases.find((item) => item.id === today);
  if (found) return found;
  throw unknownCase(catalog, id, `unknown case '${id}'`);
}

/** A rule is the likeliest other thing that is named by an id. */
function unknownCase({ cases, rules }: Catalog, id: string, what: string): UsageError {
  if (rules.has(id)) {
    const own = cases.filter(({ rule }) => rule === id).map((item) => item.id);
    return new UsageError(`${what}: it is the id of a rule, whose cases are ${own.join(', ')}`);
  }
  const hint = didYouMean(
    id,
    cases.map((item) => item.id),
  );
  return new UsageError(`${what}; ${hint}see 'modspec list cases'`);
}

/**
 * The present id of an id; the same id if it is in use or never was in use.
 * @throws {UsageError} with the reason if it was retired.
 */
export function presentIdIn({ formerIds = new Map() }: Catalog, id: string): string {
  const today = presentId(formerIds, id);
  if (today !== undefined) return today;
  const entry = retirementOf(formerIds, id);
  throw new UsageError(`'${id}' was retired: ${entry?.retired}`, entry);
}
