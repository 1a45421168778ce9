// Builds the data of a report from runs and the catalog.

import { createNullFloor } from '../../../analysis/null-floor/null-floor.ts';
import type { History } from '../../../model/history.ts';
import { inert, shorten } from '../../../model/inert.ts';
import { packageVersion } from '../../../model/package-root.ts';
import type { Run } from '../../../model/run.ts';
import type { Catalog } from '../../../suite/cases/catalog.ts';
import { type IdRegister, presentId, retirementOf } from '../../../suite/identity/id-register.ts';
import type { WrittenPage } from '../../../suite/pages/written-page.ts';
import { describeContainment } from '../../parts/describe-containment.ts';
import type { Places } from '../../parts/places.ts';
import { createColumnBuilder } from './build-column.ts';
import { toHistoryData } from './build-history.ts';
import { buildSpecification } from './build-specification.ts';
import { createTraceBuilder } from './build-traces.ts';
import { reportPlaces } from './place-of.ts';
import type { FormerFate, ReportData, RunData, StepData } from './report-data.ts';
import { createStringPool } from './string-pool.ts';

export interface ReportInput {
  readonly runs: readonly Run[];
  /** Implementations over their versions. */
  readonly histories?: readonly History[] | undefined;
  readonly catalog: Catalog;
  /** The pages of the catalog, for their prose; a page that is not among them is shown without it. */
  readonly pages: readonly WrittenPage[];
  /** The `--spec` of the runs, for rerun commands. */
  readonly spec?: string | undefined;
}

/** @param places where links of the pages lead */
export function buildReportData(
  { runs, histories = [], catalog, pages, spec }: ReportInput,
  places: Places = reportPlaces,
): ReportData {
  const strings = createStringPool();
  const selectors = createStringPool();
  const specification = buildSpecification(catalog, runs, pages, selectors, places);
  const traces = createTraceBuilder(catalog, strings, selectors);
  const floor = createNullFloor();
  const columns = runs.flatMap((run, index) => {
    const buildColumn = createColumnBuilder(specification.cases, catalog, strings, selectors, traces, floor);
    return run.header.implementations.map((implementation) => buildColumn(run, index, implementation));
  });
  traces.addAll(editionsOf(columns));
  return {
    kind: 'modspec report',
    format: 2,
    modspec: packageVersion(),
    ...(spec === undefined ? {} : { spec }),
    ...specification,
    runs: runs.map((run) => toRunData(run, catalog.cases.length)),
    columns,
    histories: histories.map((history) => toHistoryData(history, specification.cases, strings)),
    traces: traces.table,
    steps: stepsOf(specification.rules, catalog),
    former: fatesOf(catalog.formerIds ?? new Map()),
    strings: strings.all,
    selectors: selectors.all,
  };
}

function stepsOf(rules: ReportData['rules'], catalog: Catalog): StepData[] {
  return rules.flatMap(({ id }, rule) =>
    (catalog.rules.get(id)?.steps ?? []).map(({ label, text }) => ({
      label,
      rule,
      text: text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\s+/g, ' '),
    })),
  );
}

/** Each former id with its new id, or the reason why it was retired. */
function fatesOf(register: IdRegister): Record<string, FormerFate> {
  const fates = [...register.keys()].map((id): [string, FormerFate] => {
    const renamed = presentId(register, id);
    return [id, renamed === undefined ? { retired: retirementOf(register, id)?.retired ?? '' } : { renamed }];
  });
  return Object.fromEntries(fates);
}

/** Every edition that a column was judged by, and `locked`. */
function editionsOf(columns: ReportData['columns']): string[] {
  return [...new Set(['locked', ...columns.map(({ edition }) => edition)])];
}

/** @param known how many cases there are today, for runs that do not say how many there were */
function toRunData(run: Run, known: number): RunData {
  const { header, footer, baseline } = run;
  const { startedAt, platform, modspec, shard, cases, command } = header;
  // Cases are added over time. An older run that asked most of them has selected all that there were.
  const available = header.available ?? (cases * 2 < known ? known : cases);
  const contained = describeContainment(run);
  return {
    startedAt,
    platform,
    modspec,
    cases,
    available,
    ...(command === undefined ? {} : { command: inert(shorten(command, 2000)) }),
    ...footer,
    ...(shard ? { shard } : {}),
    ...(contained === undefined ? {} : { contained }),
    ...(baseline && baseline.complaints.length > 0 ? { baseline: inertBaseline(baseline) } : {}),
  };
}

function inertBaseline({ file, complaints }: NonNullable<Run['baseline']>): NonNullable<Run['baseline']> {
  return {
    file: inert(file),
    complaints: complaints.map((complaint) => ({
      ...complaint,
      text: inert(shorten(complaint.text, 2000)),
      mend: inert(complaint.mend),
    })),
  };
}
