import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import type { Case } from '../../model/case.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { loader, modspec, scratchFolder } from './modspec.ts';

const faulty = loader('drops-slash.cjs');

/** What `fuzz` says of the faulty loader, with the cases that it writes. */
async function fuzzFaulty(cwd: string, ...more: string[]) {
  const said = await modspec(['fuzz', '--impl', faulty, '--out', 'found', ...more], { cwd });
  const files = readdirSync(cwd).includes('found') ? readdirSync(path.join(cwd, 'found')) : [];
  const pages = files.map((file) => parsePage(file, readFileSync(path.join(cwd, 'found', file), 'utf8')));
  return { said, cases: pages.flatMap(({ cases }): readonly Case[] => cases) };
}

test('a fault is found and shrunk to the fewest files and the shortest specifier', async (t) => {
  const cwd = scratchFolder(t);
  const { said, cases } = await fuzzFaulty(cwd, '--questions', '800');
  t.match(said, { exitCode: 1, stdout: '', stderr: /800 questions about \d+ trees in .* a second\)\n/ });
  const wrong = cases.find(({ questions: [asked] }) => asked?.expect[0]?.kind === 'error');
  t.match(wrong, {
    id: /^fuzz-1-\d+-\d+$/,
    tree: [{ kind: 'file', text: '' }],
    questions: [{ kind: 'resolve', specifier: /^\.\.?\/[^/]+\/$/, expect: [{ error: 'MODULE_NOT_FOUND' }] }],
  });
  t.equal(cases.length, new Set(cases.map(({ questions }) => JSON.stringify(questions))).size);
  const again = ['run', '--spec', 'found', '--edition', cases[0]?.questions[0]?.expect[0]?.editions[0] ?? ''];
  t.equal((await modspec([...again, '--impl', 'node'], { cwd })).exitCode, 0, 'Node passes every case');
  t.match(await modspec([...again, '--impl', faulty], { cwd }), {
    stdout: new RegExp(`0 of ${cases.length} `),
  });
});

test('the same seed finds the same, also with more jobs and in one tree alone', async (t) => {
  const found = async (...more: string[]) =>
    (await fuzzFaulty(scratchFolder(t), '--seed', '5', '--causes', '1', ...more)).cases;
  const [first] = await found('--questions', '1500');
  t.ok(first);
  t.strictSame((await found('--questions', '1500', '--jobs', '2'))[0], first);
  const [, tree = ''] = /^fuzz-5-(\d+)-/.exec(first?.id ?? '') ?? [];
  t.equal((await found('--tree', tree))[0]?.id, first?.id);
});

test('a known difference is told with its reason, and is no failure', async (t) => {
  const cwd = scratchFolder(t);
  const entry = (expected: string, observed: string) =>
    `  - id: slash-${observed.length}\n    implementation: drops slash\n    editions: node\n    expected: ${expected}\n    observed: ${observed}\n    specifier: '\\.\\.?/.*/'\n    reason: slashes are dropped\n`;
  const all = ['error MODULE_NOT_FOUND', 'file'];
  const text = all
    .map((expected) => entry(expected, 'file'))
    .join('')
    .replace('slash-4', 'slash');
  writeFileSync(path.join(cwd, 'known.yaml'), `differences:\n${text}`);
  const { said, cases } = await fuzzFaulty(cwd, '--questions', '1000', '--known', 'known.yaml');
  t.strictSame(cases, []);
  t.match(said, { exitCode: 0, stderr: /known: slash: \d+ differences?: slashes are dropped\n/ });

  writeFileSync(path.join(cwd, 'known.yaml'), `differences:\n${text.replaceAll('drops slash', 'another')}`);
  t.equal((await fuzzFaulty(cwd, '--questions', '1000', '--known', 'known.yaml')).said.exitCode, 1);
});

test('the reference answers as this Node does', async (t) => {
  const known = path.join(import.meta.dirname, '..', 'fuzz', 'known.yaml');
  const args = ['fuzz', '--impl', 'reference', '--questions', '1000', '--seed', '1', '--known', known];
  const said = await modspec(args);
  t.match(said, { exitCode: 0, stdout: '' });
  t.match(said.stderr, /1000 questions about \d+ trees/);
});

test('the reference imports as this Node does', async (t) => {
  const known = path.join(import.meta.dirname, '..', 'fuzz', 'known.yaml');
  const args = ['fuzz', '--impl', 'reference', '--by', 'import', '--questions', '300', '--known', known];
  const said = await modspec(args);
  t.match(said, { exitCode: 0, stdout: '' });
  t.match(said.stderr, /300 questions about \d+ trees/);
});

test('what can not be asked is refused with what to do', async (t) => {
  const cwd = scratchFolder(t);
  const fuzz = (...args: string[]) => modspec(['fuzz', ...args], { cwd });
  t.match(await fuzz(), { exitCode: 2, stderr: /required option '--impl <impl>'/ });
  t.match(await fuzz('--impl', 'node'), { exitCode: 2, stderr: /are the same/ });
  t.match(await fuzz('--impl', 'reference', '--against', 'bun'), {
    exitCode: 2,
    stderr: /expected 'reference'/,
  });
  t.match(await fuzz('--impl', 'reference', '--seed', '-1'), {
    exitCode: 2,
    stderr: /Expected a whole number/,
  });
  t.match(await fuzz('--impl', 'reference', '--questions', '0'), { exitCode: 2, stderr: /above 0/ });
  t.match(await fuzz('--impl', loader('index-first.cjs'), '--by', 'import'), {
    exitCode: 2,
    stderr: /--by import: expected the capability 'import'; .* lacks it/,
  });
  t.match(await fuzz('--impl', 'reference', '--edition', 'x'), { exitCode: 2, stderr: /unknown edition/ });
  t.match(await fuzz('--impl', 'reference', '--known', 'none.yaml'), { exitCode: 2, stderr: /none\.yaml/ });
  const wrong = (text: string) => {
    writeFileSync(path.join(cwd, 'k.yaml'), text);
    return fuzz('--impl', 'reference', '--known', 'k.yaml');
  };
  t.match(await wrong('differences:\n  - id: a\n'), { exitCode: 2, stderr: /k\.yaml:2/ });
  const entry = '  - { id: a, implementation: b, editions: node, expected: c, observed: d, reason: e';
  t.match(await wrong(`differences:\n${entry} }\n`), {
    exitCode: 2,
    stderr: /k\.yaml:2: a: expected either/,
  });
  t.match(await wrong(`differences:\n${entry}, specifier: '(' }\n`), {
    exitCode: 2,
    stderr: /regular expression/,
  });
  t.match(await wrong(`differences:\n${entry.replace('node', 'nodes')}, program: x }\n`), {
    exitCode: 2,
    stderr: /k\.yaml:2: unknown edition/,
  });
  t.match(await wrong(`differences:\n${entry}, program: x }\n${entry}, program: x }\n`), {
    exitCode: 2,
    stderr: /k\.yaml:3: a: this id is already used/,
  });
});
