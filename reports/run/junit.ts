// JUnit XML as CI systems read it: a suite for each implementation, a test case for each case, the rule as its class. A
// wrong verdict is a failure; `error` is only an error of the harness or an adapter.

import { inert, shorten } from '../../model/inert.ts';
import type { RanImplementation, Run, Verdict } from '../../model/run.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { describeContainment } from '../parts/describe-containment.ts';
import { describeFailure } from '../parts/describe-failure.ts';
import { type Outcome, outcomeOf } from '../parts/outcome.ts';
import { whyIncomplete } from '../parts/why-incomplete.ts';
import { element, escapeXml } from '../parts/xml.ts';

/** @param spec the `--spec` of the run, for rerun commands */
export function renderJunit(run: Run, catalog: Catalog, spec?: string): string {
  const suites = run.header.implementations.map((implementation) =>
    renderSuite(run, implementation, catalog, spec),
  );
  const whole = { name: 'modspec', ...countsOf(run.verdicts), time: seconds(run.footer.durationMs) };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', whole, suites)}\n`;
}

function renderSuite(
  run: Run,
  implementation: RanImplementation,
  catalog: Catalog,
  spec: string | undefined,
): string {
  const verdicts = run.verdicts.filter((verdict) => verdict.implementation === implementation.spec);
  const { name, version, edition } = implementation;
  const suite = `${[name, version].filter(Boolean).join(' ')}, judged by ${edition}`;
  const time = seconds(verdicts.reduce((sum, { ms }) => sum + ms, 0));
  const attributes = {
    name: inert(suite),
    ...countsOf(verdicts),
    time,
    timestamp: run.header.startedAt.replace(/\.\d+Z$/, ''),
    hostname: 'localhost',
  };
  const why = whyIncomplete(run.footer);
  const contained = describeContainment(run);
  const properties = [
    element('property', { name: 'implementation', value: inert(implementation.spec) }),
    element('property', { name: 'edition', value: edition }),
    ...(contained === undefined ? [] : [element('property', { name: 'containment', value: contained })]),
    element('property', { name: 'complete', value: String(run.footer.complete) }),
    ...(why === undefined ? [] : [element('property', { name: 'incomplete', value: why })]),
  ];
  return element('testsuite', attributes, [
    element('properties', {}, properties),
    ...verdicts.map((verdict) => renderCase(verdict, implementation, catalog, spec)),
  ]);
}

function countsOf(verdicts: readonly Verdict[]): Record<'tests' | 'failures' | 'errors' | 'skipped', number> {
  const count = (outcome: Outcome) => verdicts.filter((verdict) => outcomeOf(verdict) === outcome).length;
  return {
    tests: verdicts.length,
    failures: count('failed'),
    errors: count('broken'),
    skipped: count('skipped') + count('accepted'),
  };
}

function renderCase(
  verdict: Verdict,
  implementation: RanImplementation,
  catalog: Catalog,
  spec: string | undefined,
): string {
  const source = catalog.cases.find(({ id }) => id === verdict.case)?.source;
  const attributes = {
    name: inert(verdict.case),
    classname: inert(verdict.rule),
    time: seconds(verdict.ms),
    file: source?.file,
    line: source?.line,
  };
  return element('testcase', attributes, renderOutcome(verdict, implementation, spec));
}

function renderOutcome(
  verdict: Verdict,
  implementation: RanImplementation,
  spec: string | undefined,
): string[] {
  const { message, text } = describeFailure(verdict, implementation, spec);
  switch (outcomeOf(verdict)) {
    case 'passed':
      return [];
    case 'skipped':
      return [element('skipped', { message: inert(shorten(verdict.reason ?? '', 500)) })];
    case 'accepted':
      return [element('skipped', { message: `accepted: ${message}` })];
    case 'broken':
      return [element('error', { message, type: 'error' }, [escapeXml(text)])];
    case 'failed':
      return [element('failure', { message, type: verdict.verdict }, [escapeXml(text)])];
  }
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
