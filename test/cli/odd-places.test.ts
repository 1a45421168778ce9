// What the user names may be anything that has a path, and the system may have little to give: a clear message, no stack, no hang.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import t, { type Test } from 'tap';
import { bin, type CommandResult, modspec, scratchFolder, smallPage } from './modspec.ts';

function refused(t: Test, said: CommandResult, message: RegExp): void {
  t.equal(said.exitCode, 2, said.stderr);
  t.match(said.stderr, message);
  t.notMatch(said.stderr, /^\s+at /m, 'no stack');
}

/** A folder with a pipe that nobody writes to, a link to it, a folder that holds it, and a link to nothing. */
function oddFolder(t: Test): string {
  const folder = scratchFolder(t);
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  mkdirSync(path.join(folder, 'folder'));
  execFileSync('mkfifo', [path.join(folder, 'folder', 'page.md')]);
  symlinkSync('pipe', path.join(folder, 'link'));
  symlinkSync('nowhere', path.join(folder, 'dangling'));
  writeFileSync(path.join(folder, 'file'), '');
  return folder;
}

t.test('a pipe, wherever a file is expected', async (t) => {
  const cwd = oddFolder(t);
  const node = ['--impl', 'node', '--case', 'folder-main-plain'];
  for (const args of [
    ['run', ...node, '--spec', 'pipe'],
    ['run', ...node, '--spec', 'link'],
    ['run', ...node, '--spec', 'folder'],
    ['run', ...node, '--baseline', 'pipe'],
    ['run', '--impl', './pipe'],
    ['run', '--impl', 'node:pipe'],
    ['run', '--impl', 'node:folder'],
    ['report', 'pipe', '--out', 'report.html'],
    ['diff', 'pipe', 'file'],
    ['merge', 'link'],
    ['exec', 'pipe'],
    ['doctor', '--impl', './link'],
    ['capture', 'dangling', '--entry', 'a.js', '--impl', 'node'],
  ])
    refused(t, await modspec(args, { cwd }), /^modspec: .*(a pipe|a folder|does not exist)/);
});

t.test('extract writes only into what is a new or empty folder', async (t) => {
  const cwd = oddFolder(t);
  for (const [target, found] of Object.entries({
    pipe: 'is a pipe',
    link: 'is a link',
    dangling: 'is a link',
    file: 'is a file',
    folder: 'is not empty',
    '/dev/null': 'is a device',
    '/proc/new': 'cannot write the tree',
  }))
    refused(t, await modspec(['extract', 'folder-main-plain', target], { cwd }), new RegExp(found));
  t.equal(readFileSync(path.join(cwd, 'file'), 'utf8'), '');
  t.notOk(existsSync(path.join(cwd, 'nowhere')));
});

t.test('a package that was removed from the cache is missing, not broken', async (t) => {
  const MODSPEC_CACHE = scratchFolder(t);
  const installed = path.join(MODSPEC_CACHE, 'resolve@1.0.0', 'node_modules', 'resolve');
  mkdirSync(installed, { recursive: true });
  const args = ['run', '--impl', 'resolve@1.0.0', '--offline'];
  refused(t, await modspec(args, { env: { MODSPEC_CACHE } }), /is not in the cache/);
  writeFileSync(path.join(installed, 'package.json'), '{ "version":');
  refused(
    t,
    await modspec(args, { env: { MODSPEC_CACHE } }),
    /cannot read the package in the cache: .*remove '/,
  );
});

t.test('a glob that would take minutes', async (t) => {
  const glob = '*a'.repeat(12);
  const args = ['run', '--impl', 'node', '--case'];
  refused(t, await modspec([...args, glob]), /--case \*a.*at most 6 of '\*' and '\+'; found 12/);
  refused(t, await modspec([...args, 'a?'.repeat(200)]), /at most 200 characters; found 400/);
  const baseline = path.join(scratchFolder(t), 'accepted.yaml');
  const entry = `{ cases: "${glob}", count: 1, class: bug, observed: fail, reason: none }`;
  writeFileSync(baseline, `implementations:\n  - name: node\n    accepted:\n      - ${entry}\n`);
  const said = await modspec(['run', '--impl', 'node', '--spec', smallPage, '--baseline', baseline]);
  refused(t, said, /accepted\.yaml:4: .*at most 6/);
});

t.test('a run that is nested six million deep', async (t) => {
  const file = path.join(scratchFolder(t), 'run.json');
  for (const text of ['['.repeat(6_000_000), `{"header":${'{"a":'.repeat(2_000_000)}`]) {
    writeFileSync(file, text);
    for (const command of ['diff', 'merge'])
      refused(t, await modspec([command, file, file]), /run\.json:1: .* nested more than 1000 deep/);
  }
});

t.test('the folder for temporary files has a strange name', async (t) => {
  const parent = scratchFolder(t);
  const args = [
    'run',
    '--impl',
    'node',
    '--case',
    'folder-main-before-*',
    '--case',
    'global-folders-home-after-node-path',
    '--case',
    'cache-link-*',
  ];
  for (const name of ['a b', 'a%20b', 'a#b?c', 'äß漢', 'a$&b', 'a*[b]{c}', 'end/']) {
    const TMPDIR = path.join(parent, name);
    mkdirSync(TMPDIR);
    t.match(await modspec(args, { env: { TMPDIR } }), { exitCode: 0 }, name);
  }
  for (const name of ['a:b', "a'b", 'a"b', 'a\\b', 'a\nb']) {
    const TMPDIR = path.join(parent, name);
    mkdirSync(TMPDIR);
    refused(
      t,
      await modspec(args, { env: { TMPDIR } }),
      /cannot make trees in .*its path contains .*set TMPDIR/,
    );
  }
  mkdirSync(path.join(parent, 'relative'));
  t.match(await modspec(args, { cwd: parent, env: { TMPDIR: 'relative' } }), { exitCode: 0 });
  writeFileSync(path.join(parent, 'file'), '');
  for (const name of ['file', 'nowhere'])
    refused(t, await modspec(args, { env: { TMPDIR: path.join(parent, name) } }), /set TMPDIR/);
  rmSync(path.join(parent, 'relative'), { recursive: true });
});

t.test('few descriptors', async (t) => {
  const limited = async (limit: number, ...args: string[]): Promise<CommandResult> => {
    // The test runner would have Node load files of its own.
    const script = `unset NODE_OPTIONS; ulimit -n ${limit}; exec "$@"`;
    const words = ['-c', script, 'sh', process.execPath, bin, 'run', ...args];
    const { exitCode, stdout, stderr } = await execa('sh', words, { reject: false });
    return { exitCode, stdout, stderr };
  };
  t.match(await limited(24, '--impl', 'reference', '--spec', smallPage), {
    exitCode: 3,
    stdout: '',
    stderr: /^modspec: too many open files; raise the limit, .*ulimit -n 1024/,
  });
  // Enough to start, and too few for so many hosts.
  const said = await limited(96, '--impl', 'node', '--case', 'folder-main-*', '--jobs', '30', '--isolate');
  t.equal(said.exitCode, 3);
  t.match(said.stdout, /cannot start the host: too many open files/);
  t.notMatch(said.stderr, /^\s+at /m);
});
