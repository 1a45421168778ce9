// A static site of runs: the comparison, a page for each rule, case and implementation, the specification, what changed, badges. It
// needs no script and no server.

import { readFileSync } from 'node:fs';
import { datedChanges, newestRuns } from '../../analysis/dated-runs.ts';
import { type PartScore, shareOf } from '../../analysis/heat-map/heat-map.ts';
import { kindOf, placeOfKind } from '../../analysis/heat-map/kinds.ts';
import { countVerdicts } from '../../analysis/tally.ts';
import { builtFile } from '../../model/package-root.ts';
import type { Run } from '../../model/run.ts';
import { buildReportData, type ReportInput } from '../html/data/build-report-data.ts';
import { heatData } from '../html/model/heat-data.ts';
import { type Column, createModel } from '../html/model/model.ts';
import { heatMapCsv } from '../parts/heat-map/heat-map-csv.ts';
import { heatMapSvg } from '../parts/heat-map/heat-map-svg.ts';
import { renderBadgeJson, renderBadgeSvg } from '../run/badge.ts';
import { casePage } from './case/case-page.ts';
import { changesPage } from './changes/changes-page.ts';
import { feedFile } from './changes/feed.ts';
import { placesFrom } from './frame/links.ts';
import { implementationFolders, type SiteData, type SiteFile } from './frame/site-data.ts';
import { causesPage } from './results/causes-page.ts';
import { implementationPage } from './results/implementation-page.ts';
import { heatTitle, overviewPage } from './results/overview-page.ts';
import { versionsPage } from './results/versions-page.ts';
import { contentsPage } from './specification/contents-page.ts';
import { formerPages } from './specification/former-pages.ts';
import { pageOfSpecification } from './specification/page-of-specification.ts';
import { rulePage } from './specification/rule-page.ts';

/** The files are made one after another, as they are asked for. */
export function* renderSite(input: ReportInput): Generator<SiteFile> {
  const site = toSite(input);
  const { model } = site;
  yield { path: 'style.css', text: readFileSync(builtFile('reports', 'site', 'style.css'), 'utf8') };
  yield* [overviewPage(site), causesPage(site), versionsPage(site), changesPage(site), feedFile(site)];
  yield contentsPage(site);
  yield* heatFiles(site);
  for (const page of model.pages) yield pageOfSpecification(site, page);
  for (const rule of model.rules) yield rulePage(site, rule);
  for (const item of model.cases) yield casePage(site, item);
  yield* formerPages(site);
  for (const column of model.columns) yield* implementationFiles(site, column);
}

function toSite({ runs, ...input }: ReportInput): SiteData {
  const known = runs.map((run) => withKnownCases(run, input.catalog));
  const newest = newestRuns(known).sort(byKindAndScore);
  const model = createModel(buildReportData({ ...input, runs: newest }, placesFrom(2)));
  return { model, runs: newest, folders: implementationFolders(model.columns), changes: datedChanges(known) };
}

/** In tables, implementations are in the order of the heat map: those of a kind together, the best first. */
function byKindAndScore(a: Run, b: Run): number {
  return placeOf(a) - placeOf(b) || shareOf(scoreOf(b)) - shareOf(scoreOf(a));
}

function placeOf({ header: { implementations } }: Run): number {
  const [only] = implementations;
  return placeOfKind((only && kindOf(only)) ?? '');
}

function scoreOf({ verdicts }: Run): PartScore {
  const { pass, total, skip } = countVerdicts(verdicts);
  return { pass, asked: total - skip, skip };
}

/** Ids of cases become paths, so only those of the specification count; a case that has been retired has no page. */
function withKnownCases(run: Run, { cases }: ReportInput['catalog']): Run {
  const known = new Set(cases.map(({ id }) => id));
  return { ...run, verdicts: run.verdicts.filter((verdict) => known.has(verdict.case)) };
}

function heatFiles({ model }: SiteData): SiteFile[] {
  const maps = heatData(model, model.columns, 'pages');
  return [
    { path: 'heat-map.svg', text: heatMapSvg(maps, heatTitle) },
    { path: 'heat-map.csv', text: heatMapCsv(maps) },
  ];
}

function implementationFiles(site: SiteData, column: Column): SiteFile[] {
  const run = site.runs[column.index];
  const page = implementationPage(site, column);
  if (!run) return [page];
  const beside = (name: string) => page.path.replace('index.html', name);
  return [
    page,
    { path: beside('badge.svg'), text: renderBadgeSvg(run) },
    { path: beside('badge.json'), text: renderBadgeJson(run) },
  ];
}
