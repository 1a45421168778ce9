import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';
import { type Run, runSchema } from '../../model/run.ts';
import { fixtures, modspec, scratchFolder, smallPage, workspacesIn } from './modspec.ts';

const page = path.join(fixtures, 'pages', 'servers.md');

function server(name: string, ...words: string[]): string {
  return `serve:${[process.execPath, path.join(fixtures, 'servers', name), ...words].join(' ')}`;
}

async function run(
  impl: string,
  more: readonly string[],
  env: Record<string, string> = {},
): Promise<{ run: Run; exitCode: number | undefined }> {
  // Long enough for a busy machine; a later --timeout counts.
  const args = ['run', '--impl', impl, '--format', 'json', '--timeout', '60000', ...more];
  const { stdout, stderr, exitCode } = await modspec(args, { env });
  if (stdout === '') throw new Error(stderr);
  return { run: runSchema.parse(JSON.parse(stdout)), exitCode };
}

function verdictsOf({ verdicts }: Run): string[] {
  return verdicts.map(({ verdict }) => verdict);
}

test('a server that keeps the contract passes, and is told its environment', async (t) => {
  const { run: passed, exitCode } = await run(server('plain.cjs'), ['--spec', page]);
  t.strictSame(verdictsOf(passed), ['pass', 'pass', 'pass', 'pass', 'pass']);
  t.equal(exitCode, 0);
  t.match(passed.header.implementations[0], { edition: 'deployd-locked', capabilities: ['serve'] });
});

test('a server that never listens stalls, which is a timeout where it is not expected', async (t) => {
  const { run: stalled, exitCode } = await run(server('mute.cjs'), ['--spec', page, '--timeout', '1000']);
  t.strictSame(verdictsOf(stalled), ['timeout', 'timeout', 'timeout', 'timeout', 'pass']);
  t.match(stalled.verdicts[0], {
    reason: /step 1: start in production took more than 1000 ms/,
    questions: [
      {
        outcome: 'fail',
        checks: [
          { step: 'step 1: start in production', observed: { state: { kind: 'waiting' } } },
          { observed: { state: { kind: 'not reached' } } },
          {},
        ],
      },
    ],
  });
  t.equal(exitCode, 1);
});

test('no server and no child of one outlives its case', async (t) => {
  const tmp = scratchFolder(t);
  const note = path.join(t.testdir(), 'pids');
  const args = ['--spec', page, '--case', 'served-start', '--timeout', '1500'];
  const { run: hung } = await run(server('unanswering.cjs', note), args, { TMPDIR: tmp });
  t.match(hung.verdicts, [{ verdict: 'timeout', reason: /step 2: request GET/ }]);
  for (const pid of readFileSync(note, 'utf8').split(' ')) t.notOk(isAlive(Number(pid)), pid);
  t.strictSame(workspacesIn(tmp), []);
});

/** A process that has ended may still be listed until its parent, or init, has asked for its end. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

test('a server that floods its output is stopped', async (t) => {
  const { run: flooded } = await run(server('flooding.cjs'), ['--spec', page, '--case', 'served-start']);
  t.match(flooded.verdicts, [{ verdict: 'crash', reason: /more than is read/ }]);
});

test('what can not be started is the fault of the command, not of the server', async (t) => {
  const { run: broken, exitCode } = await run('serve:/modspec-none', [
    '--spec',
    page,
    '--case',
    'served-start',
  ]);
  t.match(broken.verdicts, [{ verdict: 'error', reason: /cannot start the server/ }]);
  t.equal(exitCode, 3);
});

test('loaders are not asked to serve, and servers nothing else', async (t) => {
  const args = ['--edition', 'deployd-1', '--spec', page, '--case', 'served-start'];
  const { run: asked } = await run('node', args);
  t.match(asked.verdicts, [{ verdict: 'skip', reason: "the loader does not support 'serve'" }]);
  const { run: none } = await run(server('plain.cjs'), ['--edition', 'locked', '--spec', smallPage]);
  t.ok(none.verdicts.every(({ verdict }) => verdict === 'skip'));
});

const deploydPages = path.join(packageRoot, 'spec', '17-deployd');

test('the reference serves every page about Deployd as the text has it', async (t) => {
  const { run: served, exitCode } = await run('reference', [
    '--edition',
    'deployd-locked',
    '--spec',
    deploydPages,
  ]);
  t.ok(served.verdicts.length >= 50);
  t.strictSame(
    served.verdicts.filter(({ verdict }) => verdict !== 'pass').map((verdict) => verdict.case),
    [],
  );
  t.equal(exitCode, 0);
});

const differing = [
  'deployd-resources-{empty,missing}',
  'deployd-broken-link',
  'deployd-only-bin',
  'deployd-dev-dependency',
  'deployd-include-order',
  'deployd-require-missing',
  'deployd-nested-resource',
  'deployd-self-hosted',
  'deployd-instance-kept',
  'deployd-removed-type',
];

for (const edition of ['0.6', '0.8', '0.8.9', '1', '1.1']) {
  test(`the reference serves as Deployd ${edition} where generations differ`, async (t) => {
    const cases = differing.flatMap((glob) => ['--case', glob]);
    const args = ['--edition', `deployd-${edition}`, '--spec', deploydPages, ...cases];
    const { run: served } = await run('reference', args);
    t.equal(served.verdicts.length, 11);
    t.ok(served.verdicts.every(({ verdict }) => verdict === 'pass'));
  });
}
