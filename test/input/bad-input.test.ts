// Reading any file gives a value of its schema, or one complaint with file and line, never a stack trace.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type Test, test } from 'tap';
import { compareRuns } from '../../analysis/compare-runs.ts';
import { comparedFromRun } from '../../analysis/compared-run.ts';
import { manifestSchema } from '../../harness/adapters/manifest-adapter.ts';
import { applyBaseline } from '../../harness/baseline/apply-baseline.ts';
import { baselineSchema } from '../../harness/baseline/baseline.ts';
import { mergeRuns } from '../../harness/run/merge-runs.ts';
import { pageCasesSchema } from '../../model/case.ts';
import { findTreeFault } from '../../model/check-tree.ts';
import { parseJson } from '../../model/input/read-json.ts';
import { parseLocated } from '../../model/input/read-located.ts';
import { packageRoot } from '../../model/package-root.ts';
import { runSchema } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import { renderDiff } from '../../reports/commands/render-diff.ts';
import { renderHtml } from '../../reports/html/render-html.ts';
import { renderMarkdown } from '../../reports/run/markdown.ts';
import { toPageCases } from '../../suite/cases/generate-cases.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { heldOf, listing } from '../baseline/held.ts';
import { sampleCatalog, samplePage, sampleRun } from '../reports/sample-run.ts';
import { replacements, spoils } from './mutations.ts';

/** The same examples each time; another seed looks further: MODSPEC_SEED=7. */
const seed = Number(process.env['MODSPEC_SEED'] ?? 1);

/** Calls `read`; the value, or undefined when it complains as it should about a line that the text has. */
function unlessRefused<T>(text: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { file, line } = error.place ?? {};
    if (file !== 'bad/input') throw new Error(`no place: ${error.message}`);
    if (line === undefined || line < 1 || line > text.split(/\r\n|\r|\n/).length)
      throw new Error(`no line of the text: ${error.message}`);
    if (error.message.length > 1200 || /[\r\n]/.test(error.message))
      throw new Error(`more than a line: ${error.message.slice(0, 3000)}`);
    return undefined;
  }
}

/** Fails with the smallest text for which `check` throws. */
function holds(t: Test, texts: fc.Arbitrary<string>, numRuns: number, check: (text: string) => void): void {
  const { failed, errorInstance, counterexample } = fc.check(fc.property(texts, check), { numRuns, seed });
  t.notOk(failed, `seed ${seed}: ${errorInstance instanceof Error ? errorInstance.stack : ''}`, {
    text: counterexample?.[0].slice(0, 3000),
  });
}

function textsOf(...names: readonly string[]): string[] {
  return names.map((name) => readFileSync(path.join(packageRoot, name), 'utf8'));
}

const pages = textsOf(
  'spec/17-deployd/9-deployd-pitfalls.md',
  'spec/17-deployd/1-deployd-server.md',
  'spec/01-algorithm/1-algorithm.md',
  'spec/02-specifiers/5-core-scheme.md',
  'spec/13-program/1-main-module.md',
  'test/fixtures/pages/small.md',
  'test/fixtures/pages/servers.md',
);

test('a page', async (t) => {
  const texts = fc.tuple(fc.constantFrom(...pages), spoils).map(([page, spoil]) => spoil(page));
  holds(t, texts, 400, (text) => {
    const read = unlessRefused(text, () => parsePage('bad/input', text));
    if (!read) return;
    pageCasesSchema.parse(toPageCases({ ...read, id: 'bad' }));
    for (const { tree, needs } of read.cases)
      if (findTreeFault(tree, needs)) throw new Error('a tree that can not be built');
  });
});

const [caseFile = ''] = textsOf('cases/deployd-pitfalls.json');
const run = sampleRun({ mine: { 'small-index': { verdict: 'fail' } }, yours: {} });
const runFile = JSON.stringify(run, null, 1);
const manifest = '{\n  "command": ["node", "./speak.mjs"]\n}\n';

/** JSON that was spoiled as a text, or whose value was. */
function spoiled(text: string): fc.Arbitrary<string> {
  return fc.oneof(
    spoils.map((spoil) => spoil(text)),
    replacements.map((replace) => JSON.stringify(replace(JSON.parse(text)), null, 1) ?? ''),
  );
}

test('a case file', async (t) => {
  holds(t, spoiled(caseFile), 300, (text) => {
    unlessRefused(text, () => parseJson('bad/input', text, pageCasesSchema, 'a case file'));
  });
});

test('a run, and all that is made of it', async (t) => {
  const shard = { ...run, header: { ...run.header, shard: { index: 1, count: 2 } } };
  holds(t, spoiled(runFile), 200, (text) => {
    const read = unlessRefused(text, () => parseJson('bad/input', text, runSchema, 'a run'));
    if (!read) return;
    const compared = compareRuns(comparedFromRun(run), comparedFromRun(read));
    renderDiff(compared, { format: 'markdown', colour: false, incomplete: false });
    renderMarkdown(read, sampleCatalog);
    renderHtml({ runs: [read], catalog: sampleCatalog, pages: [], spec: samplePage });
    try {
      mergeRuns([shard, read].map((one) => ({ file: 'bad/input', run: one })));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
    }
  });
});

test('a baseline, and what is held against it', async (t) => {
  const held = heldOf({ a1: { path: 'x.js' }, a2: 'crash', b1: 'pass', b2: 'skip' });
  const entry = 'class: bug, observed: crash, reason: some';
  const baseline = listing(`case: a2, ${entry}`, `cases: "a*", count: 2, ${entry}`, `case: b1, ${entry}`);
  const texts = spoils.map((spoil) => spoil(baseline));
  holds(t, texts, 400, (text) => {
    unlessRefused(text, () => {
      applyBaseline(
        parseLocated('bad/input', text, baselineSchema, 'a baseline'),
        { ...held, file: 'bad/input' },
        undefined,
      );
    });
  });
});

test('a manifest', async (t) => {
  holds(t, spoiled(manifest), 300, (text) => {
    unlessRefused(text, () => parseJson('bad/input', text, manifestSchema, 'a manifest'));
  });
});
