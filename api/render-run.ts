// The reports of a run, by the names of `--format`.

import type { Run } from '../model/run.ts';
import type { Catalog } from '../suite/cases/catalog.ts';
import { type CasesSource, casesOf } from './load-cases.ts';
import { referenceSteps } from './reference-steps.ts';

/** How a run is rendered. */
export interface RenderSettings extends CasesSource {
  /** `pretty`: whether every failure is shown in full. */
  readonly verbose?: boolean | undefined;
  /** `pretty`: whether escape codes for colours are written. */
  readonly colour?: boolean | undefined;
  /** `pretty`: the width of the terminal. */
  readonly columns?: number | undefined;
  /** `pretty`: whether `--last-failed` knows the failures of the run. */
  readonly remembered?: boolean | undefined;
}

interface Rendering extends RenderSettings {
  readonly catalog: Catalog;
}

type Render = (run: Run, rendering: Rendering) => Promise<string>;

/** `badge` is an SVG, `badge json` what shields.io draws a badge from. */
export type RunFormat =
  | 'pretty'
  | 'tap'
  | 'json'
  | 'html'
  | 'markdown'
  | 'junit'
  | 'ctrf'
  | 'badge'
  | 'badge json';

/** The module of a format is imported only if the format is wanted. */
const renderers: Readonly<Record<RunFormat, Render>> = {
  pretty: async (run, { catalog, spec, verbose = false, colour = false, remembered = false, columns }) => {
    const { renderPretty } = await import('../reports/run/pretty.ts');
    const steps = await referenceSteps(run, catalog);
    return renderPretty(run, catalog, { spec, verbose, colour, columns, remembered, steps });
  },
  tap: async (run, { catalog, spec }) => {
    const { renderTap } = await import('../reports/run/file-formats.ts');
    return renderTap(run, catalog, spec);
  },
  json: async (run) => {
    const { renderJson } = await import('../reports/run/file-formats.ts');
    return renderJson(run);
  },
  html: async (run, rendering) => {
    const { renderHtml } = await import('./render-html.ts');
    return renderHtml([run], rendering);
  },
  markdown: async (run, { catalog, spec }) => {
    const { renderMarkdown } = await import('../reports/run/file-formats.ts');
    return renderMarkdown(run, catalog, spec);
  },
  junit: async (run, { catalog, spec }) => {
    const { renderJunit } = await import('../reports/run/file-formats.ts');
    return renderJunit(run, catalog, spec);
  },
  ctrf: async (run, { catalog, spec }) => {
    const { renderCtrf } = await import('../reports/run/file-formats.ts');
    return renderCtrf(run, catalog, spec);
  },
  badge: async (run) => {
    const { renderBadgeSvg } = await import('../reports/run/file-formats.ts');
    return renderBadgeSvg(run);
  },
  'badge json': async (run) => {
    const { renderBadgeJson } = await import('../reports/run/file-formats.ts');
    return renderBadgeJson(run);
  },
};

/** The text of one report of a run. */
export async function renderRun(run: Run, format: RunFormat, settings: RenderSettings = {}): Promise<string> {
  return renderers[format](run, { ...settings, catalog: await casesOf(settings) });
}
