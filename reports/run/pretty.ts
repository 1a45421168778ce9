// The report for a terminal: what is not as expected of each implementation, rule by rule, then a summary.

import { createColors } from 'picocolors';
import { isUnexpected } from '../../analysis/tally.ts';
import { inert, shorten } from '../../model/inert.ts';
import type { Run, Verdict } from '../../model/run.ts';
import { whyNotDriven } from '../../model/why-not-driven.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { describeContainment } from '../parts/describe-containment.ts';
import { whyIncomplete } from '../parts/why-incomplete.ts';
import { renderComplaints } from './pretty/complaints.ts';
import { renderFailedIds, renderFailures } from './pretty/failures.ts';
import type { PrettyOptions } from './pretty/pretty-options.ts';
import { renderSummary, titleOf } from './pretty/summary.ts';

export function renderPretty(run: Run, catalog: Catalog, options: PrettyOptions): string {
  const paint = createColors(options.colour);
  const blocks = run.header.implementations.flatMap((implementation) => {
    const verdicts = run.verdicts.filter((verdict) => verdict.implementation === implementation.spec);
    const isOneOfSeveral = run.header.implementations.length > 1 && verdicts.some(isUnexpected);
    return [
      ...(isOneOfSeveral ? [paint.bold(titleOf(implementation))] : []),
      ...renderNotDriven(verdicts, () => renderFailures(verdicts, implementation, catalog, options, paint)),
      renderSummary(implementation, verdicts, catalog, options, paint),
      ...renderComplaints(run, implementation, paint),
    ];
  });
  return `${[...blocks, ...renderNotes(run, options)].join('\n\n')}\n`;
}

/** One line for a loader that could not be asked anything; otherwise its failures. */
function renderNotDriven(verdicts: readonly Verdict[], renderAll: () => string[]): string[] {
  const reason = verdicts.length > 1 ? whyNotDriven(verdicts) : undefined;
  return reason === undefined
    ? renderAll()
    : [`every case ended with this error: ${inert(shorten(reason, 500))}`];
}

/** Only the ids of what failed and the summaries, for a run whose reports are files. */
export function renderShort(run: Run, catalog: Catalog, options: PrettyOptions): string {
  const paint = createColors(options.colour);
  const blocks = run.header.implementations.flatMap((implementation) => {
    const verdicts = run.verdicts.filter((verdict) => verdict.implementation === implementation.spec);
    return [
      ...renderFailedIds(verdicts, implementation, catalog, options, paint),
      renderSummary(implementation, verdicts, catalog, options, paint),
      ...renderComplaints(run, implementation, paint),
    ];
  });
  return `${[...blocks, ...renderNotes(run, options)].join('\n\n')}\n`;
}

/** What is true of the whole run: what kept the implementations in, and why it is not complete. */
function renderNotes(run: Run, { colour }: PrettyOptions): string[] {
  const paint = createColors(colour);
  const why = whyIncomplete(run.footer);
  const warning = why === undefined ? [] : [paint.red(why)];
  const contained = describeContainment(run);
  const note = contained === undefined ? [] : [paint.dim(contained)];
  return [...note, ...warning];
}
