// A small run in which everything happens: passes, failures of every kind, a skip, and texts that mean harm.

import path from 'node:path';
import type { Case } from '../../model/case.ts';
import { describeQuestion } from '../../model/describe.ts';
import { packageRoot } from '../../model/package-root.ts';
import type { AnsweredQuestion, Run, Verdict, VerdictWord } from '../../model/run.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';

export const samplePage: string = path.join(packageRoot, 'test', 'fixtures', 'pages', 'small.md');

export const sampleCatalog: Catalog = loadCatalog(samplePage);

/** Every text in it would do something in a reader that takes it for more than text. */
export const hostile: string = [
  '</script><script>window.harmed = true</script>',
  '<img src=x onerror="window.harmed = true">',
  ']]> & <!-- \u0000 \u001b[31mred\u001b[0m \u202egnp.exe \u2066 \u200b\u00ad\u061c\u2028\u{e0041} \ud800',
  '| pipe `tick` ``` **bold** [link](javascript:alert(1))',
].join('\n');

/** A complaint about a baseline, with markup in it. */
export const wrongBaseline: NonNullable<Run['baseline']> = {
  file: 'accepted.yaml',
  complaints: [
    {
      implementation: 'bun',
      kind: 'stale entry',
      cases: ['gone'],
      line: 7,
      text: 'the case <b>gone</b> is no longer asked',
      mend: 'npx modspec run --update-baseline',
    },
  ],
};

type Change = Partial<Omit<Verdict, 'case' | 'position'>>;

type Changes = Readonly<Record<string, Readonly<Record<string, Change>>>>;

/** A run of these implementations on the small page; `changes` by implementation and case. */
export function sampleRun(changes: Changes): Run {
  return runOf(sampleCatalog, 'node-24', changes);
}

/** The same on other cases. */
export function runOf({ cases }: Catalog, edition: string, changes: Changes): Run {
  const specs = Object.keys(changes);
  return {
    header: {
      kind: 'modspec run',
      format: 2,
      modspec: '0.1.0',
      startedAt: '2026-01-02T03:04:05.678Z',
      platform: { os: 'linux', arch: 'x64', node: '20.0.0' },
      implementations: specs.map((spec) => ({
        spec,
        name: spec.split('@')[0] ?? spec,
        version: '1.0.0',
        edition,
        capabilities: ['resolve', 'run'],
      })),
      cases: cases.length,
      selection: '0123456789abcdef',
    },
    verdicts: specs.flatMap((spec) =>
      cases.map(
        (item, position): Verdict => ({
          questions: unanswered(item, changes[spec]?.[item.id]?.verdict),
          implementation: spec,
          case: item.id,
          position,
          hash: item.hash,
          rule: item.rule,
          level: item.level,
          verdict: 'pass',
          alone: false,
          ms: 1.25,
          ...changes[spec]?.[item.id],
        }),
      ),
    ),
    footer: { complete: true, durationMs: 1234 },
  };
}

function unanswered({ questions }: Case, verdict: VerdictWord = 'pass'): AnsweredQuestion[] {
  const outcome = verdict === 'pass' ? 'pass' : 'unanswered';
  return questions.map((question) => ({ asked: describeQuestion(question), outcome, checks: [] }));
}

export const wrongIndex: Change = {
  verdict: 'fail',
  questions: [
    {
      asked: "resolve './lib' from main.js",
      outcome: 'fail',
      checks: [
        {
          expected: { kind: 'file', path: 'lib/main.js' },
          observed: { kind: 'file', path: 'lib/index.js' },
          holds: false,
        },
      ],
    },
  ],
};

export const hostileFailure: Change = {
  verdict: 'fail',
  reason: hostile,
  stderr: hostile,
  questions: [
    {
      asked: 'run main.js',
      outcome: 'fail',
      checks: [
        {
          expected: { kind: 'run', stdout: '<tree> true\n' },
          observed: { kind: 'run', stdout: `${hostile}\n${'x'.repeat(1_000_000)}`, exitCode: 0 },
          holds: false,
        },
      ],
    },
  ],
};

/** Several implementations, one of which is well. */
export const sample: Run = sampleRun({
  good: {},
  bad: {
    'small-main-wins': wrongIndex,
    'small-index': { verdict: 'crash', reason: 'it ended by SIGSEGV' },
    'small-program': hostileFailure,
    'small-exit': { verdict: 'timeout', reason: 'it did not end within 5000 ms' },
    'small-throws': { verdict: 'error', reason: 'the adapter broke' },
  },
  [hostile]: { 'small-main-wins': wrongIndex, 'small-exit': { verdict: 'skip', reason: hostile } },
});
