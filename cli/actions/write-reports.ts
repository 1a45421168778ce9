// `--format FORMAT[=FILE]`: which reports of a run are written, and where.

import { type RenderSettings, type RunFormat, renderRun } from '../../api/render-run.ts';
import { didYouMean } from '../../model/input/did-you-mean.ts';
import type { Run } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { writeReportFile } from './write-file.ts';

/** What a report gets beside the run. */
export interface ReportSettings extends Pick<RenderSettings, 'spec' | 'remembered'> {
  /** Whether every failure is shown in full. */
  readonly verbose: boolean;
}

export const runFormats = [
  'pretty',
  'tap',
  'json',
  'html',
  'markdown',
  'junit',
  'ctrf',
  'badge',
] as const satisfies readonly RunFormat[];

export interface WantedReport {
  readonly format: (typeof runFormats)[number];
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
  const format = runFormats.find((candidate) => candidate === name);
  if (!format)
    throw new UsageError(
      `--format ${value}: unknown format; ${didYouMean(name, runFormats)}expected one of ${runFormats.join(', ')}`,
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
  const written: string[] = [];
  const failures: unknown[] = [];
  for (const { format, file } of inOrder) {
    const render = (more: RenderSettings) =>
      renderRun(run, variantOf(format, file), { ...settings, catalog, ...more });
    try {
      if (file === undefined)
        process.stdout.write(await render({ colour: wantsColour(), columns: process.stdout.columns }));
      else {
        writeReportFile(file, await render({}));
        written.push(file);
      }
    } catch (error) {
      failures.push(error);
    }
  }
  if (inOrder.every(({ file }) => file !== undefined)) await tellShort(run, catalog, written, settings);
  if (failures.length > 0) throw failures[0];
}

function variantOf(format: WantedReport['format'], file: string | undefined): RunFormat {
  return format === 'badge' && file?.endsWith('.json') ? 'badge json' : format;
}

/** If every report is a file, standard error gets the result: a red run is never silent. */
async function tellShort(
  run: Run,
  catalog: Catalog,
  written: readonly string[],
  settings: ReportSettings,
): Promise<void> {
  const { renderShort } = await import('../../reports/run/pretty.ts');
  const colour = Boolean(process.stderr.isTTY) && !process.env['NO_COLOR'];
  process.stderr.write(
    renderShort(run, catalog, {
      ...settings,
      remembered: settings.remembered ?? false,
      colour,
      columns: process.stderr.columns,
    }),
  );
  if (written.length > 0) process.stderr.write(`\nwrote ${written.join(', ')}\n`);
}

function wantsColour(): boolean {
  return Boolean(process.stdout.isTTY) && !process.env['NO_COLOR'];
}
