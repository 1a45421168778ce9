// The reference takes no step in an edition in which the pages do not have it.

import path from 'node:path';
import { test } from 'tap';
import { speaksOf } from '../../analysis/steps/step-coverage.ts';
import { traceResolution } from '../../analysis/steps/trace-resolution.ts';
import { packageRoot } from '../../model/package-root.ts';
import { referenceEditions } from '../../reference/index.ts';
import { labelsIn, operationsOf } from '../../suite/algorithm/algorithm-of.ts';
import { readPages } from '../../suite/pages/read-pages.ts';

const pages = readPages(path.join(packageRoot, 'spec'));
const operations = operationsOf(pages.flatMap((page) => page.rules));
const asked = pages
  .flatMap((page) => page.cases)
  .flatMap((item) =>
    item.questions.flatMap((question) => (question.kind === 'resolve' ? [{ item, question }] : [])),
  );

for (const edition of referenceEditions.filter((id) => id !== 'node-all')) {
  test(`the steps taken in ${edition} are those of ${edition}`, async (t) => {
    const known = labelsIn(operations, edition);
    t.ok(known.size > 50, 'the edition has an algorithm');
    const stray = new Set<string>();
    for (const { item, question } of asked.filter((one) => speaksOf(one.question, edition)))
      for (const { label } of traceResolution(item, { ...question, edition }).steps)
        if (!known.has(label)) stray.add(label);
    t.strictSame([...stray], []);
  });
}
