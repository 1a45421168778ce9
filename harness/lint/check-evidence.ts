// Whether every expectation for a release line rests on evidence that is not older than the case.

import type { PageEvidence } from '../evidence/evidence.ts';
import { judgedQuestions } from '../judge/judge.ts';
import type { Case } from '../model/case.ts';
import { editions } from '../model/editions.ts';
import type { Page } from '../pages/parse-page.ts';
import type { Finding } from './finding.ts';

/** A finding for each case that changed since it was verified, or that some line was never asked. */
export function checkEvidence(
  pages: readonly Page[],
  evidence: ReadonlyMap<string, PageEvidence>,
): Finding[] {
  return pages.flatMap((page) =>
    page.cases.flatMap((item): Finding[] => {
      const message = complaint(item, evidence.get(page.id));
      if (message === undefined) return [];
      return [{ check: 'stale-evidence', file: item.source.file, line: item.source.line, message }];
    }),
  );
}

function complaint(item: Case, evidence: PageEvidence | undefined): string | undefined {
  const seen = evidence?.[item.id];
  const advice = `run 'npm run ${isServed(item) ? 'verify:deployd' : 'verify:node'}'`;
  if (!seen) return `${item.id} was never verified; ${advice}`;
  if (seen.hash !== item.hash) return `${item.id} changed since it was verified; ${advice}`;
  const versions = new Set(seen.seen.flatMap((group) => group.versions));
  const missing = editions.filter(
    ({ id, verifiedOn }) =>
      judgedQuestions(item, id).length > 0 && verifiedOn?.some((version) => !versions.has(version)),
  );
  if (missing.length === 0) return undefined;
  return `${item.id} was never verified on ${missing.map(({ id }) => id).join(', ')}; ${advice}`;
}

function isServed(item: Case): boolean {
  return item.questions.some(({ kind }) => kind === 'serve');
}
