// The catalog: all rules and cases at hand, from the bundled case files or from pages of the user's own.

import path from 'node:path';
import picomatch from 'picomatch';
import type { Case, PageCases, Rule } from '../model/case.ts';
import { packageRoot } from '../package-root.ts';
import { readPages } from '../pages/read-pages.ts';
import { UsageError } from '../usage-error.ts';
import { toPageCases } from './generate-cases.ts';
import { readCases } from './read-cases.ts';

export interface Catalog {
  readonly pages: readonly PageCases[];
  /** In page order. */
  readonly cases: readonly Case[];
  readonly rules: ReadonlyMap<string, Rule>;
}

/** @param spec a page or folder of pages; undefined for the bundled cases */
export function loadCatalog(spec: string | undefined): Catalog {
  const pages =
    spec === undefined ? readCases(path.join(packageRoot, 'cases')) : readPages(spec).map(toPageCases);
  return {
    pages,
    cases: pages.flatMap((page) => page.cases),
    rules: new Map(pages.flatMap((page) => page.rules).map((rule) => [rule.id, rule])),
  };
}

/**
 * The cases whose id or `page/id` matches one of the globs; all where there is none.
 * @throws {UsageError} when a glob matches nothing, because then it is most likely misspelled.
 */
export function selectCases(catalog: Catalog, globs: readonly string[]): Case[] {
  if (globs.length === 0) return [...catalog.cases];
  const names = catalog.pages.flatMap(({ page, cases }) =>
    cases.map(({ id }) => ({ id, full: `${page}/${id}` })),
  );
  const chosen = new Set<string>();
  for (const glob of globs) {
    const matches = picomatch(glob);
    const hits = names.filter(({ id, full }) => matches(id) || matches(full));
    if (hits.length === 0) throw new UsageError(`--case ${glob} matches no case; see 'modspec list cases'`);
    for (const { id } of hits) chosen.add(id);
  }
  return catalog.cases.filter(({ id }) => chosen.has(id));
}

/** @throws {UsageError} when there is no case of that id. */
export function findCase(catalog: Catalog, id: string): Case {
  const found = catalog.cases.find((item) => item.id === id);
  if (found) return found;
  throw new UsageError(`there is no case '${id}'; see 'modspec list cases'`);
}
