// What `--contain` keeps in: processes, the network, modspec's own files; and that nothing is judged otherwise for it.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { execa } from 'execa';
import t, { type Test } from 'tap';
import { startCell } from '../../harness/hosts/cell.ts';
import { packageRoot } from '../../model/package-root.ts';
import { type Run, runSchema } from '../../model/run.ts';
import { bin, fixtures, modspec, scratchFolder, smallPage, startModspec } from '../cli/modspec.ts';
import { caseText, pageText } from '../pages/page-text.ts';
import { eventually } from '../processes.ts';

const scratch = scratchFolder(t);
const offered = await startCell(scratch, scratch);
const skip = typeof offered === 'string' ? `this system offers no cell: ${offered}` : false;
if (typeof offered === 'object') offered.end();

async function run(...args: string[]): Promise<Run> {
  const { stdout, stderr } = await modspec(['run', '--format', 'json', ...args]);
  if (stdout === '') throw new Error(stderr);
  return runSchema.parse(JSON.parse(stdout));
}

/** A loader that does this first and answers rightly; `said` is a file that it may write outside of modspec. */
function loaderThat(t: Test, does: string): { args: string[]; said: string } {
  const folder = scratchFolder(t);
  const said = path.join(folder, 'said');
  const text = `const fs = require('node:fs'), net = require('node:net'), { spawn } = require('node:child_process');
const say = (words) => fs.writeFileSync(${JSON.stringify(said)}, String(words));
exports.resolve = async (specifier, referrer) => {
  ${does}
  return require('node:module').createRequire(referrer).resolve(specifier);
};`;
  writeFileSync(path.join(folder, 'loader.cjs'), text);
  writeFileSync(path.join(folder, 'page.md'), pageText(caseText('one')));
  const args = ['--spec', path.join(folder, 'page.md'), '--impl', path.join(folder, 'loader.cjs')];
  return { args: [...args, '--contain', 'required'], said };
}

function isRunning(...words: string[]): boolean {
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8') === `${words.join('\0')}\0`;
    } catch {
      return false;
    }
  });
}

t.test('no verdict differs, and the run says what was in force', { skip }, async (t) => {
  const impls = ['--impl', 'node', '--impl', 'reference', '--impl', `exec:${process.execPath}`];

  const sets = [
    ['--spec', smallPage, ...impls],
    ['--spec', smallPage, ...impls, '--isolate'],
    ['--spec', path.join(fixtures, 'pages', 'servers.md'), '--impl', 'reference'],
  ];
  for (const args of sets) {
    const [free, kept] = [await run(...args), await run(...args, '--contain', 'required')];
    const essence = ({ verdicts }: Run) => verdicts.map(({ ms: _, stderr: __, ...verdict }) => verdict);
    t.strictSame(essence(kept), essence(free));
    t.equal(free.header.containment, undefined);
    t.match(kept.header.containment?.protections, ['own processes', /./, /./]);
  }
  const { stdout } = await modspec(['run', '--spec', smallPage, '--impl', 'node', '--contain', 'auto']);
  t.match(stdout, /^contained: own processes, no network, modspec read-only, limited memory$/m);
});

t.test('a daemon with an empty environment ends with its implementation', { skip }, async (t) => {
  const words = ['sleep', String(100_000 + process.pid)];
  const { args } = loaderThat(
    t,
    `spawn('/bin/sleep', [${words[1]}], { detached: true, stdio: 'inherit', env: {}, cwd: '/', argv0: 'sleep' }).unref();`,
  );
  t.match(await run(...args), { verdicts: [{ verdict: 'pass' }] });
  await eventually(() => !isRunning(...words));
  t.notOk(isRunning(...words));
});

t.test('everything in it ends when modspec is killed outright', { skip }, async (t) => {
  const words = ['sleep', String(200_000 + process.pid)];
  const { args, said } = loaderThat(
    t,
    `spawn('/bin/sleep', [${words[1]}], { detached: true, stdio: 'ignore', env: {}, cwd: '/', argv0: 'sleep' });
    say('started');
    for (;;);`,
  );
  const child = startModspec(['run', ...args, '--timeout', '600000']);
  await eventually(() => existsSync(said) && isRunning(...words));
  t.ok(isRunning(...words));
  child.kill('SIGKILL');
  await child;
  await eventually(() => !isRunning(...words));
  t.notOk(isRunning(...words));
});

t.test('it reaches its own ports and no other', { skip }, async (t) => {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  const { port } = server.address() as { port: number };
  const { args, said } = loaderThat(
    t,
    `const reach = (port) => new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.on('connect', () => resolve('reached')).on('error', ({ code }) => resolve(code));
    });
    const own = net.createServer((socket) => socket.end());
    await new Promise((resolve) => own.listen(0, '127.0.0.1', resolve));
    say([await reach(${port}), await reach(own.address().port)]);
    own.close();`,
  );
  t.match(await run(...args), { verdicts: [{ verdict: 'pass' }] });
  t.equal(readFileSync(said, 'utf8'), 'ECONNREFUSED,reached');
});

t.test("modspec's own files can't be changed, and what is expected can't be read", { skip }, async (t) => {
  const { args, said } = loaderThat(
    t,
    `const attempt = (action) => { try { return action(); } catch ({ code }) { return code; } };
    const root = ${JSON.stringify(packageRoot)};
    say([
      attempt(() => fs.writeFileSync(root + '/dist/spoiled', '')),
      attempt(() => fs.writeFileSync(root + '/cases/spoiled.json', '')),
      attempt(() => fs.readdirSync(root + '/cases').length + fs.readdirSync(root + '/spec').length),
      attempt(() => fs.renameSync(root + '/bin', root + '/moved')),
    ]);`,
  );
  t.match(await run(...args), { verdicts: [{ verdict: 'pass' }] });
  t.equal(readFileSync(said, 'utf8'), 'EROFS,EROFS,0,EROFS');
});

t.test('how a host ends is seen from outside', { skip }, async (t) => {
  for (const [does, reason] of [
    ["process.kill(process.pid, 'SIGKILL');", /killed by SIGKILL/],
    ['process.abort();', /killed by SIGABRT/],
    ['process.exit(137);', /exited with code 137/],
  ] as const)
    t.match(await run(...loaderThat(t, does).args), { verdicts: [{ verdict: 'crash', reason }] });
});

t.test('it cannot stop modspec', { skip }, async (t) => {
  const { args } = loaderThat(t, "process.kill(process.ppid, 'SIGSTOP');");
  t.match(await run(...args, '--timeout', '2000'), { verdicts: [{ verdict: 'timeout' }] });
});

const isRoot = process.getuid?.() === 0 && existsSync('/usr/bin/setpriv');
t.test(
  'where the system does not offer it',
  { skip: !isRoot && 'only root can give up what it needs' },
  async (t) => {
    const args = ['run', '--spec', smallPage, '--impl', 'node', '--contain'];
    const without = (when: string) =>
      execa('setpriv', ['--bounding-set=-sys_admin', process.execPath, bin, ...args, when], {
        env: { NODE_OPTIONS: '' },
        reject: false,
      });
    const { exitCode, stdout } = await without('auto');
    t.equal(exitCode, 0);
    t.match(stdout, /^not contained: unshare: .*not permitted$/m);
    const required = await without('required');
    t.equal(required.exitCode, 3);
    t.match(
      required.stderr,
      /^modspec: --contain required: the system does not offer it: unshare: .*--contain auto$/,
    );
  },
);

const other = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, bin];
const canBeOther =
  isRoot && succeeds(() => execFileSync('setpriv', [...other, '--version'], { stdio: 'ignore' }));
t.test('as another user', { skip: skip || (!canBeOther && 'no other user can read modspec') }, async (t) => {
  const args = ['run', '--spec', smallPage, '--impl', 'node', '--contain', 'required'];
  const { exitCode, stdout, stderr } = await execa('setpriv', [...other, ...args], {
    env: { NODE_OPTIONS: '', MODSPEC_CACHE: '/nowhere' },
    reject: false,
  });
  t.equal(exitCode, 0, stderr);
  t.match(stdout, /^contained: own processes/m);
});

function succeeds(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
