// Packages as they are published: the reference finds what real Nodes find for all that they export, and a program that
// loads them prints the same. Fetched from npm once, into the cache.

import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { fetchPackage } from '../../harness/adapters/fetch-package.ts';
import { fetchNode } from '../../harness/adapters/node-adapter.ts';
import { editionOfNodeVersion } from '../../model/editions.ts';
import { createLoader, hostLoadsEsModules } from '../../reference/index.ts';
import { modspec, scratchFolder } from '../cli/modspec.ts';
import { fetchForTest } from '../npm-registry.ts';
import { exportedSpecifiers } from './exported-specifiers.ts';

const [first, ...others] = [
  'preact@11.2.0',
  // Of one kind each for import and require.
  'uuid@11.1.0',
  'nanoid@3.3.20',
  '@babel/runtime@7.29.14',
  'rxjs@7.8.2',
  'date-fns@4.4.0',
  // Nothing but ES modules.
  'p-limit@7.3.3',
] as const;
const names = [first, ...others].map((wanted) => wanted.slice(0, wanted.lastIndexOf('@')));

const { value: folder = '', skip } = await fetchForTest((fetching) =>
  fetchPackage(first, { ...fetching, beside: others }),
);
const binaries = await Promise.all([process.versions.node, '22.23.3', '24.15.0'].map(fetchBinary));

test('the packages are there', { skip }, async (t) => {
  for (const name of names) t.ok(existsSync(path.join(folder, 'node_modules', name, 'package.json')), name);
});

for (const { edition, command, missing } of binaries) {
  test(`every subpath resolves as ${edition} resolves it`, { skip: skip || missing }, async (t) => {
    const specifiers = names.flatMap((name) => exportedSpecifiers(folder, name));
    t.ok(specifiers.length > 500, `${specifiers.length} specifiers`);
    const main = path.join(folder, 'main.js');
    const loader = createLoader({ edition, environment: {} });
    const ours = specifiers.map((specifier) => answerOf(() => loader.resolve(specifier, main)));
    t.strictSame(await resolveAll(command, main, specifiers), ours);
  });
}

test('a program that loads them prints the same', { skip: skip || !hostLoadsEsModules }, async (t) => {
  const scratch = scratchFolder(t);
  symlinkSync(path.join(folder, 'node_modules'), path.join(scratch, 'node_modules'));
  const main = path.join(scratch, 'main.js');
  writeFileSync(main, program);
  const edition = editionOfNodeVersion(process.versions.node)?.id ?? '';
  const [real, exec] = await Promise.all([
    execa('env', ['-u', 'NODE_OPTIONS', process.execPath, main]),
    modspec(['exec', '--edition', edition, main]),
  ]);
  t.match(exec, { exitCode: 0, stderr: '' });
  t.equal(exec.stdout, `${real.stdout}\n`);
  t.match(exec.stdout, /\nSaturday 86400000\n/);
});

/** The running Node is there already. */
async function fetchBinary(version: string) {
  const { value: command = '', skip: missing } = await fetchForTest(async (fetching) =>
    version === process.versions.node ? process.execPath : fetchNode(version, fetching),
  );
  return { edition: editionOfNodeVersion(version)?.id ?? '', command, missing };
}

function answerOf(resolve: () => string): string {
  try {
    return resolve();
  } catch (error) {
    return String(Object(error).code);
  }
}

const asker = `
const require = process.getBuiltinModule('module').createRequire(process.argv[1]);
let text = '';
process.stdin.on('data', (chunk) => { text += chunk; });
process.stdin.on('end', () => {
  const answers = JSON.parse(text).map((specifier) => {
    try { return require.resolve(specifier) } catch (error) { return String(error.code) }
  });
  process.stdout.write(JSON.stringify(answers));
});`;

/** What a real Node resolves, in one process without the hooks of the test. */
async function resolveAll(command: string, main: string, specifiers: readonly string[]): Promise<unknown> {
  const args = ['-u', 'NODE_OPTIONS', command, '--no-warnings', '--input-type=module', '-e', asker, main];
  const { stdout } = await execa('env', args, { input: JSON.stringify(specifiers) });
  return JSON.parse(stdout);
}

const program = `
const names = ${JSON.stringify(names.filter((name) => name !== '@babel/runtime'))};
for (const name of names) console.log(name, Object.keys(require(name)).length);
const { h, Fragment } = require('preact');
console.log(h(Fragment, null, 'text').props.children, h === require('preact/jsx-runtime').Fragment);
const { v5, validate } = require('uuid');
console.log(v5('modspec', v5.URL), validate('modspec'));
console.log(require('nanoid').customAlphabet('a', 4)(), require('nanoid/non-secure').nanoid(7).length);
console.log(require('@babel/runtime/helpers/typeof')(1), typeof require('@babel/runtime/helpers/extends'));
require('rxjs').of(1, 2, 3).pipe(require('rxjs/operators').map((n) => n * 2)).subscribe((n) => console.log(n));
console.log(require('date-fns').format(new Date(2026, 10, 21), 'EEEE'), Number(require('date-fns/addDays').addDays(0, 1)));
console.log(typeof require('p-limit').default, require('p-limit').__esModule);
`;
