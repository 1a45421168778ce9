// `modspec lint`: what is missing in the pages, and how much of the sources they cover.

import path from 'node:path';
import { readEvidence } from '../evidence/evidence.ts';
import { checkEvidence } from '../lint/check-evidence.ts';
import type { Finding } from '../lint/finding.ts';
import { stepsOfPrograms } from '../lint/program-steps.ts';
import { readStatements } from '../lint/statements.ts';
import { checkSteps, exercisedSteps } from '../lint/step-coverage.ts';
import { checkTraceability, countTraced } from '../lint/traceability.ts';
import { readPages } from '../pages/read-pages.ts';
import { openWorkspace } from '../trees/workspace.ts';
import { formatPlace } from '../usage-error.ts';
import { exitCodes } from './exit-codes.ts';

/** @returns the exit code */
export async function lintCommand(options: { spec: string }): Promise<number> {
  const pages = readPages(options.spec);
  const statements = readStatements(options.spec);
  const cases = pages.flatMap((page) => page.cases);
  const workspace = await openWorkspace();
  const taken = new Set([...exercisedSteps(cases, workspace), ...(await stepsOfPrograms(cases, workspace))]);
  workspace.remove();
  const findings = [
    ...checkTraceability(pages, statements),
    ...checkSteps(pages, taken),
    ...checkEvidence(pages, readEvidence(options.spec)),
  ];
  for (const finding of findings) process.stdout.write(`${formatFinding(finding)}\n`);
  const { ruled, classed } = countTraced(pages, statements);
  const rules = pages.flatMap((page) => page.rules);
  const steps = rules.flatMap((rule) => rule.steps);
  const covered = steps.filter(({ label }) => taken.has(label)).length;
  process.stdout.write(
    `${statements.length} statements (${ruled} with a rule, ${classed} with a class), ${rules.length} rules, ` +
      `${cases.length} cases, ${covered} of ${steps.length} steps exercised, ${findings.length} findings\n`,
  );
  return findings.length === 0 ? exitCodes.asExpected : exitCodes.notAsExpected;
}

function formatFinding({ check, file, line, message }: Finding): string {
  return `${formatPlace({ file: path.normalize(file), line })}: ${check}: ${message}`;
}
