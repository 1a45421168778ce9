// Lint: ids that mean two things.

import type { Problem } from '../subject/finding.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import type { Subject } from '../subject/subject.ts';

export const reusedId: LintRule = {
  name: 'reused-id',
  reason:
    'Ids are permanent: reports, baselines and other people’s suites hold them. One that comes to mean something else makes them lie.',
  fix: 'Give the newer rule or case an id that was never used; `modspec new` proposes one. The register says what a former id meant.',
  readsText: true,
  check: (subject) => usedIds(subject).flatMap((used) => complaint(used, subject)),
};

interface UsedId {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** Where it was used before, if it was. */
  readonly first: string | undefined;
}

function usedIds({ outlines }: Subject): UsedId[] {
  const seen = new Map<string, string>();
  return outlines.flatMap(({ file, chapters }) =>
    chapters.flatMap(({ level, id, line }): UsedId[] => {
      if (level < 3 || id === undefined) return [];
      const first = seen.get(id);
      if (first === undefined) seen.set(id, `${file}:${line}`);
      return [{ id, file, line, first }];
    }),
  );
}

function complaint({ id, file, line, first }: UsedId, { ids }: Subject): Problem[] {
  const former = ids.get(id);
  if (first !== undefined)
    return [{ file, line, message: `the id '${id}' is already used at ${first}; choose another` }];
  if (!former) return [];
  const fate = 'renamed' in former ? `was renamed to '${former.renamed}'` : `was retired: ${former.retired}`;
  return [{ file, line, message: `the id '${id}' ${fate} (${former.file}:${former.line}); choose another` }];
}
