import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t, { test } from 'tap';
import { historySchema } from '../../model/history.ts';
import { cachedVersions } from './cached-versions.ts';
import { modspec, scratchFolder } from './modspec.ts';

const backAndForth = {
  '1.0.0': 'other interface',
  '1.1.0': 'drops slash',
  '1.2.0': 'drops slash',
  '1.3.0': 'keeps slash',
  '1.4.0': 'keeps slash',
  '2.0.0-beta.1': 'drops slash',
  '2.0.0': 'drops slash',
  '2.1.0': 'keeps slash',
} as const;

/** What one bisection has asked, the next ones find in the cache. */
const env = cachedVersions(t, backAndForth);

const bisect = ['bisect', '--impl', 'resolve', '--offline', '--case', 'folder-slash-main'];

test('bisect names every pair of versions between which a verdict changed, and what both did', async (t) => {
  const { exitCode, stdout } = await modspec(bisect, { env });
  t.equal(exitCode, 0);
  t.match(
    stdout,
    'resolve: between 1.2.0 (2020-01-03) and 1.3.0 (2020-01-04)\n  folder-slash-main: fail → pass\n',
  );
  t.match(stdout, "    1.2.0: resolve './foo/' from main.js: foo.js\n");
  t.match(stdout, "    1.3.0: resolve './foo/' from main.js: foo/start.js\n");
  t.match(
    stdout,
    'resolve: between 1.4.0 (2020-01-05) and 2.0.0 (2020-01-07)\n  folder-slash-main: pass → fail\n',
  );
  t.match(stdout, 'resolve: between 2.0.0 (2020-01-07) and 2.1.0 (2020-01-08)\n');
  t.match(stdout, /1 could not be driven:\n {2}1\.0\.0 .*: expected a\.js, observed error TypeError\n/);
  t.notMatch(stdout, 'beta');
  t.match(
    (await modspec([...bisect, '--all'], { env })).stdout,
    'between 1.4.0 (2020-01-05) and 2.0.0-beta.1',
  );
});

test('bisect as data holds the verdicts of every version that was asked', async (t) => {
  const { stdout } = await modspec([...bisect, '--format', 'json'], { env });
  const { changes, asked } = JSON.parse(stdout);
  t.strictSame(
    changes.map((change: Record<'before' | 'after', { version: string }>) => [
      change.before.version,
      change.after.version,
    ]),
    [
      ['1.2.0', '1.3.0'],
      ['1.4.0', '2.0.0'],
      ['2.0.0', '2.1.0'],
    ],
  );
  t.match(asked.at(-1), { version: '2.1.0', verdicts: { 'folder-slash-main': 'pass' } });
});

test('what an earlier bisection asked is not asked again, unless --fresh says so', async (t) => {
  const first = await modspec(bisect, { env });
  rmSync(path.join(env['MODSPEC_CACHE'] ?? '', 'resolve@1.2.0'), { recursive: true });
  t.equal((await modspec(bisect, { env })).stdout, first.stdout);
  const fresh = await modspec([...bisect, '--fresh'], { env });
  t.match(fresh.stdout, /2 could not be driven:\n.*\n {2}1\.2\.0 .*is not in the cache/);
});

test('bisect says when nothing changed, with the verdict, and when no version can be driven', async (t) => {
  const same = await modspec([...bisect, '--to', '1.2'], { env });
  t.match(
    same.stdout,
    'resolve: no change from 1.1.0 (2020-01-02) to 1.2.0 (2020-01-03)\n  folder-slash-main: fail\n',
  );
  const none = await modspec(bisect, { env: cachedVersions(t, { '1.0.0': 'other interface' }) });
  t.match(none, { exitCode: 3, stdout: /resolve: no version could be driven/ });
});

const history = [
  'history',
  '--impl',
  'resolve',
  '--offline',
  '--rule',
  'specifier-trailing-slash',
  '--versions',
  'all',
  '--out',
  'out',
];

test('history writes a run for each version, and the versions in which each case passes', async (t) => {
  const [env, cwd] = [cachedVersions(t, backAndForth), scratchFolder(t)];
  const { exitCode, stdout, stderr } = await modspec(history, { env, cwd });
  t.match({ exitCode, stdout }, { exitCode: 0, stdout: '7 of 7 versions asked: out\n' }, stderr);
  const made = historySchema.parse(JSON.parse(readFileSync(path.join(cwd, 'out', 'history.json'), 'utf8')));
  t.strictSame(made.cases['folder-slash-main'], [
    { from: '1.1.0', to: '1.2.0', verdict: 'fail' },
    { from: '1.3.0', to: '1.4.0', verdict: 'pass' },
    { from: '2.0.0', to: '2.0.0', verdict: 'fail' },
    { from: '2.1.0', to: '2.1.0', verdict: 'pass' },
  ]);
  t.match(made.versions[0], { version: '1.0.0', date: '2020-01-01', notDriven: /can't be driven/ });
  t.match(
    made.regressions.find((one) => one.case === 'folder-slash-main'),
    { case: 'folder-slash-main', passed: '1.4.0', failed: '2.0.0', mended: '2.1.0' },
  );
  const page = readFileSync(path.join(cwd, 'out', 'history.md'), 'utf8');
  t.match(page, '### 1.3.0 (2020-01-04)\n\n- `specifier-trailing-slash` ');
  t.match(page, '| `folder-slash-main` | 1.4.0 | 2.0.0 | 2.1.0 |');
  t.match(
    readFileSync(path.join(cwd, 'out', 'history.html'), 'utf8').slice(0, 1000),
    '<title>modspec: resolve',
  );

  // Runs that are there are not made again, and one that is broken or missing is.
  const runs = path.join(cwd, 'out', 'runs');
  const before = readFileSync(path.join(runs, 'resolve@1.3.0.json'), 'utf8');
  writeFileSync(path.join(runs, 'resolve@1.1.0.json'), '{');
  rmSync(path.join(runs, 'resolve@2.1.0.json'));
  t.equal((await modspec(history, { env, cwd })).exitCode, 0);
  t.equal(readFileSync(path.join(runs, 'resolve@1.3.0.json'), 'utf8'), before);
  t.match(JSON.parse(readFileSync(path.join(runs, 'resolve@1.1.0.json'), 'utf8')).footer, { complete: true });
  t.ok(existsSync(path.join(runs, 'resolve@2.1.0.json')));
});

test('a rule, or a version, that does not exist is refused', async (t) => {
  const env = cachedVersions(t, backAndForth);
  const refused = async (...args: string[]) => {
    const { exitCode, stderr } = await modspec(['history', '--offline', '--impl', 'resolve', ...args], {
      env,
    });
    t.equal(exitCode, 2, args.join(' '));
    return stderr;
  };
  t.match(await refused('--rule', 'nonsense'), /--rule nonsense: unknown rule/);
  t.match(await refused('--from', '3'), /npm has 8, from 1\.0\.0 to 2\.1\.0/);
});

test('a run of a version that can not be driven says why once, and fails no case', async (t) => {
  const env = cachedVersions(t, backAndForth);
  const args = [
    'run',
    '--impl',
    'resolve@1.0.0',
    '--offline',
    '--case',
    'folder-slash-*',
    '--case',
    'folder-main-*',
  ];
  const { exitCode, stdout } = await modspec(args, { env });
  t.equal(exitCode, 3);
  t.equal(stdout.split("can't be driven").length, 2, stdout);
  t.match(
    stdout,
    /^every case ended with this error: version 1\.0\.0 can't be driven: require\('\.\/a\.js'\)/,
  );
  t.match(stdout, /: 0 of (\d+) passed, \1 ended with an error/);
});

test('a run of a version whose process does not start says why in one line, and other implementations are asked', async (t) => {
  const env = cachedVersions(t, { '1.0.0': 'does not start', '2.0.0': 'keeps slash' });
  const args = [
    'run',
    '--impl',
    'resolve@1.0.0',
    '--impl',
    'resolve@2.0.0',
    '--offline',
    '--case',
    'folder-slash-*',
  ];
  const { exitCode, stdout } = await modspec(args, { env });
  t.equal(exitCode, 3);
  t.match(
    stdout,
    /version 1\.0\.0 can't be driven: its process exited with code 1 before it answered; it wrote on stderr: TypeError: expected another Node$/m,
  );
  t.match(stdout, /resolve 2\.0\.0, judged by node-10: [1-9]\d* of \d+ passed/);
});

const reportBug = [
  'report-bug',
  '--impl',
  'resolve@2.0.0',
  '--offline',
  '--edition',
  'node-20',
  '--case',
  'folder-slash-main',
];

test('a bug report has the tree, the command, and what the loader and Node did', {
  skip: !process.version.startsWith('v20.'),
}, async (t) => {
  const env = cachedVersions(t, backAndForth);
  const { exitCode, stdout } = await modspec([...reportBug, '--since'], { env });
  t.equal(exitCode, 0);
  t.match(stdout, /^# .*\n/);
  t.match(stdout, `resolve 2.0.0 does something else than node ${process.versions.node}.`);
  t.match(stdout, "  resolve './foo/' from main.js\n- foo/start.js\n+ foo.js\n");
  t.match(stdout, '- It worked in resolve 1.4.0, and does not since 2.0.0.');
  t.match(stdout, 'npx modspec run --impl resolve@2.0.0 --edition node-20 --case folder-slash-main --keep');
});

test('there is nothing to report of a case that passes or is skipped', async (t) => {
  const env = cachedVersions(t, backAndForth);
  const about = (impl: string, id: string) =>
    modspec(['report-bug', '--offline', '--impl', impl, '--case', id], { env });
  t.match(await about('resolve@2.1.0', 'folder-slash-main'), {
    exitCode: 1,
    stdout: '',
    stderr: 'modspec: nothing to report: resolve passes the case in node-10\n',
  });
  t.match(await about('resolve@2.1.0', 'cycle-two-modules'), { exitCode: 2 });
});
