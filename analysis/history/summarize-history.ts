// Summarizes the runs of several versions of one implementation.

import type { CaseRange, History, Regression, RuleRange } from '../../model/history.ts';
import type { Run, Verdict } from '../../model/run.ts';
import { countVerdicts } from '../tally.ts';
import { type Outcomes, outcomesOf } from './outcomes.ts';

/** A version that was asked, or the reason why it could not be. */
export interface AskedVersion {
  readonly version: string;
  readonly date: string;
  readonly run: Run | string;
}

export type HistoryHead = Pick<
  History,
  'modspec' | 'seen' | 'command' | 'implementation' | 'edition' | 'platform'
>;

/** @param asked the lowest version first; all were asked the same cases by the same edition */
export function summarizeHistory(head: HistoryHead, asked: readonly AskedVersion[]): History {
  const lines = asked.flatMap(({ version, run }) =>
    typeof run === 'string' ? [] : [{ version, outcomes: outcomesOf(run) }],
  );
  const first = lines.flatMap(({ outcomes }) => [...outcomes.values()]);
  const ruleOf = new Map(first.map((verdict) => [verdict.case, verdict.rule]));
  const cases = [...ruleOf.keys()].map((id) => [id, rangesOf(lines, id)] as const);
  const rules = [...new Set(ruleOf.values())].map((rule) => {
    const ids = [...ruleOf].filter(([, its]) => its === rule).map(([id]) => id);
    return [rule, ruleRanges(lines, ids)] as const;
  });
  return {
    kind: 'modspec history',
    format: 1,
    ...head,
    versions: asked.map(({ version, date, run }) => ({ version, date, ...scoreOf(run) })),
    cases: Object.fromEntries(cases),
    rules: Object.fromEntries(rules),
    regressions: cases.flatMap(([id, ranges]) => regressionsIn(id, ranges)),
  };
}

function scoreOf(run: Run | string): Partial<History['versions'][number]> {
  if (typeof run === 'string') return { notDriven: run };
  const counts = countVerdicts(run.verdicts);
  return { pass: counts.pass, asked: counts.total - counts.skip };
}

interface Line {
  readonly version: string;
  readonly outcomes: Outcomes;
}

function rangesOf(lines: readonly Line[], id: string): CaseRange[] {
  const states = lines.map(
    ({ version, outcomes }) => [version, outcomes.get(id)?.verdict ?? 'skip'] as const,
  );
  return join(states).map(({ state, ...span }) => ({ ...span, verdict: state }));
}

function ruleRanges(lines: readonly Line[], ids: readonly string[]): RuleRange[] {
  const states = lines.map(({ version, outcomes }) => {
    const verdicts = ids.flatMap((id) => outcomes.get(id) ?? []);
    return [version, holdsIn(verdicts)] as const;
  });
  return join(states).map(({ state, ...span }) => ({ ...span, holds: state }));
}

function holdsIn(verdicts: readonly Verdict[]): RuleRange['holds'] {
  const asked = verdicts.filter(({ verdict }) => verdict !== 'skip');
  const passed = asked.filter(({ verdict }) => verdict === 'pass').length;
  if (asked.length === 0) return 'not asked';
  return passed === asked.length ? 'yes' : passed === 0 ? 'no' : 'partly';
}

/** Puts neighbours with the same state together. */
function join<S>(
  states: readonly (readonly [version: string, state: S])[],
): { from: string; to: string; state: S }[] {
  const ranges: { from: string; to: string; state: S }[] = [];
  for (const [version, state] of states) {
    const last = ranges.at(-1);
    if (last?.state === state) last.to = version;
    else ranges.push({ from: version, to: version, state });
  }
  return ranges;
}

/** Skipped versions say nothing. */
function regressionsIn(id: string, ranges: readonly CaseRange[]): Regression[] {
  const told = ranges.filter(({ verdict }) => verdict !== 'skip' && verdict !== 'error');
  return told.flatMap(({ verdict, from }, at) => {
    const before = told[at - 1];
    if (before?.verdict !== 'pass' || verdict === 'pass') return [];
    const mended = told.slice(at).find((later) => later.verdict === 'pass');
    return [{ case: id, passed: before.to, failed: from, ...(mended ? { mended: mended.from } : {}) }];
  });
}
