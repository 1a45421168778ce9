// Does what docs/test-runners.md says: every runner, in a folder that has modspec and the runner installed.

import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { type Test, test } from 'tap';
import { fetchPackage } from '../../harness/adapters/fetch-package.ts';
import { packageRoot } from '../../model/package-root.ts';
import { scratchFolder } from '../cli/modspec.ts';
import { fetchForTest } from '../npm-registry.ts';
import { codeBlocks, fileAbove } from './blocks.ts';

const page = path.join(packageRoot, 'docs', 'test-runners.md');
const lines = readFileSync(page, 'utf8').split('\n');
const blocks = codeBlocks(page);

const files = blocks.flatMap(({ text, line }) => {
  const file = fileAbove(lines, line);
  return file === undefined ? [] : [{ file, text }];
});
const commands = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text.trim());

/** What a command needs, apart from Node and modspec: exact versions that run on every Node that modspec runs on. */
const needed: Readonly<Record<string, readonly string[]>> = {
  vitest: ['vitest@3.2.7', 'resolve@1.22.14'],
  jest: ['jest@30.5.2', 'resolve@1.22.14'],
  mocha: ['mocha@11.8.0'],
  tape: ['tape@5.9.0'],
  memory: ['memfs@4.80.1', 'enhanced-resolve@5.27.0'],
};

function install(cwd: string, name: string, from: string): void {
  const target = path.join(cwd, 'node_modules', name);
  if (!existsSync(target)) symlinkSync(path.join(from, 'node_modules', name), target);
}

/** All cases in one runner are enough. */
function withFewCases(file: string, text: string): string {
  if (/node|baseline|adapter/.test(file)) return text;
  return text.replace("{ edition: 'node-20' }", "{ edition: 'node-20', cases: ['folder-*'] }");
}

function makeProject(t: Test): string {
  const cwd = scratchFolder(t);
  mkdirSync(path.join(cwd, 'node_modules'));
  mkdirSync(path.join(cwd, 'tests'));
  symlinkSync(packageRoot, path.join(cwd, 'node_modules', 'modspec'));
  writeFileSync(path.join(cwd, 'package.json'), '{}\n');
  for (const { file, text } of files) writeFileSync(path.join(cwd, file), withFewCases(file, text));
  return cwd;
}

/** Runs a command of the page; `npx` is what is installed. */
async function run(cwd: string, command: string, folders: readonly string[]) {
  const bins = [...folders, packageRoot].map((folder) => path.join(folder, 'node_modules', '.bin'));
  const shim = `npx() { name=$1; shift; if [ $name = modspec ]; then node '${packageRoot}/bin/modspec.js' "$@"; else $name "$@"; fi; }`;
  // The test runner of this test gives its children variables that mean something to another, and to Node.
  const { PATH, HOME = cwd } = process.env;
  const variables = [`HOME=${HOME}`, `PATH=${[...bins, PATH].join(path.delimiter)}`, 'NO_COLOR=1', 'CI=1'];
  return execa('env', ['-i', ...variables, 'bash', '-c', `${shim}; ${command}`], {
    cwd,
    reject: false,
    all: true,
  });
}

for (const command of commands) {
  const [, name = ''] = /(\w+)\.test\.[cm]js/.exec(command) ?? [];
  const packages = needed[name] ?? [];
  const { value: folders = [], skip } = await fetchForTest((fetching) =>
    Promise.all(packages.map((wanted) => fetchPackage(wanted, fetching))),
  );
  test(command, { skip }, async (t) => {
    const cwd = makeProject(t);
    for (const [at, wanted] of packages.entries())
      install(cwd, wanted.slice(0, wanted.lastIndexOf('@')), folders[at] ?? '');
    if (name === 'tap') install(cwd, 'tap', packageRoot);
    if (name === 'baseline') await run(cwd, commands.find((one) => one.startsWith('npx modspec')) ?? '', []);
    const { exitCode, all = '' } = await run(cwd, command, folders);
    t.equal(exitCode, 0, exitCode === 0 ? 'it ends well' : all.slice(-1500));
    // Warnings may come behind the summary, because they come by another stream.
    if (name !== '') t.match(all, passedOf(name), 'many tests passed');
  });
}

/** How each runner says that many tests passed. */
function passedOf(name: string): RegExp {
  switch (name) {
    case 'vitest':
      return /Tests +\d{2,} passed/;
    case 'jest':
      return /Tests: .*\d{2,} passed/;
    case 'mocha':
      return /\d{3} passing/;
    case 'tap':
      return /^1\.\.\d{3}$/m;
    default:
      return /# pass +\d{2,}/;
  }
}

test('the page has a command for each runner', async (t) => {
  for (const runner of ['node --test', 'vitest', 'jest', 'mocha', 'tap.test', 'tape '])
    t.ok(
      commands.some((command) => command.includes(runner)),
      runner,
    );
});

test('the table names every setting', async (t) => {
  const declared = readFileSync(path.join(packageRoot, 'api', 'conformance', 'settings.ts'), 'utf8');
  const [settings = ''] = declared.split('export interface AcceptedBy');
  const names = [...settings.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name]) => name);
  t.ok(names.length >= 9);
  const rows = lines.filter((row) => row.startsWith('| `')).join('\n');
  t.strictSame(
    names.filter((name) => !rows.includes(`\`${name}\``)),
    [],
  );
});
