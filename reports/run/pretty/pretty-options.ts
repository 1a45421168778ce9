// What the report for a terminal needs beside a run and the catalog.

import type { createColors } from 'picocolors';
import type { StepLeft } from '../../../analysis/group-failures.ts';
import type { Case } from '../../../model/case.ts';
import type { FailedCheck } from '../../../model/failed-checks.ts';

export interface PrettyOptions {
  readonly colour: boolean;
  /** The width to which text is wrapped; by default as for a terminal whose width is not known. */
  readonly columns?: number | undefined;
  /** Shows every failure, each in full. */
  readonly verbose?: boolean;
  /** The `--spec` of the run, for rerun commands. */
  readonly spec?: string | undefined;
  /** Whether `--last-failed` knows the failures of this run. */
  readonly remembered?: boolean;
  /** The steps of the reference; without them, reports do not say where a loader left them. */
  readonly steps?: ReferenceSteps | undefined;
}

/** What is known of the steps of the reference. */
export interface ReferenceSteps {
  /** Where a failing resolution left the steps; undefined if it is not known. */
  readonly departureOf: (
    item: Case,
    check: FailedCheck,
    edition: string,
  ) => (StepLeft & { readonly text: string }) | undefined;
  /** The words of a step, Markdown; undefined for a step beyond the text. */
  readonly wordsOf: (step: string) => string | undefined;
}

export type Paint = ReturnType<typeof createColors>;
