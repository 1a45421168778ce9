// `modspec lint`: what is missing or wrong in the pages, and how much of the sources they cover.

import { writeFileSync } from 'node:fs';
import { referenceTracer } from '../../analysis/steps/reference-tracer.ts';
import { countOf } from '../../model/count-of.ts';
import { UsageError } from '../../model/usage-error.ts';
import {
  type FindingFormat,
  findingFormats,
  renderFindings,
} from '../../reports/commands/render-findings.ts';
import { applyLineEdits } from '../../suite/authoring/page-places.ts';
import { chooseRule, chooseRules, findProblems } from '../../suite/lint/find-problems.ts';
import { countTraced } from '../../suite/lint/subject/citations.ts';
import type { Finding } from '../../suite/lint/subject/finding.ts';
import type { LintRule } from '../../suite/lint/subject/lint-rule.ts';
import { readSubject, type Subject, withStepsTaken } from '../../suite/lint/subject/subject.ts';
import { readPageText } from '../../suite/pages/read-pages.ts';
import { exitCodes } from './exit-codes.ts';
import { isInActions } from './github.ts';

export interface LintCommandOptions {
  readonly spec?: string;
  readonly rule: readonly string[];
  readonly explain?: string;
  readonly fix: boolean;
  readonly format?: string;
}

/** @returns the exit code */
export async function lintCommand(options: LintCommandOptions): Promise<number> {
  if (options.explain !== undefined) {
    process.stdout.write(describeRule(chooseRule(options.explain)));
    return exitCodes.asExpected;
  }
  const format = chooseFormat(options.format);
  const rules = chooseRules(options.rule);
  const read = () =>
    options.spec === undefined
      ? readSubject('spec', referenceTracer, projectDocuments)
      : readSubject(options.spec, referenceTracer);
  if (options.fix) mendAll(() => findProblems(read(), rules));
  const asksSteps = rules.some(({ name }) => name === 'step-without-case');
  const subject = asksSteps ? await withStepsTaken(read()) : read();
  const findings = findProblems(subject, rules);
  process.stdout.write(renderFindings(findings, format));
  if (format === 'text') process.stdout.write(summarize(subject, findings.length));
  return findings.length === 0 ? exitCodes.asExpected : exitCodes.notAsExpected;
}

/** The documents of a project, apart from the pages, that link to the pages. */
const projectDocuments = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'docs', 'cases', 'examples'];

function describeRule({ name, reason, fix }: LintRule): string {
  return `${name}\n\nWhy:  ${reason}\n\nMend: ${fix}\n`;
}

/** By default annotations on GitHub, text elsewhere. */
function chooseFormat(named: string | undefined): FindingFormat {
  const wanted = named ?? (isInActions() ? 'github' : 'text');
  const found = findingFormats.find((format) => format === wanted);
  if (found) return found;
  throw new UsageError(`--format ${wanted}: unknown format; expected one of ${findingFormats.join(', ')}`);
}

const mostRounds = 20;

/** Each line is fixed once a round, so that the next round looks at the line again. */
function mendAll(find: () => readonly Finding[]): void {
  let round = 0;
  while (round++ < mostRounds && mend(find()));
}

/** @returns whether anything was fixed */
function mend(findings: readonly Finding[]): boolean {
  const mendable = findings.flatMap(({ file, edit }) => (edit ? [{ file, edit }] : []));
  for (const file of new Set(mendable.map((one) => one.file))) {
    const here = mendable.filter((one) => one.file === file).reverse();
    const edits = new Map(here.map(({ edit }) => [edit.start, edit]));
    writeFileSync(file, applyLineEdits(readPageText(file), [...edits.values()]));
    process.stderr.write(`${file}: ${edits.size} fixed\n`);
  }
  return mendable.length > 0;
}

/** The counts of the pages; only the number of findings if not all rules were checked. */
function summarize({ pages, statements, taken }: Subject, count: number): string {
  if (taken === undefined) return `${countOf(count, 'finding')}\n`;
  const { ruled, classed } = countTraced(pages, statements);
  const rules = pages.flatMap((page) => page.rules);
  const cases = pages.flatMap((page) => page.cases);
  const steps = rules.flatMap((rule) => rule.steps);
  const covered = steps.filter(({ label }) => taken.has(label)).length;
  return (
    `${countOf(statements.length, 'statement')} (${ruled} with a rule, ${classed} with a class), ${countOf(rules.length, 'rule')}, ` +
    `${countOf(cases.length, 'case')}, ${covered} of ${countOf(steps.length, 'step')} exercised, ${countOf(count, 'finding')}\n`
  );
}
