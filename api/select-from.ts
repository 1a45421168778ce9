// The cases that are to be asked.

import { guide } from '../model/addresses.ts';
import type { Case } from '../model/case.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Catalog, selectCases } from '../suite/cases/catalog.ts';

export interface CaseSelection {
  /** Globs over the ids of cases or `PAGE/ID`; absent or empty: all cases. */
  readonly cases?: readonly string[] | undefined;
  /** Texts of which one must be in the id or the title of a case. */
  readonly texts?: readonly string[] | undefined;
  /** Where the catalog was loaded from; absent: the cases that come with modspec. */
  readonly spec?: string | undefined;
}

/**
 * @throws {UsageError} if a glob matches nothing, or if there is no case
 */
export function selectFrom(catalog: Catalog, { cases: globs = [], texts = [], spec }: CaseSelection): Case[] {
  const cases = selectCases(catalog, globs, texts);
  if (cases.length > 0) return cases;
  throw new UsageError(
    `--spec ${spec}: expected a case; found none; ${guide('writing-cases')} says how to write one`,
  );
}
