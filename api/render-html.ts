// The HTML report of runs.

import type { Run } from '../model/run.ts';
import { withPresentIds } from '../suite/identity/present-run.ts';
import { type CasesSource, casesOf } from './load-cases.ts';

/**
 * The text of one HTML file with everything in it: the specification, and the verdicts of the runs beside each rule. It
 * needs no network.
 * @param runs without one it is the specification alone
 * @param source the cases that the runs were made with
 */
export async function renderHtml(runs: readonly Run[], source: CasesSource = {}): Promise<string> {
  const { renderHtml: renderReport } = await import('../reports/html/render-html.ts');
  const { pagesOf } = await import('../suite/cases/pages-of.ts');
  const catalog = await casesOf(source);
  const present = runs.map((run) => withPresentIds(run, catalog.formerIds ?? new Map()));
  return renderReport({ runs: present, catalog, pages: pagesOf(catalog, source.spec), spec: source.spec });
}
