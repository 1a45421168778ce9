import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { registryAdapter } from '../../harness/adapters/registry-adapter.ts';
import { findEntry } from '../../harness/registry/registry.ts';
import { packagesBeside, readWanted } from '../../harness/registry/wanted.ts';
import { UsageError } from '../../model/usage-error.ts';

test('a name may have a version, and companions with versions', async (t) => {
  const none = { companions: [] };
  t.strictSame(readWanted('resolve'), { name: 'resolve', ...none });
  t.strictSame(readWanted('resolve@2'), { name: 'resolve', version: '2', ...none });
  t.strictSame(readWanted('@rspack/core'), { name: '@rspack/core', ...none });
  t.strictSame(readWanted('@rspack/core@2.3'), { name: '@rspack/core', version: '2.3', ...none });
  const commonjs = { companions: [{ name: 'commonjs', version: '26' }] };
  t.strictSame(readWanted('rollup@4/commonjs@26'), { name: 'rollup', version: '4', ...commonjs });
  t.strictSame(readWanted('rollup/commonjs@26'), { name: 'rollup', ...commonjs });
  t.strictSame(readWanted('@swc-node/register@1/@swc/core@1.9/typescript@5'), {
    name: '@swc-node/register',
    version: '1',
    companions: [
      { name: '@swc/core', version: '1.9' },
      { name: 'typescript', version: '5' },
    ],
  });
});

test('paths and commands are not taken for companions', async (t) => {
  for (const spec of ['resolve/index.js', './a@1/b.js', 'exec:node --x', '/opt/loader'])
    t.strictSame(readWanted(spec).companions, [], spec);
});

const rollup = findEntry('rollup');

test('companions that are wanted replace the default versions, by either name', async (t) => {
  if (!rollup) return t.fail('rollup is known');
  const { companions } = readWanted('rollup/commonjs@26/@rollup/plugin-json@5');
  t.strictSame(
    packagesBeside('rollup', rollup, companions),
    rollup.beside?.map((own) =>
      own.replace(/commonjs@.*/, 'commonjs@26').replace(/plugin-json@.*/, 'plugin-json@5'),
    ),
  );
});

test('a companion that there is not is refused with those that there are', async (t) => {
  await t.rejects(
    registryAdapter('rollup@4/comonjs@26', { offline: true }),
    new UsageError(
      "--impl rollup@4/comonjs@26: expected a package that is installed beside rollup: commonjs, json, node-resolve; found 'comonjs'",
    ),
  );
  await t.rejects(registryAdapter('webpack@5/commonjs@26', { offline: true }), {
    message: /nothing is installed beside webpack; found 'commonjs'/,
  });
});

test('the versions of companions are fetched with the implementation, and its name has those that npm chose', async (t) => {
  const cache = t.testdir();
  process.env['MODSPEC_CACHE'] = cache;
  const wanted = () => registryAdapter('rollup@4/commonjs@26', { offline: true });
  await t.rejects(wanted(), { message: /^rollup@4 is not in the cache/ });
  const folder = path.join(cache, folderOf(rollup?.beside ?? []), 'node_modules');
  const versions = { rollup: '4.1.0', '@rollup/plugin-commonjs': '26.0.3' };
  for (const [name, version] of Object.entries(versions)) {
    mkdirSync(path.join(folder, name), { recursive: true });
    writeFileSync(path.join(folder, name, 'package.json'), JSON.stringify({ version }));
  }
  t.match((await wanted())?.describe(undefined), { name: 'rollup/commonjs@26.0.3', version: '4.1.0' });
});

/** The folder of the cache for Rollup 4 with another version of its plugin. */
function folderOf(beside: readonly string[]): string {
  const changed = beside.map((own) => own.replace(/commonjs@.*/, 'commonjs@26'));
  const text = JSON.stringify({ pins: {}, beside: changed });
  return `rollup@4+${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}

test('a version below one may need packages beside it, and pins', async (t) => {
  const cache = t.testdir();
  process.env['MODSPEC_CACHE'] = cache;
  const parcel = findEntry('parcel');
  t.match(parcel?.former, { below: '2.0.0', pins: { '@babel/preset-env': '7.4.5' } });
  const text = JSON.stringify(parcel?.former?.pins);
  const folder = `parcel@1.12.4+${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
  const installed = path.join(cache, folder, 'node_modules', 'parcel');
  mkdirSync(installed, { recursive: true });
  writeFileSync(path.join(installed, 'package.json'), '{ "version": "1.12.4" }');
  const adapter = await registryAdapter('parcel@1.12.4', { offline: true });
  t.match(adapter?.describe(undefined), { name: 'parcel', version: '1.12.4' });
  await t.rejects(registryAdapter('parcel@2.0.0', { offline: true }), { message: /is not in the cache/ });
});
