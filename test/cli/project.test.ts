import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Test, test } from 'tap';
import { baselineSchema } from '../../harness/baseline/baseline.ts';
import { findProjectFile, projectFileNames, readProject } from '../../harness/project/find-project.ts';
import { packageWithScript } from '../../harness/project/scaffold.ts';
import { parseLocated } from '../../model/input/read-located.ts';
import { modspec, scratchFolder, smallPage } from './modspec.ts';

const loader =
  "exports.resolve = (specifier, from) => require('module').createRequire(from).resolve(specifier);\n";

function projectWith(t: Test, files: Readonly<Record<string, string>>): string {
  const cwd = scratchFolder(t);
  for (const [name, text] of Object.entries({ 'loader/index.js': loader, ...files })) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  }
  return cwd;
}

const project = { implementations: ['./loader'], edition: 'node-20', spec: smallPage };

test('modspec alone runs what the project file says, from a folder below too', async (t) => {
  const cwd = projectWith(t, {
    'modspec.config.json': JSON.stringify({ ...project, formats: ['pretty', 'json=out/run.json'] }),
    'a/b/x': '',
  });
  for (const folder of ['.', 'a/b']) {
    const { exitCode, stdout, stderr } = await modspec([], { cwd: path.join(cwd, folder) });
    t.equal(exitCode, 0, stderr);
    t.match(stdout, /^loader, judged by node-20: 2 of 2 passed/m);
    t.ok(existsSync(path.join(cwd, 'out', 'run.json')), 'paths are those of the folder of the file');
  }
});

test('flags win, and --no-config leaves the file out', async (t) => {
  const cwd = projectWith(t, { 'modspec.config.mjs': `export default ${JSON.stringify(project)};` });
  const flags = await modspec(['run', '--edition', 'node-10', '--case', 'small-index'], { cwd });
  t.match(flags.stdout, /judged by node-10: 1 of 1 passed/);
  const without = await modspec(['run', '--no-config'], { cwd });
  t.match(without, { exitCode: 2, stderr: /expected at least one --impl/ });
  const named = await modspec(['run', '--config', 'none.json'], { cwd });
  t.match(named, { exitCode: 2, stderr: /none\.json: cannot read it/ });
});

test('merge holds the merged run against the baseline of the project', async (t) => {
  const cwd = projectWith(t, {
    'modspec.config.json': JSON.stringify({ ...project, baseline: 'accepted.yaml', formats: ['tap'] }),
    'accepted.yaml':
      'implementations:\n  - name: loader\n    accepted:\n      - { case: small-gone, class: bug, observed: fail }\n',
  });
  await modspec(
    [
      'run',
      '--no-config',
      '--impl',
      './loader',
      '--spec',
      smallPage,
      '--shard',
      '1/1',
      '--format',
      'json=run.json',
    ],
    { cwd },
  );
  const held = await modspec(['merge', 'run.json'], { cwd });
  t.match(held, { exitCode: 1, stderr: /stale entry: small-gone: no case has this id/, stdout: /^\{/ });
  t.equal((await modspec(['merge', 'run.json', '--no-config'], { cwd })).exitCode, 0);
});

test('a package.json may hold it; doctor takes the only implementation', async (t) => {
  const cwd = projectWith(t, { 'package.json': JSON.stringify({ name: 'x', modspec: project }) });
  t.match(await modspec([], { cwd }), { exitCode: 0, stdout: /judged by node-20/ });
  t.match(await modspec(['doctor'], { cwd }), { exitCode: 0, stdout: /nothing to fix/ });
});

test('modspec alone shows the help where there is no project file', async (t) => {
  const { stdout, stderr } = await modspec([], { cwd: scratchFolder(t) });
  t.match(stdout + stderr, /Usage: modspec/);
});

const mistakes: [name: string, text: string, message: RegExp][] = [
  [
    'modspec.config.json',
    '{\n  "impls": ["./x"]\n}',
    /modspec\.config\.json:2: .*"impls"; expected some of .*implementations/,
  ],
  [
    'modspec.config.json',
    '{\n  "edition": "node20"\n}',
    /modspec\.config\.json:2: .*found "node20"; did you mean 'node-20'\?/,
  ],
  [
    'modspec.config.mjs',
    'export default {\n  implementation: ["./x"],\n};',
    /modspec\.config\.mjs:2: .*"implementation"; did you mean 'implementations'\?/,
  ],
  ['modspec.config.mjs', 'export const a = 1;', /expected the project as the default export/],
  ['modspec.config.js', 'throw new Error("on purpose");', /cannot load the project file: on purpose/],
  [
    'package.json',
    '{\n  "modspec": {\n    "basline": "x"\n  }\n}',
    /package\.json:3: .*"basline"; did you mean 'baseline'\?/,
  ],
];
for (const [name, text, message] of mistakes) {
  test(`${name} with a mistake: ${text.replaceAll('\n', ' ')}`, async (t) => {
    const cwd = projectWith(t, { [name]: text });
    t.match(await modspec(['run'], { cwd }), { exitCode: 2, stderr: message });
  });
}

test('the nearest file is found, and none above the root of the repository', async (t) => {
  const cwd = projectWith(t, {
    'modspec.config.json': '{}',
    'a/.git/x': '',
    'a/b/x': '',
    'c/package.json': '{ "name": "c" }',
  });
  t.equal(findProjectFile(path.join(cwd, 'c')), path.join(cwd, 'modspec.config.json'));
  t.equal(findProjectFile(path.join(cwd, 'a', 'b')), undefined);
  t.equal(projectFileNames.length, 6);
});

test('a path of an implementation is rewritten, a name or a command is not', async (t) => {
  const cwd = projectWith(t, {
    'x.json': JSON.stringify({ implementations: ['./loader', '../y', 'bun', 'exec:node', 'node:/bin/node'] }),
  });
  const { implementations = [] } = await readProject(path.join(cwd, 'x.json'));
  t.equal(path.resolve(implementations[0] ?? ''), path.join(cwd, 'loader'));
  t.match(implementations[0], /^\.\.?\//);
  t.strictSame(implementations.slice(2, 4), ['bun', 'exec:node']);
});

test('init writes what runs at once, and overwrites nothing', async (t) => {
  const cwd = projectWith(t, {
    'package.json': '{\n\t"name": "x"\n}\n',
    'modspec/adapter.mjs': 'export {};\n',
  });
  const first = await modspec(['init', '--edition', 'node-20'], { cwd });
  t.equal(first.exitCode, 0, first.stderr);
  t.match(first.stdout, /kept {3}modspec\/adapter\.mjs\nwrote {2}modspec\.config\.json\n/);
  t.equal(readFileSync(path.join(cwd, 'modspec/adapter.mjs'), 'utf8'), 'export {};\n');
  t.match(
    readFileSync(path.join(cwd, 'package.json'), 'utf8'),
    '\n\t"scripts": {\n\t\t"modspec": "modspec run"\n\t}\n}',
  );
  t.match(readFileSync(path.join(cwd, '.github/workflows/modspec.yml'), 'utf8'), 'npx modspec run');
  const again = await modspec(['init'], { cwd });
  t.match(again, { exitCode: 2, stderr: /modspec\.config\.json: this project already has a project file/ });
});

for (const kind of ['resolver', 'loader']) {
  test(`init for a ${kind}: the adapter it writes has nothing to fix, and modspec alone runs it`, async (t) => {
    const cwd = scratchFolder(t);
    await modspec(['init', '--kind', kind, '--no-ci'], { cwd });
    t.notOk(existsSync(path.join(cwd, '.github')));
    t.match(await modspec(['doctor'], { cwd }), { exitCode: 0, stdout: /nothing to fix/ });
    const { stdout, exitCode } = await modspec(['run', '--case', 'folder-index-js'], { cwd });
    t.match({ stdout, exitCode }, { exitCode: 0, stdout: /1 of 1 passed/ });
    const baseline = readFileSync(path.join(cwd, 'modspec-baseline.yaml'), 'utf8');
    t.strictSame(parseLocated('b', baseline, baselineSchema, 'a baseline').value, { implementations: [] });
  });
}

test('init for a program needs its command', async (t) => {
  const cwd = scratchFolder(t);
  t.match(await modspec(['init', '--kind', 'protocol'], { cwd }), {
    exitCode: 2,
    stderr: /expected --command/,
  });
  await modspec(['init', '--kind', 'protocol', '--command', 'python3 adapter.py'], { cwd });
  t.match(JSON.parse(readFileSync(path.join(cwd, 'modspec.config.json'), 'utf8')), {
    implementations: ['stdio:python3 adapter.py'],
  });
});

test('the npm script is added in the style of the file, once', async (t) => {
  t.equal(packageWithScript('{}'), '{\n  "scripts": {\n    "modspec": "modspec run"\n  }\n}');
  t.equal(packageWithScript('{ "scripts": { "modspec": "x" } }'), undefined);
  t.equal(packageWithScript('[]'), undefined);
});
