import path from 'node:path';
import { test } from 'tap';
import { referenceAdapter } from '../../harness/adapters/reference-adapter.ts';
import { makeRun } from '../../harness/run/make-run.ts';
import { type Arrangement, arrangements, findLeaks } from '../../harness/run/prove-isolation.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import { type Run, runSchema } from '../../model/run.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { pageText } from '../pages/page-text.ts';
import { loader, modspec, smallPage } from './modspec.ts';
import { pageAsking } from './page-asking.ts';

test('each case is asked in several arrangements, and none differs', async (t) => {
  const impls = ['--impl', 'node', '--impl', 'reference'];
  const { exitCode, stdout } = await modspec(['run', '--spec', smallPage, ...impls, '--prove-isolation']);
  t.equal(exitCode, 0, stdout);
  t.match(
    stdout,
    /^10 verdicts, each asked in 6 ways \(alone in [\d.]+ s, shared in .*seed 3 in [\d.]+ s\): 0 differ\n$/,
  );
});

test('a case whose verdict differs is named with the one that causes it', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a.js', './a', './a.js']) }), 't.md');
  const args = ['run', '--spec', page, '--impl', loader('remembers.cjs'), '--jobs', '1', '--prove-isolation'];
  const { exitCode, stdout } = await modspec(args);
  t.equal(exitCode, 1);
  const [first, second, summary] = stdout.split('\n');
  t.match(first, /^differs asks-0 \(.*\): alone pass, shared pass, reversed fail, .*; caused by asks-2$/);
  t.match(second, /^differs asks-2 \(.*\): alone pass, shared fail, reversed pass, .*; caused by asks-0$/);
  t.match(summary, /^3 verdicts, .*: 2 differ$/);
});

/** Programs of which the first leaves something in the cache, which both look at. */
const caches = ['one', 'two'].map(
  (id) => `#### \`${id}\` A program

\`main.js\`

\`\`\`js
console.log(Object.keys(require.cache).length);
require.cache['./left'] = module;
\`\`\`

\`\`\`stdout
1
\`\`\`

`,
);

test('a program does not meet in the cache what another one left there', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageText(caches.join('')) }), 't.md');
  const args = ['run', '--spec', page, '--impl', 'node', '--jobs', '1', '--format', 'json'];
  const { verdicts } = runSchema.parse(JSON.parse((await modspec(args)).stdout));
  t.match(verdicts, [
    { verdict: 'pass', alone: false },
    { verdict: 'pass', alone: false },
  ]);
});

/** A bundled case in forty, from all pages. */
const sample = loadCatalog(undefined).cases.filter((_, index) => index % 40 === 0);

test('ten shuffled runs of the reference give the same verdicts', async (t) => {
  const adapter = referenceAdapter();
  const runs: { arrangement: Arrangement; run: Run }[] = [];
  for (const arrangement of arrangements(10).filter(({ order }) => order.kind === 'shuffled')) {
    const workspace = await openWorkspace();
    t.teardown(workspace.remove);
    const run = await makeRun([adapter], sample, {
      workspace,
      edition: 'node-20',
      jobs: 1,
      timeoutMs: 60_000,
      isolate: false,
      order: arrangement.order,
      signal: new AbortController().signal,
      onStart: () => undefined,
      onVerdict: () => undefined,
    });
    workspace.remove();
    runs.push({ arrangement, run });
  }
  t.equal(runs.length, 10);
  t.ok((runs[0]?.run.verdicts.length ?? 0) > 30);
  t.strictSame(findLeaks(runs), []);
});
