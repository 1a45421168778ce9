// The HTML report of runs.

import type { History } from '../model/history.ts';
import type { Run } from '../model/run.ts';
import { withPresentCases } from '../suite/identity/present-history.ts';
import { withPresentIds } from '../suite/identity/present-run.ts';
import { type CasesSource, casesOf } from './load-cases.ts';

/**
 * The text of one HTML file with everything in it: the specification, and the verdicts of the runs beside each rule. It
 * needs no network.
 * @param runs without one it is the specification alone
 * @param source the cases that the runs were made with
 * @param histories implementations over their versions, as `modspec history` writes
 */
export async function renderHtml(
  runs: readonly Run[],
  source: CasesSource = {},
  histories: readonly History[] = [],
): Promise<string> {
  const { renderHtml: renderReport } = await import('../reports/html/render-html.ts');
  const { pagesOf } = await import('../suite/cases/pages-of.ts');
  const catalog = await casesOf(source);
  const register = catalog.formerIds ?? new Map();
  return renderReport({
    runs: runs.map((run) => withPresentIds(run, register)),
    histories: histories.map((history) => withPresentCases(history, register)),
    catalog,
    pages: pagesOf(catalog, source.spec),
    spec: source.spec,
  });
}
