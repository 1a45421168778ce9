// Every report says what kept the implementations in, if somebody asked for it.

import { test } from 'tap';
import { mergeRuns } from '../../harness/run/merge-runs.ts';
import type { Containment, Run } from '../../model/run.ts';
import { buildReportData } from '../../reports/html/data/build-report-data.ts';
import { renderCtrf } from '../../reports/run/ctrf.ts';
import { renderJunit } from '../../reports/run/junit.ts';
import { renderMarkdown } from '../../reports/run/markdown.ts';
import { renderPretty } from '../../reports/run/pretty.ts';
import { renderTap } from '../../reports/run/tap.ts';
import { sampleCatalog, samplePage, sampleRun } from './sample-run.ts';

const renderers: Record<string, (run: Run) => string> = {
  pretty: (run) => renderPretty(run, sampleCatalog, { colour: false }),
  tap: (run) => renderTap(run, sampleCatalog),
  junit: (run) => renderJunit(run, sampleCatalog),
  ctrf: (run) => renderCtrf(run, sampleCatalog),
  markdown: (run) => renderMarkdown(run, sampleCatalog),
  html: (run) =>
    JSON.stringify(
      buildReportData({ runs: [run], catalog: sampleCatalog, pages: [], spec: samplePage }).runs,
    ),
};

function kept(containment: Containment): Run {
  const run = sampleRun({ mine: {} });
  return { ...run, header: { ...run.header, containment } };
}

test('what was in force, or why nothing was', async (t) => {
  const inForce = kept({ protections: ['own processes', 'no network'] });
  const refused = kept({ protections: [], reason: 'unshare is not permitted' });
  for (const [name, render] of Object.entries(renderers)) {
    t.match(render(inForce), /\bcontained(:|&#58;) own processes, no network/, name);
    t.match(render(refused), /not contained(:|&#58;) unshare is not permitted/, name);
    t.notMatch(
      render(sampleRun({ mine: {} })),
      /contained(:|&#58;) /,
      `${name} of a run that did not ask for it`,
    );
  }
});

test('shards that were not contained alike are not one run', async (t) => {
  const shards = [{ protections: [], reason: 'none' }, { protections: ['own processes' as const] }].map(
    (containment, at) => {
      const run = kept(containment);
      return {
        file: `${at}.json`,
        run: { ...run, header: { ...run.header, shard: { index: at + 1, count: 2 } } },
      };
    },
  );
  t.throws(() => mergeRuns(shards), { message: /the same containment as 0\.json/ });
});
