// CTRF, the common test report format: one JSON document, a test for every verdict, the implementation as its suite.

import { asksSeveral } from '../../model/failed-checks.ts';
import { inert, inertJson, shorten } from '../../model/inert.ts';
import type { AnsweredQuestion, RanImplementation, Run, Verdict } from '../../model/run.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { describeContainment } from '../parts/describe-containment.ts';
import { describeFailure } from '../parts/describe-failure.ts';
import { type Outcome, outcomeOf } from '../parts/outcome.ts';

/** @param spec the `--spec` of the run, for rerun commands */
export function renderCtrf(run: Run, catalog: Catalog, spec?: string): string {
  const { header, footer, verdicts } = run;
  const tests = header.implementations.flatMap((implementation) =>
    verdicts
      .filter((verdict) => verdict.implementation === implementation.spec)
      .map((verdict) => toTest(verdict, implementation, catalog, spec)),
  );
  const contained = describeContainment(run);
  const report = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: header.startedAt,
    generatedBy: `modspec ${header.modspec}`,
    extra: {
      complete: footer.complete,
      ...(footer.stopped ? { stopped: footer.stopped } : {}),
      ...(contained === undefined ? {} : { containment: contained }),
    },
    results: {
      tool: { name: 'modspec', version: header.modspec },
      summary: summaryOf(run),
      tests,
      environment: {
        osPlatform: header.platform.os,
        extra: { arch: header.platform.arch, node: header.platform.node },
      },
    },
  };
  return `${inertJson(JSON.stringify(report, null, 2))}\n`;
}

function summaryOf({ header, footer, verdicts }: Run): Record<string, number> {
  const count = (outcome: Outcome) => verdicts.filter((verdict) => outcomeOf(verdict) === outcome).length;
  const start = Date.parse(header.startedAt);
  return {
    tests: verdicts.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped') + count('accepted'),
    pending: 0,
    other: count('broken'),
    suites: header.implementations.length,
    start,
    stop: start + Math.round(footer.durationMs),
  };
}

/** An error of the harness or an adapter is not a failure of the loader. */
const statuses: Readonly<Record<Outcome, 'passed' | 'failed' | 'skipped' | 'other'>> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  accepted: 'skipped',
  broken: 'other',
};

function toTest(
  verdict: Verdict,
  implementation: RanImplementation,
  catalog: Catalog,
  spec: string | undefined,
): object {
  const item = catalog.cases.find(({ id }) => id === verdict.case);
  const { name, version, edition } = implementation;
  return {
    name: verdict.case,
    status: statuses[outcomeOf(verdict)],
    duration: Math.round(verdict.ms),
    testId: inert(`${implementation.spec}:${verdict.case}`),
    suite: [inert([name, version].filter(Boolean).join(' ')), verdict.rule],
    rawStatus: verdict.verdict,
    tags: [verdict.level, edition],
    ...describeOutcome(verdict, implementation, spec),
    ...(asksSeveral(verdict) ? { steps: verdict.questions.map(toStep) } : {}),
    ...(item ? { filePath: item.source.file, line: item.source.line } : {}),
    extra: { hash: verdict.hash, title: item?.title, implementation: inert(implementation.spec) },
  };
}

/** Of a case that asks several questions. */
function toStep({ asked, outcome }: AnsweredQuestion): object {
  return { name: inert(asked), status: stepStatuses[outcome] };
}

const stepStatuses: Readonly<Record<AnsweredQuestion['outcome'], string>> = {
  pass: 'passed',
  fail: 'failed',
  unanswered: 'other',
  'not judged': 'skipped',
};

function describeOutcome(
  verdict: Verdict,
  implementation: RanImplementation,
  spec: string | undefined,
): object {
  if (verdict.verdict === 'pass') return {};
  if (verdict.verdict === 'skip') return { message: inert(shorten(verdict.reason ?? 'skipped', 2000)) };
  const { message, text } = describeFailure(verdict, implementation, spec);
  const stderr = verdict.stderr?.trim() ? { stderr: inert(shorten(verdict.stderr, 2000)).split('\n') } : {};
  return { message, trace: text, ...stderr };
}
