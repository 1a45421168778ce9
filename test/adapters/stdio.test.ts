import path from 'node:path';
import { test } from 'tap';
import { type Run, runSchema } from '../../model/run.ts';
import { fixtures, modspec, smallPage } from '../cli/modspec.ts';
import { pageAsking } from '../cli/page-asking.ts';

function speaker(name: string): string {
  return `stdio:${process.execPath} ${path.join('test', 'fixtures', 'stdio', `${name}.mjs`)}`;
}

interface Ran {
  readonly run: Run;
  readonly words: readonly string[];
  readonly reasons: readonly (string | undefined)[];
  readonly exitCode: number | undefined;
}

async function runPage(impl: string, page: string, ...more: string[]): Promise<Ran> {
  const args = ['run', '--impl', impl, '--spec', page, '--jobs', '1', '--format', 'json', ...more];
  const { stdout, stderr, exitCode } = await modspec(args);
  if (stdout === '') throw new Error(stderr);
  const run = runSchema.parse(JSON.parse(stdout));
  const words = run.verdicts.map(({ verdict }) => verdict);
  return { run, words, reasons: run.verdicts.map(({ reason }) => reason), exitCode };
}

test('a program that speaks the protocol is asked what it claims', async (t) => {
  const { run, words, exitCode } = await runPage(speaker('honest'), smallPage);
  t.strictSame(words, ['pass', 'pass', 'skip', 'skip', 'skip']);
  t.match(run.header.implementations[0], { name: 'stdio fixture', version: '1', edition: 'node-24' });
  t.equal(exitCode, 0);
});

test('verdicts are the same in processes of their own', async (t) => {
  const { run, words } = await runPage(speaker('honest'), smallPage, '--isolate');
  t.strictSame(words, ['pass', 'pass', 'skip', 'skip', 'skip']);
  t.equal(run.verdicts[0]?.alone, true);
});

for (const name of ['noisy', 'repeats', 'slow-stop', 'crashes']) {
  test(`${name}: costs time and no verdict`, async (t) => {
    const page = path.join(t.testdir({ 't.md': pageAsking(['./a', './a.js', './a']) }), 't.md');
    t.match(await runPage(speaker(name), page), { words: ['pass', 'pass', 'pass'], exitCode: 0 });
  });
}

test('after a crash the case is asked again in a new process', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a', './a.js']) }), 't.md');
  const { run } = await runPage(speaker('crashes'), page);
  t.match(run.verdicts[1], { verdict: 'pass', alone: true, sharedVerdict: 'crash' });
});

test('silence is a timeout', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a']) }), 't.md');
  t.match(await runPage(speaker('silent'), page, '--timeout', '300'), { words: ['timeout'], exitCode: 1 });
});

const broken: [name: string, reason: RegExp][] = [
  ['wrong-seq', /expected a reply with seq 1; found 101/],
  ['wrong-count', /expected one answer for each question \(1\); found 2/],
  ['wrong-shape', /its reply is not valid: answers\.0: .*expected object/],
];
for (const [name, reason] of broken) {
  test(`${name}: the adapter broke, not the loader`, async (t) => {
    const page = path.join(t.testdir({ 't.md': pageAsking(['./a']) }), 't.md');
    const { words, reasons, exitCode } = await runPage(speaker(name), page, '--timeout', '2000');
    t.strictSame(words, ['error']);
    t.match(reasons[0], reason);
    t.equal(exitCode, 3);
  });
}

test('an answer without end is cut off', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a']) }), 't.md');
  const { words, reasons } = await runPage(speaker('huge'), page, '--timeout', '60000');
  t.strictSame([words, reasons], [['crash'], ['its reply never ended']]);
});

test('skipped and errored replies are told with reason, issue and context', async (t) => {
  const page = path.join(t.testdir({ 't.md': pageAsking(['./a', './skip', './err']) }), 't.md');
  const { run, words, exitCode } = await runPage(speaker('declines'), page);
  t.strictSame(words, ['pass', 'skip', 'error']);
  t.match(run.verdicts[1], { reason: 'not yet', issue: 'https://example.org/issues/1' });
  t.match(run.verdicts[2], { reason: 'the loader is not installed' });
  t.equal(exitCode, 3);
});

const refused: [impl: string, exitCode: number, message: RegExp][] = [
  [speaker('wrong-version'), 3, /expected version 1 of the protocol; found 2/],
  [speaker('unknown-capability'), 3, /implementation\.capabilities\.0: .*"resolve"/],
  ['stdio:', 2, /found no command/],
  ['stdio:/modspec-none', 3, /cannot start the host: .*ENOENT/],
  ['stdio:cat', 3, /start reply is not valid: implementation: .*expected object/],
];
for (const [impl, exitCode, message] of refused) {
  test(`refused: ${impl.replace(process.execPath, 'node')}`, async (t) => {
    t.match(await modspec(['run', '--impl', impl, '--spec', smallPage]), { exitCode, stderr: message });
  });
}

test('a folder with a manifest is the program that it names, started there', async (t) => {
  const serve = path.join(fixtures, 'stdio', 'serve.mjs');
  const folder = t.testdir({
    'modspec.json': JSON.stringify({ command: [process.execPath, './speak.mjs'] }),
    'speak.mjs': `import { serve } from ${JSON.stringify(serve)};\nserve();\n`,
  });
  t.match(await runPage(folder, smallPage), { words: ['pass', 'pass', 'skip', 'skip', 'skip'], exitCode: 0 });
});

const manifests: [name: string, text: string, message: RegExp][] = [
  ['is no JSON', '{\n  "command": [\n}', /modspec\.json:3: /],
  ['is YAML', 'command:\n  - node\n', /modspec\.json.*: .*this is not JSON/],
  [
    'has an unknown key',
    '{\n  "command": ["a"],\n  "args": []\n}',
    /modspec\.json:3: .*: Unrecognized key: "args"/,
  ],
  ['found no command', '{\n\n  "command": []\n}', /modspec\.json:3: .*: command: /],
  [
    'has a number for a word',
    '{\n  "command": [\n    "a",\n    1\n  ]\n}',
    /modspec\.json:4: .*: command\.1: /,
  ],
];
for (const [name, text, message] of manifests) {
  test(`a manifest that ${name}`, async (t) => {
    const folder = t.testdir({ 'modspec.json': text });
    t.match(await modspec(['run', '--impl', folder, '--spec', smallPage]), { exitCode: 2, stderr: message });
  });
}
