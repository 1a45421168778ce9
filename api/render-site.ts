// A static site of runs.

import type { History } from '../model/history.ts';
import type { Run } from '../model/run.ts';
import type { SiteFile } from '../reports/site/frame/site-data.ts';
import { withPresentCases } from '../suite/identity/present-history.ts';
import { withPresentIds } from '../suite/identity/present-run.ts';
import { type CasesSource, casesOf } from './load-cases.ts';

/**
 * The files of a static site: the newest run of each implementation compared, a page for each rule, case and implementation, the
 * specification, and what changed between runs of several days. It works below any path and from a disk, without a script.
 * @param runs the same implementation may be in several
 * @param source the cases that the runs were made with
 * @param histories implementations over their versions, as `modspec history` writes
 */
export async function renderSite(
  runs: readonly Run[],
  source: CasesSource = {},
  histories: readonly History[] = [],
): Promise<Iterable<SiteFile>> {
  const { renderSite: renderFiles } = await import('../reports/site/render-site.ts');
  const { pagesOf } = await import('../suite/cases/pages-of.ts');
  const catalog = await casesOf(source);
  const register = catalog.formerIds ?? new Map();
  return renderFiles({
    runs: runs.map((run) => withPresentIds(run, register)),
    histories: histories.map((history) => withPresentCases(history, register)),
    catalog,
    pages: pagesOf(catalog, source.spec),
    spec: source.spec,
  });
}
