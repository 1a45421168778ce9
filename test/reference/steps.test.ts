// The steps of the pages with algorithms and the labels in the reference are the same, in the same order.

import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'tap';
import { parsePage } from '../../harness/pages/parse-page.ts';

const root = new URL('../../', import.meta.url);
const pages = ['spec/01-algorithm/1-algorithm.md', 'spec/01-algorithm/2-package-algorithm.md'].map((file) =>
  parsePage(file, readFileSync(new URL(file, root), 'utf8')),
);
const pageSteps = pages.flatMap((page) => page.rules.flatMap((rule) => rule.steps.map(({ label }) => label)));
const names = readdirSync(new URL('reference/', root)).filter((name) => name.endsWith('.ts'));
const sources = names.map((name) => readFileSync(new URL(`reference/${name}`, root), 'utf8'));

test('every step of the pages stands once as a comment in the reference', async (t) => {
  t.ok(pageSteps.length > 100, 'the page has steps');
  t.strictSame(sources.flatMap(commentsOf).sort(), [...pageSteps].sort());
});

test('the comments of an operation follow the order of the page', async (t) => {
  for (const source of sources) {
    for (const [operation, labels] of groupByOperation(commentsOf(source))) {
      t.strictSame(
        labels,
        pageSteps.filter((step) => step.startsWith(`${operation} `)),
        operation,
      );
    }
  }
});

test('operations stand in the order of the page', async (t) => {
  for (const source of sources) {
    const operations = [...groupByOperation(commentsOf(source)).keys()];
    const inPageOrder = [...groupByOperation(pageSteps).keys()].filter((name) => operations.includes(name));
    t.strictSame(operations, inPageOrder);
  }
});

test('every step is told to the trace under its own label', async (t) => {
  t.strictSame([...new Set(sources.flatMap(tracedLabels))].sort(), [...pageSteps].sort());
});

function commentsOf(source: string): string[] {
  return [...source.matchAll(/^\s*\/\/ ([A-Z_]+ \d+(?:\.[a-z]+)*)$/gm)].map((match) => match[1] ?? '');
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
