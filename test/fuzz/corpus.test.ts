// What `modspec fuzz` found in the reference, shrunk, with the answers of all Node lines (`modspec try PAGE --write`).

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { makeRun } from '../../harness/run/make-run.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import { releasedEditions } from '../../model/editions.ts';
import { readPages } from '../../suite/pages/read-pages.ts';

const corpus = path.join(import.meta.dirname, 'corpus');

const lines = releasedEditions('node').map(({ id }) => id);

test('the reference gives the recorded answers', async (t) => {
  const cases = readPages(corpus).flatMap((page) => page.cases);
  t.equal(cases.length, readdirSync(corpus).length);
  const differing = new Map<string, string[]>();
  const workspace = await openWorkspace();
  t.teardown(() => workspace.remove());
  const reference = await findAdapter('reference');
  for (const id of lines) {
    const { verdicts } = await makeRun([reference], cases, {
      workspace,
      edition: id,
      jobs: 1,
      timeoutMs: 30_000,
      isolate: false,
      signal: new AbortController().signal,
      onStart: () => undefined,
      onVerdict: () => undefined,
    });
    const known = cases.filter((item) =>
      item.questions.some(({ expect }) => expect.some(({ editions }) => editions.includes(id))),
    );
    t.equal(verdicts.length, known.length);
    for (const { case: name, verdict } of verdicts)
      if (verdict !== 'pass') differing.set(name, [...(differing.get(name) ?? []), id]);
  }
  t.strictSame(Object.fromEntries(differing), {});
});
