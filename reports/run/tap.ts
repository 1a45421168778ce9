// TAP 14: a subtest for each implementation, a test point for each case, below it one for each
// question of a case that asks several; diagnostics as YAML.

import YAML from 'yaml';
import { describeAccepted, isUnexpected } from '../../analysis/tally.ts';
import { describeExpected, describeObservation } from '../../model/describe.ts';
import { asksSeveral, type FailedCheck, failedChecks } from '../../model/failed-checks.ts';
import { inert, shorten } from '../../model/inert.ts';
import type { Complaint, RanImplementation, Run, Verdict } from '../../model/run.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { describeContainment } from '../parts/describe-containment.ts';
import { rerunCommand } from '../parts/rerun-command.ts';
import { whyIncomplete } from '../parts/why-incomplete.ts';

/** @param spec the `--spec` of the run, for rerun commands */
export function renderTap(run: Run, catalog: Catalog, spec?: string): string {
  const points = run.header.implementations.flatMap((implementation, index) => {
    const verdicts = run.verdicts.filter((verdict) => verdict.implementation === implementation.spec);
    const wrong = wrongEntries(run, implementation);
    const word = verdicts.some(isUnexpected) || wrong.length > 0 ? 'not ok' : 'ok';
    const name = nameOf(implementation);
    return [
      `# Subtest: ${name}`,
      ...verdicts
        .flatMap((verdict, at) => renderPoint(verdict, at + 1, implementation, catalog, spec))
        .map(indent),
      ...wrong.flatMap((complaint, at) => renderComplaint(complaint, verdicts.length + at + 1)).map(indent),
      indent(`1..${verdicts.length + wrong.length}`),
      `${word} ${index + 1} - ${name}`,
    ];
  });
  const why = whyIncomplete(run.footer);
  const bail = why === undefined ? [] : [`Bail out! ${why}`];
  const plan = run.footer.complete ? [`1..${run.header.implementations.length}`] : [];
  return `${['TAP version 14', ...noteContainment(run), ...points, ...plan, ...bail].join('\n')}\n`;
}

function noteContainment(run: Run): string[] {
  const contained = describeContainment(run);
  return contained === undefined ? [] : [`# ${contained}`];
}

function nameOf({ name, version, edition }: RanImplementation): string {
  return escapeText(`${[name, version].filter(Boolean).join(' ')}, judged by ${edition}`);
}

function renderPoint(
  verdict: Verdict,
  number: number,
  implementation: RanImplementation,
  catalog: Catalog,
  spec: string | undefined,
): string[] {
  const title = catalog.cases.find(({ id }) => id === verdict.case)?.title ?? '';
  const name = escapeText(`${verdict.case}: ${title}`);
  if (verdict.verdict === 'skip')
    return [`ok ${number} - ${name} # SKIP ${escapeText(verdict.reason ?? '')}`];
  const point =
    verdict.verdict === 'pass'
      ? [`ok ${number} - ${name}`]
      : [`not ok ${number} - ${name}${todo(verdict)}`, ...renderDiagnostics(verdict, implementation, spec)];
  return [...renderQuestions(verdict, name, implementation), ...point];
}

/** A subtest with a point for each question, if there are several. */
function renderQuestions(verdict: Verdict, name: string, { edition }: RanImplementation): string[] {
  const { questions } = verdict;
  if (!asksSeveral(verdict)) return [];
  const points = questions.flatMap(({ asked, outcome }, index) => {
    const point = `${index + 1} - ${escapeText(asked)}`;
    if (outcome === 'pass') return [`ok ${point}`];
    if (outcome === 'not judged') return [`ok ${point} # SKIP ${edition} expects nothing of it`];
    return [`not ok ${point}${todo(verdict)}`, ...renderYaml(describeQuestion(verdict, index))];
  });
  return [`# Subtest: ${name}`, ...[...points, `1..${questions.length}`].map(indent)];
}

function describeQuestion(verdict: Verdict, at: number): object {
  const checks = failedChecks(verdict).filter(({ index }) => index === at);
  return checks.length === 0 ? { outcome: verdict.questions[at]?.outcome } : { checks: checks.map(toRecord) };
}

/** What the baseline accepts does not fail. */
function todo({ accepted }: Verdict): string {
  return accepted ? ` # TODO ${escapeText(describeAccepted(accepted))}` : '';
}

/** The differences from the baseline that no test point reports. */
function wrongEntries({ baseline }: Run, { spec }: RanImplementation): Complaint[] {
  const said = ['unexpected failure', 'changed observation'];
  return (baseline?.complaints ?? []).filter(
    ({ implementation, kind }) => implementation === spec && !said.includes(kind),
  );
}

function renderComplaint({ kind, text, mend }: Complaint, number: number): string[] {
  return [`not ok ${number} - baseline: ${kind}: ${escapeText(text)}`, ...renderYaml({ kind, text, mend })];
}

function renderDiagnostics(
  verdict: Verdict,
  implementation: RanImplementation,
  spec: string | undefined,
): string[] {
  const checks = asksSeveral(verdict) ? [] : failedChecks(verdict).map(toRecord);
  const diagnostics = {
    verdict: verdict.verdict,
    rule: verdict.rule,
    ...(verdict.reason === undefined ? {} : { reason: shorten(verdict.reason, 2000) }),
    ...(verdict.intended ? { intended: verdict.intended } : {}),
    ...(checks.length === 0 ? {} : { checks }),
    rerun: rerunCommand(implementation, verdict.case, spec),
  };
  return renderYaml(diagnostics);
}

function toRecord({ label, expected, observed }: FailedCheck): object {
  return {
    question: label,
    expected: describeExpected(expected),
    observed: shorten(describeObservation(observed), 4000),
  };
}

/** Every text in it is made harmless. */
function renderYaml(diagnostics: object): string[] {
  const harmless = JSON.parse(JSON.stringify(diagnostics), (_, value) =>
    typeof value === 'string' ? inert(value) : value,
  );
  const yaml = YAML.stringify(harmless, { lineWidth: 0 }).trimEnd().split('\n');
  return ['---', ...yaml, '...'].map((line) => `  ${line}`);
}

/** `#` starts a directive and `\` is the escape character; a test point is one line. */
function escapeText(text: string): string {
  return inert(text)
    .replace(/[\n\t]/g, ' ')
    .replace(/[\\#]/g, '\\$&');
}

function indent(line: string): string {
  return `    ${line}`;
}
