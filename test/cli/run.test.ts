import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { type Run, runSchema } from '../../model/run.ts';
import { fixtures, loader, modspec, scratchFolder, smallPage, workspacesIn } from './modspec.ts';
import { pageAsking } from './page-asking.ts';

async function runSmall(
  impl: string,
  ...more: string[]
): Promise<{ run: Run; exitCode: number | undefined }> {
  const { stdout, stderr, exitCode } = await modspec([
    'run',
    '--spec',
    smallPage,
    '--impl',
    impl,
    '--format',
    'json',
    ...more,
  ]);
  if (stdout === '') throw new Error(stderr);
  return { run: runSchema.parse(JSON.parse(stdout)), exitCode };
}

function verdictsOf(run: Run): Record<string, string> {
  return Object.fromEntries(run.verdicts.map((verdict) => [verdict.case, verdict.verdict]));
}

const allPass = {
  'small-main-wins': 'pass',
  'small-index': 'pass',
  'small-program': 'pass',
  'small-exit': 'pass',
  'small-throws': 'pass',
};

for (const impl of ['node', 'reference', `node:${process.execPath}`, `exec:${process.execPath}`]) {
  test(`${impl.replace(process.execPath, 'PATH')} passes the small page`, async (t) => {
    const { run, exitCode } = await runSmall(impl);
    t.strictSame(verdictsOf(run), allPass);
    t.equal(exitCode, 0);
    t.match(run.header, { kind: 'modspec run', implementations: [{ spec: impl }], cases: 5 });
    t.equal(run.footer.complete, true);
  });
}

test('a module with createRequire is asked to resolve and to run, but has no main module', async (t) => {
  const { run, exitCode } = await runSmall(loader('host-require.cjs'));
  t.strictSame(verdictsOf(run), { ...allPass, 'small-program': 'skip' });
  t.match(
    run.verdicts.find((verdict) => verdict.verdict === 'skip')?.reason,
    /does not support 'require\.main'/,
  );
  t.match(run.header.implementations[0], { name: 'host require', version: process.versions.node });
  t.equal(exitCode, 0);
});

test('a resolver that is wrong is told where, the rest is skipped', async (t) => {
  const { run, exitCode } = await runSmall(loader('index-first.cjs'));
  t.strictSame(verdictsOf(run), {
    'small-main-wins': 'fail',
    'small-index': 'pass',
    'small-program': 'skip',
    'small-exit': 'skip',
    'small-throws': 'skip',
  });
  t.match(run.verdicts[0]?.questions, [
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
  ]);
  t.strictSame(run.verdicts[2]?.questions, [{ asked: 'run main.js', outcome: 'unanswered', checks: [] }]);
  t.match(run.verdicts[0], { alone: true, sharedVerdict: 'fail' }, 'asked once more by itself');
  t.equal(exitCode, 1);
});

test('verdicts are the same in processes of their own', async (t) => {
  const shared = await runSmall('node');
  const alone = await runSmall('node', '--isolate');
  t.strictSame(verdictsOf(alone.run), verdictsOf(shared.run));
  t.ok(alone.run.verdicts.every((verdict) => verdict.alone));
  t.notOk(shared.run.verdicts.every((verdict) => verdict.alone));
});

async function runHostile(impl: string, page: string, timeout = '20000') {
  const args = ['run', '--spec', page, '--impl', impl, '--timeout', timeout, '--format', 'json'];
  const { stdout, exitCode } = await modspec(args);
  return { verdicts: runSchema.parse(JSON.parse(stdout)).verdicts, exitCode };
}

test('a loader that hangs loses only the case that it hangs in', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a', './hang', './a.js']) }), 't.md');
  const { verdicts, exitCode } = await runHostile(loader('hangs.cjs'), page, '1500');
  t.strictSame(
    verdicts.map(({ verdict }) => verdict),
    ['pass', 'timeout', 'pass'],
  );
  t.match(verdicts[1]?.reason, /did not end within 1500 ms/);
  t.equal(exitCode, 1);
});

test('a loader that takes its process down loses only that case, and its children die', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a', './exit', './a.js']) }), 't.md');
  const { verdicts, exitCode } = await runHostile(loader('exits.cjs'), page);
  t.strictSame(
    verdicts.map(({ verdict }) => verdict),
    ['pass', 'crash', 'pass'],
  );
  t.match(verdicts[1]?.reason, /exited with code 0 before it answered/);
  t.equal(exitCode, 1);
});

test('noise does not change a verdict', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a', './a.js']) }), 't.md');
  const { verdicts } = await runHostile(loader('babbles.cjs'), page);
  t.strictSame(
    verdicts.map(({ verdict }) => verdict),
    ['pass', 'pass'],
  );
});

test('paths that are not real paths in the tree are reported as such', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a', './relative']) }), 't.md');
  const { verdicts } = await runHostile(loader('outside.cjs'), page);
  t.strictSame(
    verdicts.map(({ verdict }) => verdict),
    ['fail', 'fail'],
  );
  t.strictSame(
    verdicts.map(({ questions }) => questions[0]?.checks[0]?.observed.kind),
    ['outside', 'outside'],
  );
});

const misuse: [name: string, args: string[], message: RegExp][] = [
  [
    'a loader that is not there',
    ['run', '--impl', './nowhere', '--spec', smallPage],
    /--impl \.\/nowhere: '.*nowhere' does not exist; expected a file/,
  ],
  ['no loader', ['run'], /expected at least one --impl/],
  ['a loader twice', ['run', '--impl', 'node', '--impl', 'node'], /given twice/],
  [
    'a module that exports nothing',
    ['run', '--impl', loader('exports-nothing.cjs'), '--spec', smallPage],
    /expected one of the exports createRequire/,
  ],
  [
    'an unknown edition',
    ['run', '--impl', 'node', '--edition', 'node-5'],
    /unknown edition; did you mean 'node-4'\? see 'modspec list editions'/,
  ],
  [
    'an unknown format',
    ['run', '--impl', 'node', '--format', 'xml'],
    /unknown format; expected one of pretty, tap, json/,
  ],
  [
    'two formats on stdout',
    ['run', '--impl', 'node', '--format', 'tap', '--format', 'json'],
    /at most one --format/,
  ],
  [
    'a glob that matches nothing',
    ['run', '--spec', smallPage, '--impl', 'node', '--case', 'x*'],
    /--case x\* matches no case/,
  ],
  [
    'a page that is not there',
    ['run', '--spec', './nowhere', '--impl', 'node'],
    /no page or folder of pages/,
  ],
  [
    'a page without a case',
    ['run', '--spec', path.join(fixtures, 'pages', 'empty.md'), '--impl', 'node'],
    /empty\.md: expected a case; found none/,
  ],
  [
    'a broken page',
    ['run', '--spec', path.join(fixtures, 'pages', 'broken.md'), '--impl', 'node'],
    /broken\.md:\d+: this fence means nothing/,
  ],
  ['a wrong flag', ['run', '--imp', 'node'], /unknown option '--imp'/],
  ['a wrong number', ['run', '--impl', 'node', '--jobs', '0'], /whole number above 0/],
  [
    'a wrong version',
    ['run', '--impl', 'node@latest', '--spec', smallPage],
    /a version of at most three numbers/,
  ],
  ['an unknown command', ['rnu'], /unknown command 'rnu'/],
];

for (const [name, args, message] of misuse) {
  test(`exit code 2 and what to do: ${name}`, async (t) => {
    const { exitCode, stderr, stdout } = await modspec(args);
    t.equal(exitCode, 2);
    t.match(stderr, message);
    t.notMatch(stderr, /^\s+at /m, 'no stack');
    t.equal(stdout, '');
  });
}

test('exit code 3 when the adapter itself is broken', async (t) => {
  const { exitCode, stderr } = await modspec([
    'run',
    '--impl',
    loader('throws-on-import.cjs'),
    '--spec',
    smallPage,
  ]);
  t.equal(exitCode, 3);
  t.match(stderr, /exited with code 1 before it answered; it wrote on stderr:/);
  t.match(stderr, /this adapter is broken/);
});

test('beside others, a broken adapter gets an error for every case, and the others their own verdicts', async (t) => {
  const broken = ['throws-on-import.cjs', 'claims-a-long-name.mjs'].map(loader);
  const impls = [...broken, 'node'].flatMap((impl) => ['--impl', impl]);
  const { exitCode, stdout } = await modspec(['run', ...impls, '--spec', smallPage, '--format', 'json']);
  t.equal(exitCode, 3);
  const { verdicts } = runSchema.parse(JSON.parse(stdout));
  const wordsOf = (impl: string) =>
    new Set(verdicts.filter((one) => one.implementation === impl).map((one) => one.verdict));
  for (const impl of broken) t.strictSame([...wordsOf(impl)], ['error']);
  t.strictSame([...wordsOf('node')], ['pass']);
  const reasons = broken.map((impl) => verdicts.find((one) => one.implementation === impl)?.reason);
  t.match(reasons, [/it wrote on stderr: Error: this adapter is broken/, /start reply is not valid/]);
});

test('nothing is left behind, and --keep leaves the trees and says where', async (t) => {
  const folder = scratchFolder(t);
  const env = { TMPDIR: path.join(folder, 'tmp') };
  mkdirSync(env.TMPDIR);
  await modspec(['run', '--spec', smallPage, '--impl', 'node'], { env });
  t.strictSame(workspacesIn(env.TMPDIR), []);
  const { stderr } = await modspec(
    ['run', '--spec', smallPage, '--impl', 'node', '--case', 'small-index', '--keep'],
    { env },
  );
  const [, tree = ''] = /^small-index: (.*)$/m.exec(stderr) ?? [];
  t.ok(existsSync(path.join(tree, 'lib', 'index.js')), stderr);
});

test('reports go to files, several at once', async (t) => {
  const folder = t.testdir({});
  const formats = [
    '--format',
    `tap=${folder}/a/run.tap`,
    '--format',
    `json=${folder}/run.json`,
    '--format',
    'pretty',
  ];
  const { stdout } = await modspec(['run', '--spec', smallPage, '--impl', 'node', ...formats]);
  t.match(stdout, /judged by node-\d+: 5 of 5 passed/);
  t.match(readFileSync(`${folder}/a/run.tap`, 'utf8'), /^TAP version 14/);
  t.ok(runSchema.safeParse(JSON.parse(readFileSync(`${folder}/run.json`, 'utf8'))).success);
});

test('a report that can not be written is the user’s to mend', async (t) => {
  const folder = t.testdir({ file: '' });
  writeFileSync(path.join(folder, 'file'), '');
  const { exitCode, stderr } = await modspec([
    'run',
    '--spec',
    smallPage,
    '--impl',
    'node',
    '--format',
    `json=${folder}/file/run.json`,
  ]);
  t.equal(exitCode, 2);
  t.match(stderr, /file\/run\.json: cannot write the file/);
  t.notMatch(stderr, /^wrote/m, 'nothing was written');
});
