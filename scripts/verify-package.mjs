// Packs modspec, installs the package into an empty folder, and uses it there as people do: on every supported Node line, or
// on the Nodes that are named.
//
//   node scripts/verify-package.mjs [NODE …]

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { fetchNode } from '../build/harness/adapters/node-adapter.js';
import { editions } from '../build/model/editions.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const oldest = 20;
const scratch = mkdtempSync(path.join(tmpdir(), 'verify-package-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const library = `
import { conclusionOf, loadCases, renderHtml, renderRun, run } from 'modspec';
import { conformance } from 'modspec/test';
import { createLoader } from 'modspec/reference';
import schema from 'modspec/schemas/run.schema.json' with { type: 'json' };
import { createRequire } from 'node:module';

const made = await run({ implementations: ['reference'], cases: ['specifier-*'] });
const page = await renderHtml([made]);
const settings = { cases: ['folder-main-*'], edition: 'node-' + process.versions.node.split('.')[0] };
const tests = conformance((specifier, referrer) => createRequire(referrer).resolve(specifier), settings);
const asked = tests.filter(({ skip }) => !skip);
for (const { check } of asked) await check();
const required = createRequire(import.meta.url)('modspec/test').conformance(() => '', settings);
if (page.length < 100_000 || !(await renderRun(made, 'tap')).startsWith('TAP version 14')) throw new Error('no reports');
if (schema.type !== 'object' || typeof createLoader !== 'function') throw new Error('no schema, or no reference');
if ((await loadCases()).cases.length < 2000 || required.length !== tests.length) throw new Error('no cases');
console.log(conclusionOf(made), asked.length > 20);
`;

const adapter = `
import { createRequire } from 'node:module';
import type { Adapter, AdapterImplementation, Run } from 'modspec';
import type { ConformanceTest } from 'modspec/test';
import type { Loader } from 'modspec/reference';

export const implementation: AdapterImplementation = { name: 'mine', edition: 'node-20', capabilities: ['resolve'] };
export const resolve: NonNullable<Adapter['resolve']> = (specifier, referrer, { edition }) =>
  edition === '' ? specifier : createRequire(referrer).resolve(specifier);
export const names = (run: Run, test: ConformanceTest): string => run.header.modspec + test.name;
export const required = (loader: Loader): unknown => loader.createRequire('/a.js')('./b');
// @ts-expect-error a capability that does not exist
export const wrong: AdapterImplementation = { name: 'mine', capabilities: ['flying'] };
`;

const steps = {
  'run the reference': (use) =>
    use('npx', ['modspec', 'run', '--impl', 'reference', '--case', 'specifier-*'], /passed/),
  'run the reference and this Node, judged by their line': (use, line) => {
    const both = ['--impl', 'reference', '--impl', 'node', '--edition', `node-${line}`];
    return use('npx', ['modspec', 'run', ...both], /passed/);
  },
  'run a program': (use) => use('npx', ['modspec', 'exec', '-p', 'process.version'], /^v\d+/),
  'serve an app': (use) => {
    const app = ['--case', 'deployd-autoload-file', '--edition', 'deployd-locked'];
    return use('npx', ['modspec', 'run', '--impl', 'reference', ...app], /1 of 1 passed/);
  },
  'lint the pages': (use) =>
    use('npx', ['modspec', 'lint', '--spec', 'node_modules/modspec/spec'], /steps exercised, 0 findings/),
  'import it': (use) => use('node', ['library.mjs'], /^as expected true/m),
  'modspec init, then modspec': async (use) => {
    await use('npx', ['modspec', 'init', '--yes', '--kind', 'resolver'], /modspec\.config\.json/);
    await use('npx', ['modspec'], /passed/);
  },
};

const [tarball, ...others] = await pack();
if (tarball === undefined || others.length > 0) throw new Error('npm pack wrote no package, or several');
let red = false;
for (const node of await chosenNodes()) {
  const cwd = mkdtempSync(path.join(scratch, 'project-'));
  const use = (command, args, expected) => start(command, args, { cwd, node, expected });
  const version = (await use('node', ['--version'], /^v/)).trim();
  const line = Number.parseInt(version.slice(1), 10);
  process.stdout.write(`${version}\n`);
  await use('npm', ['install', '--no-audit', '--no-fund', tarball], /added 1 package\b/);
  writeFileSync(path.join(cwd, 'library.mjs'), library);
  for (const [name, step] of Object.entries(steps)) await take(name, () => step(use, line));
  await take('check types', () => checkTypes(cwd));
}
process.exitCode = red ? 1 : 0;

async function pack() {
  const folder = path.join(scratch, 'packed');
  mkdirSync(folder);
  await execa('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  return readdirSync(folder).map((name) => path.join(folder, name));
}

async function chosenNodes() {
  const given = process.argv.slice(2).map((file) => path.resolve(file));
  if (given.length > 0) return given;
  const lines = editions.filter(
    ({ family, verifiedOn, line }) => family === 'node' && verifiedOn && Number(line) >= oldest,
  );
  return Promise.all(lines.map(({ verifiedOn: [version] }) => fetchNode(version, {})));
}

/** Starts a command with this Node as the only one that it finds by name. */
async function start(command, args, { cwd, node, expected }) {
  const paths = [path.dirname(node), process.env.PATH].join(path.delimiter);
  const { all, exitCode } = await execa(command, args, {
    cwd,
    env: { PATH: paths },
    reject: false,
    all: true,
  });
  if (exitCode === 0 && expected.test(all)) return all;
  throw new Error(`${[command, ...args].join(' ')}: exit code ${exitCode}, expected ${expected}\n${all}`);
}

async function checkTypes(cwd) {
  writeFileSync(path.join(cwd, 'adapter.mts'), adapter);
  const compiler = path.join(
    path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin',
    'tsc',
  );
  const settings = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--types', 'node'];
  const roots = ['--typeRoots', path.join(root, 'node_modules', '@types')];
  await execa(process.execPath, [compiler, ...settings, ...roots, 'adapter.mts'], { cwd, all: true });
}

async function take(name, step) {
  try {
    await step();
    process.stdout.write(`  ✓ ${name}\n`);
  } catch (error) {
    red = true;
    process.stdout.write(`  ✗ ${name}: ${error.all ?? error.message}\n`);
  }
}
