// `--bail`: a run stops after so many failures that count, and says so.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Test, test } from 'tap';
import { Bail } from '../../harness/run/bail.ts';
import { type Run, runSchema, type Verdict } from '../../model/run.ts';
import { modspec, scratchFolder } from '../cli/modspec.ts';
import { caseText, pageText } from '../pages/page-text.ts';

const ids = Array.from({ length: 12 }, (_, at) => `case-${at + 1}`);

interface Scene {
  readonly folder: string;
  readonly run: (...more: string[]) => Promise<{ run: Run; exitCode: number | undefined; stderr: string }>;
}

/** @param answer the body of `resolve`; `id` is the case, `asked` counts from 1, and `right` is the answer that is expected */
function setScene(t: Test, answer: string): Scene {
  const folder = scratchFolder(t);
  writeFileSync(path.join(folder, 'page.md'), pageText(ids.map((id) => caseText(id, `./a?${id}`)).join('')));
  const loader = `let asked = 0;
exports.implementation = { name: 'mine' };
exports.resolve = (specifier, referrer) => {
  asked += 1;
  const id = Number(specifier.slice('./a?case-'.length));
  const right = require('node:path').join(require('node:path').dirname(referrer), 'a.js');
  ${answer}
};`;
  writeFileSync(path.join(folder, 'loader.cjs'), loader);
  const where = ['--spec', path.join(folder, 'page.md'), '--impl', path.join(folder, 'loader.cjs')];
  return {
    folder,
    run: async (...more) => {
      const said = await modspec(['run', ...where, '--format', 'json', ...more]);
      if (said.stdout === '') throw new Error(said.stderr);
      return { ...said, run: runSchema.parse(JSON.parse(said.stdout)) };
    },
  };
}

function seen({ verdicts }: Run): string[] {
  return verdicts.map(({ case: id, verdict }) => `${id} ${verdict}`);
}

const oddFail = 'return id % 2 === 1 ? referrer : right;';

test('after the first failure, or after so many, nothing more is asked', async (t) => {
  const { run } = setScene(t, oddFail);
  const one = await run('--bail', '--jobs', '1');
  t.strictSame(seen(one.run), ['case-1 fail']);
  t.match(one.run.footer, { complete: false, stopped: { failures: 1, notAsked: 11 } });
  t.equal(one.exitCode, 1);
  const three = await run('--bail', '3', '--jobs', '1');
  t.strictSame(seen(three.run), ['case-1 fail', 'case-2 pass', 'case-3 fail', 'case-4 pass', 'case-5 fail']);
  t.match(three.run.footer.stopped, { failures: 3, notAsked: 7 });
});

test('the number of hosts does not change what is reported', async (t) => {
  const { run } = setScene(t, oddFail);
  const alone = await run('--bail', '3', '--jobs', '1');
  for (const more of [
    ['--jobs', '3'],
    ['--jobs', '2', '--isolate'],
  ]) {
    const other = await run('--bail', '3', ...more);
    t.strictSame(seen(other.run), seen(alone.run));
    t.strictSame(other.run.footer.stopped, alone.run.footer.stopped);
  }
});

test('a run that fails less often, or in its last case, is complete', async (t) => {
  const { run } = setScene(t, 'return id === 12 ? referrer : right;');
  for (const bail of [['--bail', '2'], ['--bail']]) {
    const { run: made, exitCode } = await run(...bail);
    t.equal(made.verdicts.length, 12);
    t.strictSame([made.footer.complete, made.footer.stopped, exitCode], [true, undefined, 1]);
  }
});

test('a doubt that a process of its own does not confirm does not count', async (t) => {
  const { run } = setScene(t, 'return asked > 3 ? referrer : right;');
  const { run: made, exitCode } = await run('--bail', '--jobs', '1');
  t.strictSame(
    seen(made),
    ids.map((id) => `${id} pass`),
  );
  t.strictSame([made.footer.complete, exitCode], [true, 0]);
});

test('what a baseline accepts does not count, and what was not asked is no complaint', async (t) => {
  const { folder, run } = setScene(t, oddFail);
  const file = path.join(folder, 'baseline.yaml');
  const entry = (id: number, observed: string) =>
    `      - { case: case-${id}, class: bug, observed: '${observed}' }`;
  const entries = [entry(1, 'fail'), entry(3, 'fail: main.js'), entry(5, 'fail: other.js'), entry(9, 'fail')];
  writeFileSync(file, ['implementations:', '  - name: mine', '    accepted:', ...entries, ''].join('\n'));
  const { run: made, exitCode } = await run('--bail', '--baseline', file);
  t.strictSame(seen(made).at(-1), 'case-5 fail');
  t.match(made.footer.stopped, { failures: 1, notAsked: 7 });
  t.strictSame(
    made.baseline?.complaints.map(({ kind, cases }) => [kind, cases]),
    [['changed observation', ['case-5']]],
  );
  t.equal(exitCode, 1);
});

test('the implementations that follow are not asked', async (t) => {
  const { run } = setScene(t, oddFail);
  const { run: made } = await run('--impl', 'node', '--bail');
  t.strictSame(made.header.implementations.length, 2);
  t.strictSame(seen(made), ['case-1 fail']);
  t.match(made.footer.stopped, { notAsked: 23 });
});

test('merge refuses the shard that stopped early', async (t) => {
  const { folder, run } = setScene(t, oddFail);
  const files = [1, 2].map((index) => path.join(folder, `${index}.json`));
  for (const [at, file] of files.entries()) {
    const { run: made } = await run('--shard', `${at + 1}/2`, '--bail');
    t.equal(made.footer.complete, false);
    writeFileSync(file, JSON.stringify(made));
  }
  t.match(readFileSync(files[0] ?? '', 'utf8'), /"stopped"/);
  t.match(await modspec(['merge', ...files]), {
    exitCode: 2,
    stderr: /1\.json: expected a complete run; found one that was interrupted or stopped early/,
  });
});

test('what needs all cases is refused', async (t) => {
  const refusals = [
    [['--prove-isolation'], /--bail: expected a run that may stop early; found --prove-isolation/],
    [['--prove-honesty'], /found --prove-honesty, which needs all cases/],
    [['--baseline', 'x.yaml', '--update-baseline'], /found --update-baseline/],
    [['--bail', '0'], /Expected a whole number above 0/],
  ] as const;
  for (const [args, stderr] of refusals)
    t.match(await modspec(['run', '--impl', 'node', '--bail', ...args]), { exitCode: 2, stderr });
});

test('doubts are settled when those of all workers together would end the run', async (t) => {
  const verdict = (position: number): Verdict => ({
    implementation: 'mine',
    case: `case-${position}`,
    position,
    hash: '',
    rule: 'a-rule',
    level: 'resolve',
    verdict: 'fail',
    questions: [],
    alone: false,
    ms: 0,
  });
  const bail = new Bail(3, ({ position }) => position !== 7);
  const mine = { name: 'mine' };
  t.equal(bail.hasToSettle(0, [verdict(1), verdict(2)], mine), false);
  t.equal(bail.hasToSettle(1, [verdict(7)], mine), false, 'one that does not count');
  t.equal(bail.hasToSettle(1, [verdict(7), verdict(3)], mine), true);
  const verdicts = [1, 7, 2, 3, 4].map(verdict);
  for (const one of verdicts.slice(0, 3)) bail.note(one, mine);
  t.equal(bail.isReached, false);
  for (const one of verdicts.slice(3)) bail.note(one, mine);
  t.equal(bail.isReached, true);
  t.strictSame(bail.cut(verdicts), verdicts.slice(0, 4));
});
