// However a run ends, none of its processes and folders is left, and what was seen until then is written.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import t, { type Test } from 'tap';
import { type Run, runSchema } from '../../model/run.ts';
import { caseText, pageText } from '../pages/page-text.ts';
import { eventually, processesOf } from '../processes.ts';
import { loader, modspec, scratchFolder, smallPage, startModspec, workspacesIn } from './modspec.ts';

/** A folder for temporary files of the test's own, in which a run and its processes can be counted. */
interface Scene {
  readonly folder: string;
  readonly temporary: string;
  readonly out: string;
  readonly env: { readonly TMPDIR: string };
}

function setScene(t: Test): Scene {
  const folder = scratchFolder(t);
  const temporary = path.join(folder, 'temporary');
  mkdirSync(temporary);
  return { folder, temporary, out: path.join(folder, 'run.json'), env: { TMPDIR: temporary } };
}

async function nothingStays(t: Test, { folder, temporary }: Scene): Promise<void> {
  await eventually(() => processesOf(folder).length === 0);
  t.strictSame(processesOf(folder), []);
  t.strictSame(workspacesIn(temporary), []);
}

function readRun({ out }: Scene): Run {
  return runSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
}

/** A run of a case that passes at once and one in which the loader hangs, when it does. */
async function startHanging(scene: Scene, timeout = '600000') {
  const page = path.join(scene.folder, 't.md');
  writeFileSync(page, pageText(caseText('waits-not') + caseText('waits-long', './hang')));
  const hanging = path.join(scene.folder, 'hangs-once.cjs');
  copyFileSync(loader('hangs-once.cjs'), hanging);
  const more = ['--jobs', '1', '--timeout', timeout, '--format', `json=${scene.out}`];
  const child = startModspec(['run', '--spec', page, '--impl', hanging, ...more], { env: scene.env });
  const asked = path.join(scene.folder, 'asked');
  await eventually(() => existsSync(asked) && readFileSync(asked, 'utf8') !== '');
  return { child, host: Number(readFileSync(asked, 'utf8')) };
}

const endings: [name: string, exitCode: number, args: string[]][] = [
  ['success', 0, ['--impl', 'node', '--impl', 'reference']],
  ['a failure', 1, ['--impl', loader('index-first.cjs')]],
  ['a broken adapter', 3, ['--impl', 'node', '--impl', loader('throws-on-import.cjs')]],
  ['a full disk', 2, ['--impl', 'node', '--format', 'json=/dev/full']],
  ['a target that can not be written', 2, ['--impl', 'node', '--format', 'json=/proc/run.json']],
];
for (const [name, exitCode, args] of endings) {
  t.test(`after ${name}`, async (t) => {
    const scene = setScene(t);
    const said = await modspec(['run', '--spec', smallPage, ...args], { env: scene.env });
    t.equal(said.exitCode, exitCode, said.stderr);
    t.notMatch(said.stderr, /^\s+at .*modspec/m, 'no stack of modspec');
    await nothingStays(t, scene);
  });
}

t.test('a report that can not be written costs none of the others', async (t) => {
  const scene = setScene(t);
  const formats = ['json=/dev/full', `json=${scene.out}`, 'tap'].flatMap((value) => ['--format', value]);
  const said = await modspec(['run', '--spec', smallPage, '--impl', 'node', ...formats], { env: scene.env });
  t.match(said, { exitCode: 2, stderr: /^modspec: \/dev\/full: .*ENOSPC/, stdout: /^TAP version 14/ });
  t.equal(readRun(scene).footer.complete, true);
});

t.test('no folder for temporary files', async (t) => {
  for (const TMPDIR of ['/proc', path.join(setScene(t).folder, 'nowhere')]) {
    const said = await modspec(['run', '--spec', smallPage, '--impl', 'node'], { env: { TMPDIR } });
    t.match(said, {
      exitCode: 2,
      stderr: /^modspec: cannot make a folder for trees in .* set TMPDIR to .*\n$/,
    });
  }
});

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  t.test(`${signal}: the partial run is written and marked`, async (t) => {
    const scene = setScene(t);
    const { child } = await startHanging(scene);
    child.kill(signal);
    t.match(await child, { exitCode });
    const { verdicts, footer } = readRun(scene);
    t.equal(footer.complete, false);
    t.strictSame(
      verdicts.map(({ case: id, verdict }) => [id, verdict]),
      [['waits-not', 'pass']],
      'a case that was broken off has no verdict',
    );
    await nothingStays(t, scene);
  });
}

t.test('Ctrl-C twice', async (t) => {
  const scene = setScene(t);
  const { child } = await startHanging(scene);
  child.kill('SIGINT');
  child.kill('SIGINT');
  t.match(await child, { exitCode: 130 });
  if (existsSync(scene.out)) t.equal(readRun(scene).footer.complete, false);
  await nothingStays(t, scene);
});

t.test('a host that is killed costs its case one more attempt', async (t) => {
  const scene = setScene(t);
  const { child, host } = await startHanging(scene);
  process.kill(host, 'SIGKILL');
  t.match(await child, { exitCode: 0 });
  t.match(readRun(scene), {
    verdicts: [{ verdict: 'pass' }, { verdict: 'pass', alone: true, sharedVerdict: 'crash' }],
    footer: { complete: true },
  });
  await nothingStays(t, scene);
});

t.test('when modspec itself is killed, the next run clears up what it could not', async (t) => {
  const scene = setScene(t);
  const { child } = await startHanging(scene);
  child.kill('SIGKILL');
  await child;
  t.equal(workspacesIn(scene.temporary).length, 1);
  t.ok(processesOf(scene.folder).length > 0, 'a host in an endless loop does not notice');
  t.match(await modspec(['run', '--spec', smallPage, '--impl', 'node'], { env: scene.env }), { exitCode: 0 });
  await nothingStays(t, scene);
});

t.test('a host that waits ends with modspec', async (t) => {
  const scene = setScene(t);
  const page = path.join(scene.folder, 't.md');
  writeFileSync(page, pageText(caseText('waits-long', './strike')));
  const quiet = path.join(scene.folder, 'quiet.mjs');
  writeFileSync(
    quiet,
    `import { writeFileSync } from 'node:fs';
    export function resolve() {
      writeFileSync(${JSON.stringify(path.join(scene.folder, 'asked'))}, '');
      return new Promise(() => undefined);
    }`,
  );
  const child = startModspec(['run', '--spec', page, '--impl', quiet, '--timeout', '600000'], {
    env: scene.env,
  });
  await eventually(() => existsSync(path.join(scene.folder, 'asked')));
  child.kill('SIGKILL');
  await child;
  await eventually(() => processesOf(scene.folder).length === 0);
  t.strictSame(processesOf(scene.folder), []);
});

t.test('folders of runs that still run, or were kept, are left alone', async (t) => {
  const scene = setScene(t);
  const { child } = await startHanging(scene);
  await modspec(['run', '--spec', smallPage, '--impl', 'node', '--keep'], { env: scene.env });
  await modspec(['run', '--spec', smallPage, '--impl', 'node'], { env: scene.env });
  t.equal(workspacesIn(scene.temporary).length, 2);
  child.kill('SIGTERM');
  await child;
  t.equal(workspacesIn(scene.temporary).length, 1, 'the one that was kept');
});

t.test('a capture that is broken off writes no page', async (t) => {
  const scene = setScene(t);
  const project = path.join(scene.folder, 'project');
  mkdirSync(project);
  writeFileSync(path.join(project, 'main.js'), "require('./hang');\n");
  writeFileSync(path.join(project, 'a.js'), '');
  const hanging = path.join(scene.folder, 'hangs-once.cjs');
  copyFileSync(loader('hangs-once.cjs'), hanging);
  const out = path.join(scene.folder, 'found.md');
  const args = ['capture', project, '--entry', 'main.js', '--impl', hanging, '--out', out];
  const child = startModspec([...args, '--timeout', '600000'], { env: scene.env });
  await eventually(() => existsSync(path.join(scene.folder, 'asked')));
  child.kill('SIGINT');
  t.match(await child, { exitCode: 130 });
  t.notOk(existsSync(out));
  await nothingStays(t, scene);
});

/** Commands that ask a loader, or fetch one. */
const askers: Record<string, (impl: string, project: string) => string[]> = {
  run: (impl) => ['run', '--spec', smallPage, '--impl', impl],
  doctor: (impl) => ['doctor', '--impl', impl],
  capture: (impl, project) => ['capture', project, '--entry', 'main.js', '--impl', impl],
  watch: (impl) => ['watch', '--spec', smallPage, '--impl', impl],
};
for (const [name, args] of Object.entries(askers)) {
  t.test(`SIGTERM ends ${name} while a host ignores it, and while npm does`, async (t) => {
    const scene = setScene(t);
    const project = path.join(scene.folder, 'project');
    mkdirSync(project);
    writeFileSync(path.join(project, 'main.js'), "require('./a');\n");
    writeFileSync(path.join(project, 'a.js'), '');
    const begun = path.join(scene.folder, 'begun');
    const deaf = path.join(scene.folder, 'deaf.mjs');
    writeFileSync(
      deaf,
      `import { writeFileSync } from 'node:fs';
      for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
      export function resolve() {
        writeFileSync(${JSON.stringify(begun)}, '');
        for (;;);
      }`,
    );
    const tools = path.join(scene.folder, 'tools');
    mkdirSync(tools);
    const npm = `#!/bin/sh\ntrap '' TERM INT HUP\ntouch '${begun}'\nwhile :; do sleep 1; done\n`;
    writeFileSync(path.join(tools, 'npm'), npm, { mode: 0o755 });
    const cache = path.join(scene.folder, 'cache');
    const env = {
      ...scene.env,
      MODSPEC_CACHE: cache,
      PATH: [tools, process.env['PATH']].join(path.delimiter),
    };
    // A watch ends with 0 when it is told to while it asks; its own test tells it.
    for (const impl of name === 'watch' ? ['resolve@1.0.0'] : [deaf, 'resolve@1.0.0']) {
      rmSync(begun, { force: true });
      const child = startModspec([...args(impl, project), '--timeout', '600000'], { env });
      await eventually(() => existsSync(begun));
      child.kill('SIGTERM');
      t.equal((await child).exitCode, 143, impl);
      await nothingStays(t, scene);
    }
    t.strictSame(readdirSync(cache), [], 'no half of a package');
  });
}
