// The steps of the pages and their comments in the reference are the same, word for word and in the same order.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'tap';
import { mirrorSteps, readStepComments } from '../../scripts/mirror/step-comments.ts';
import { wordsWithConditions } from '../../suite/algorithm/condition.ts';
import { readPages } from '../../suite/pages/read-pages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = readPages(path.join(root, 'spec'));
const steps = pages.flatMap((page) => page.rules.flatMap((rule) => rule.steps));
const pageSteps = steps.map(({ label }) => label);
const words = wordsWithConditions(steps);
const names = readdirSync(path.join(root, 'reference'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort();
const sources = names.map((name) => readFileSync(path.join(root, 'reference', name), 'utf8'));

test('every step of the pages is once a comment in the reference', async (t) => {
  t.ok(pageSteps.length > 250, 'the pages have steps');
  t.strictSame(sources.flatMap(labelsOf).sort(), [...pageSteps].sort());
});

test('the comments have the words of the pages', async (t) => {
  for (const [index, source] of sources.entries()) {
    for (const comment of readStepComments(source)) {
      const place = `reference/${names[index]}:${comment.line} ${comment.label}; npm run mirror`;
      t.equal(comment.words, words.get(comment.label), place);
    }
    t.equal(mirrorSteps(source, words), source, `reference/${names[index]} is wrapped; npm run mirror`);
  }
});

test('the comments of an operation follow the order of the page', async (t) => {
  for (const source of sources) {
    for (const [operation, labels] of groupByOperation(labelsOf(source))) {
      t.strictSame(
        labels,
        pageSteps.filter((step) => step.startsWith(`${operation} `) && labels.includes(step)),
        operation,
      );
    }
  }
});

test('operations follow the order of the pages', async (t) => {
  for (const source of sources) {
    const operations = [...groupByOperation(labelsOf(source)).keys()];
    const inPageOrder = [...groupByOperation(pageSteps).keys()].filter((name) => operations.includes(name));
    t.strictSame(operations, inPageOrder);
  }
});

test('every step is told to the trace under its own label', async (t) => {
  t.strictSame([...new Set(sources.flatMap(tracedLabels))].sort(), [...pageSteps].sort());
});

test('a comment is written anew, and what is behind it stays', async (t) => {
  const source = 'a\n  // STEP 1\n  b\n  // STEP 2: old\n  //   words\n  // a remark\n';
  const mirrored = mirrorSteps(
    source,
    new Map([
      ['STEP 1', 'Do.'],
      ['STEP 2', `${'word '.repeat(30)}end.`],
    ]),
  );
  t.match(mirrored, /^a\n {2}\/\/ STEP 1: Do\.\n {2}b\n {2}\/\/ STEP 2: word .*\n {2}\/\/ {3}word .*end\.\n/);
  t.match(mirrored, /\n {2}\/\/ a remark\n$/);
  t.strictSame(readStepComments(mirrored)[1], {
    label: 'STEP 2',
    words: `${'word '.repeat(30)}end.`,
    line: 4,
  });
});

function labelsOf(source: string): string[] {
  return readStepComments(source).map(({ label }) => label);
}

function tracedLabels(source: string): string[] {
  return [...source.matchAll(/'([A-Z_]+ \d+(?:\.[a-z]+)*)'/g)].map((match) => match[1] ?? '');
}

function groupByOperation(labels: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const label of labels) {
    const operation = label.split(' ')[0] ?? '';
    groups.set(operation, [...(groups.get(operation) ?? []), label]);
  }
  return groups;
}
