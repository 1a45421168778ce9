// `--format FORMAT[=FILE]`: which reports of a run are written, and where.

import { didYouMean } from '../../model/input/did-you-mean.ts';
import type { Run } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { referenceSteps } from './reference-steps.ts';
import { writeReportFile } from './write-file.ts';

/** What a report gets beside the run. */
export interface ReportSettings {
  readonly spec?: string | undefined;
  /** Whether every failure is shown in full. */
  readonly verbose: boolean;
  /** Whether `--last-failed` knows the failures of the run. */
  readonly remembered?: boolean;
}

interface Rendering extends ReportSettings {
  readonly colour: boolean;
  readonly columns?: number | undefined;
  /** The path of the file; empty for standard output. */
  readonly file: string;
}

type Render = (run: Run, catalog: Catalog, rendering: Rendering) => Promise<string>;

/** The module of a format is imported only if the format is wanted. */
const formats = {
  pretty: async (run, catalog, rendering) => {
    const { renderPretty } = await import('../../reports/run/pretty.ts');
    return renderPretty(run, catalog, { ...rendering, steps: await referenceSteps(run, catalog) });
  },
  tap: async (run, catalog, { spec }) => {
    const { renderTap } = await import('../../reports/run/tap.ts');
    return renderTap(run, catalog, spec);
  },
  json: async (run) => {
    const { renderJson } = await import('../../reports/run/json.ts');
    return renderJson(run);
  },
  html: async (run, catalog, { spec }) => {
    const { renderHtml } = await import('../../reports/html/render-html.ts');
    const { pagesOf } = await import('../../suite/cases/pages-of.ts');
    return renderHtml({ runs: [run], catalog, pages: pagesOf(catalog, spec), spec });
  },
  markdown: async (run, catalog, { spec }) => {
    const { renderMarkdown } = await import('../../reports/run/markdown.ts');
    return renderMarkdown(run, catalog, spec);
  },
  junit: async (run, catalog, { spec }) => {
    const { renderJunit } = await import('../../reports/run/junit.ts');
    return renderJunit(run, catalog, spec);
  },
  ctrf: async (run, catalog, { spec }) => {
    const { renderCtrf } = await import('../../reports/run/ctrf.ts');
    return renderCtrf(run, catalog, spec);
  },
  badge: async (run, _catalog, { file }) => {
    const { renderBadgeJson, renderBadgeSvg } = await import('../../reports/run/badge.ts');
    return file.endsWith('.json') ? renderBadgeJson(run) : renderBadgeSvg(run);
  },
} as const satisfies Readonly<Record<string, Render>>;

/** The formats that a command knows, for the completion of shells. */
export function formatNames(command: string): readonly string[] {
  const own: Readonly<Record<string, readonly string[]>> = {
    run: Object.keys(formats),
    merge: Object.keys(formats),
    lint: ['text', 'github', 'json'],
    explain: ['text', 'json'],
    diff: ['pretty', 'markdown', 'json'],
  };
  return own[command] ?? [];
}

export interface WantedReport {
  readonly format: keyof typeof formats;
  /** Undefined for standard output. */
  readonly file?: string;
}

/**
 * Reads the values of `--format`; `pretty` to standard output if there is none.
 * @throws {UsageError} if a format is unknown, or two go to standard output.
 */
export function parseFormats(values: readonly string[]): WantedReport[] {
  const wanted = (values.length === 0 ? ['pretty'] : values).map(parseFormat);
  if (wanted.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError(
      'expected at most one --format for standard output; name a file for the others: --format json=run.json',
    );
  }
  return wanted;
}

/** Whether one of the reports is Markdown. */
export function hasMarkdown(wanted: readonly WantedReport[]): boolean {
  return wanted.some(({ format }) => format === 'markdown');
}

function parseFormat(value: string): WantedReport {
  const [name = '', ...rest] = value.split('=');
  const known = Object.keys(formats) as (keyof typeof formats)[];
  const format = known.find((candidate) => candidate === name);
  if (!format)
    throw new UsageError(
      `--format ${value}: unknown format; ${didYouMean(name, known)}expected one of ${known.join(', ')}`,
    );
  if (rest.length === 0) return { format };
  const file = rest.join('=');
  if (file === '') throw new UsageError(`--format ${value}: expected a file after '='; found nothing`);
  return { format, file };
}

/**
 * Writes every report. Files come first, so that they are complete even if standard output is closed.
 * @throws {UsageError} if a report can't be written; the other reports are written nevertheless.
 */
export async function writeReports(
  run: Run,
  catalog: Catalog,
  wanted: readonly WantedReport[],
  settings: ReportSettings,
): Promise<void> {
  const inOrder = [...wanted].sort((a, b) => Number(a.file === undefined) - Number(b.file === undefined));
  const failures: unknown[] = [];
  for (const { format, file } of inOrder) {
    const render: Render = formats[format];
    try {
      if (file === undefined)
        process.stdout.write(
          await render(run, catalog, {
            ...settings,
            colour: wantsColour(),
            columns: process.stdout.columns,
            file: '',
          }),
        );
      else writeReportFile(file, await render(run, catalog, { ...settings, colour: false, file }));
    } catch (error) {
      failures.push(error);
    }
  }
  if (inOrder.every(({ file }) => file !== undefined)) await tellShort(run, catalog, inOrder, settings);
  if (failures.length > 0) throw failures[0];
}

/** If every report is a file, standard error gets the result: a red run is never silent. */
async function tellShort(
  run: Run,
  catalog: Catalog,
  written: readonly WantedReport[],
  settings: ReportSettings,
): Promise<void> {
  const { renderShort } = await import('../../reports/run/pretty.ts');
  const colour = Boolean(process.stderr.isTTY) && !process.env['NO_COLOR'];
  process.stderr.write(renderShort(run, catalog, { ...settings, colour, columns: process.stderr.columns }));
  process.stderr.write(`\nwrote ${written.map(({ file }) => file).join(', ')}\n`);
}

function wantsColour(): boolean {
  return Boolean(process.stdout.isTTY) && !process.env['NO_COLOR'];
}
