// A run over a handful of cases, as small as a baseline needs it.

import { type Baseline, baselineSchema } from '../../harness/baseline/baseline.ts';
import type { Held } from '../../harness/baseline/examine-entries.ts';
import type { Case } from '../../model/case.ts';
import { type Located, parseLocated } from '../../model/input/read-located.ts';
import type { Verdict, VerdictWord } from '../../model/run.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';

/** What was seen of a case: only a verdict, or a failure with the path that was answered. */
export type Answers = Exclude<VerdictWord, 'fail'> | { readonly path: string };

/** The cases a1, a2 (with a file that Windows can't have), b1, b2 (with a need of the machine) of the page `p`, of which those were asked that `seen` names. */
export function heldOf(seen: Readonly<Record<string, Answers>>, selected: readonly string[] = ids): Held {
  return {
    file: 'baseline.yaml',
    catalog,
    selected: cases.filter(({ id }) => selected.includes(id)),
    run: {
      header: {
        kind: 'modspec run',
        format: 2,
        modspec: '0',
        startedAt: '2000-01-01T00:00:00.000Z',
        platform: { os: 'x', arch: 'x', node: 'x' },
        implementations: [
          { spec: './mine', name: 'mine', version: '2', edition: 'locked', capabilities: [] },
        ],
        cases: selected.length,
        selection: '0'.repeat(16),
      },
      verdicts: Object.entries(seen).map(([id, what], at) => verdictOf(id, what, at)),
      footer: { complete: true, durationMs: 1 },
    },
  };
}

export function baselineOf(text: string): Located<Baseline> {
  return parseLocated('baseline.yaml', text, baselineSchema, 'a baseline');
}

/** A baseline of one implementation; each entry in the flow style of YAML. */
export function listing(...entries: readonly string[]): string {
  if (entries.length === 0) return 'implementations: []\n';
  const lines = entries.map((entry) => `      - { ${entry} }\n`);
  return `implementations:\n  - name: mine\n    accepted:\n${lines.join('')}`;
}

const ids = ['a1', 'a2', 'b1', 'b2'];

const cases = ids.map(
  (id): Case => ({
    id,
    title: id,
    rule: 'r',
    level: 'resolve',
    needs: id === 'b2' ? ['symlinks'] : [],
    environment: {},
    tree: id === 'a2' ? [{ kind: 'file', path: 'a?b.js', text: '' }] : [],
    questions: [],
    hash: '0'.repeat(16),
    source: { file: 'p.md', line: 1 },
  }),
);

const catalog: Catalog = {
  pages: [
    { $schema: '', format: 1, generatedBy: '', page: 'p', file: 'spec/p.md', title: 'P', rules: [], cases },
  ],
  cases,
  rules: new Map(),
};

function verdictOf(id: string, seen: Answers, position: number): Verdict {
  const word = typeof seen === 'string' ? seen : 'fail';
  const expected = { kind: 'file', path: 'right.js' } as const;
  const observed = { kind: 'file', path: typeof seen === 'string' ? '' : seen.path } as const;
  return {
    implementation: './mine',
    case: id,
    position,
    hash: '0'.repeat(16),
    rule: 'r',
    level: 'resolve',
    verdict: word,
    ...(word === 'crash' ? { reason: 'its process exited with code 1 before it answered' } : {}),
    ...(word === 'skip' ? { reason: 'no' } : {}),
    questions: [
      word === 'fail'
        ? { asked: 'q', outcome: 'fail', checks: [{ expected, observed, holds: false }] }
        : { asked: 'q', outcome: word === 'pass' ? 'pass' : 'unanswered', checks: [] },
    ],
    alone: true,
    ms: 1,
  };
}
