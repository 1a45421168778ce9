// The catalog: all rules and cases at hand, from the bundled case files or from pages of the user's own.

import path from 'node:path';
import picomatch from 'picomatch';
import { type IdRegister, presentId, readIdRegister, retirementOf } from '../identity/id-register.ts';
import type { Case, PageCases, Rule } from '../model/case.ts';
import { packageRoot } from '../package-root.ts';
import { pagesFolder, readPages } from '../pages/read-pages.ts';
import { UsageError } from '../usage-error.ts';
import { toPageCases } from './generate-cases.ts';
import { readCases } from './read-cases.ts';

export interface Catalog {
  readonly pages: readonly PageCases[];
  /** In page order. */
  readonly cases: readonly Case[];
  readonly rules: ReadonlyMap<string, Rule>;
  /** What became of ids that are no longer in use; absent where nobody keeps account. */
  readonly formerIds?: IdRegister;
}

/** @param spec a page or folder of pages; undefined for the bundled cases */
export function loadCatalog(spec: string | undefined): Catalog {
  return spec === undefined
    ? catalogOf(readCases(path.join(packageRoot, 'cases')), path.join(packageRoot, 'spec'))
    : catalogOf(readPages(spec).map(toPageCases), pagesFolder(spec));
}

/** @param folder where it is noted what became of former ids */
export function catalogOf(pages: readonly PageCases[], folder: string): Catalog {
  return {
    pages,
    cases: pages.flatMap((page) => page.cases),
    rules: new Map(pages.flatMap((page) => page.rules).map((rule) => [rule.id, rule])),
    formerIds: readIdRegister(folder),
  };
}

/**
 * The cases whose id or `page/id` matches one of the globs, or was renamed from it; all where there is none.
 * @throws {UsageError} when a glob matches nothing, because then it is most likely misspelled.
 */
export function selectCases(catalog: Catalog, globs: readonly string[]): Case[] {
  if (globs.length === 0) return [...catalog.cases];
  const names = catalog.pages.flatMap(({ page, cases }) =>
    cases.map(({ id }) => ({ id, full: `${page}/${id}` })),
  );
  const chosen = new Set<string>();
  for (const glob of globs) {
    const matches = picomatch(presentIdIn(catalog, glob));
    const hits = names.filter(({ id, full }) => matches(id) || matches(full));
    if (hits.length === 0) throw new UsageError(`--case ${glob} matches no case; see 'modspec list cases'`);
    for (const { id } of hits) chosen.add(id);
  }
  return catalog.cases.filter(({ id }) => chosen.has(id));
}

/**
 * The case of an id, also of one that it had before.
 * @throws {UsageError} when there is no such case, or none any more.
 */
export function findCase(catalog: Catalog, id: string): Case {
  const today = presentIdIn(catalog, id);
  const found = catalog.cases.find((item) => item.id === today);
  if (found) return found;
  throw new UsageError(`there is no case '${id}'; see 'modspec list cases'`);
}

/**
 * What an id is called today: itself, where it is in use or never was.
 * @throws {UsageError} with the reason when it was retired.
 */
export function presentIdIn({ formerIds = new Map() }: Catalog, id: string): string {
  const today = presentId(formerIds, id);
  if (today !== undefined) return today;
  const entry = retirementOf(formerIds, id);
  throw new UsageError(`there is no '${id}' any more: ${entry?.retired}`, entry);
}
