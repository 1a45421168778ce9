// Drivers know the interfaces of former versions; the packages here have only what a driver needs of them.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'tap';
import { hostFor } from '../../harness/adapters/host-for.ts';
import { describeEntry } from '../../harness/adapters/registry-adapter.ts';
import type { Driving, RegistryEntry } from '../../harness/registry/entries/entry.ts';
import { registry } from '../../harness/registry/registry.ts';
import { packageRoot } from '../../model/package-root.ts';

interface Driver {
  resolve(specifier: string, referrer: string, context: { conditions: readonly string[] }): string;
  run(entry: string, context: { root: string; conditions: readonly string[] }): Promise<void>;
}

async function openDriver(name: string, folder: string): Promise<Driver> {
  const file = path.join(packageRoot, 'harness', 'adapters', 'drivers', `${name}.mjs`);
  const decline = (reason: string) => new Error(`declined: ${reason}`);
  return (await import(pathToFileURL(file).href)).open({ folder, decline });
}

const resolver = `class Resolver {
  static clearDefaultResolverCache() {}
  isCoreModule() { return false; }
  resolveModule(referrer, specifier) { return referrer + ' ' + specifier; }
}`;

test('the class of jest-resolve is its package below 27, and the default export of later ones', async (t) => {
  const texts = { former: `module.exports = ${resolver};`, later: `exports.default = ${resolver};` };
  for (const [name, text] of Object.entries(texts)) {
    const folder = t.testdir({ [name]: { node_modules: { 'jest-resolve': { 'index.js': text } } } });
    const { resolve } = await openDriver('jest-resolve', path.join(folder, name));
    t.equal(resolve('./a', '/from.js', { conditions: [] }), '/from.js ./a', name);
  }
});

const metro = `const fs = require('fs');
exports.runBuild = async (config, { out }) => {
  console.log('Writing bundle output');
  fs.writeFileSync(out + '.js', 'globalThis.asyncRequire = ' + JSON.stringify(config.asked));
};`;
const metroConfig = `exports.getDefaultConfig = async () => ({});
exports.mergeConfig = (_, { transformer }) => ({ asked: transformer.asyncRequireModulePath });`;

test('Metro below 0.64 has asyncRequire in itself, and what it prints is not the output of the program', async (t) => {
  const folder = t.testdir({
    node_modules: {
      metro: {
        'index.js': metro,
        src: { lib: { 'bundle-modules': { 'asyncRequire.js': '' } } },
      },
      'metro-config': { 'index.js': metroConfig },
      'metro-babel-transformer': { 'index.js': '' },
    },
  });
  const printed: unknown[] = [];
  const { log } = console;
  console.log = (...values) => printed.push(...values);
  t.teardown(() => {
    console.log = log;
  });
  const { run } = await openDriver('metro', folder);
  await run(path.join(folder, 'main.js'), { root: folder, conditions: [] });
  t.strictSame(printed, []);
  const asked: unknown = Reflect.get(globalThis, 'asyncRequire');
  t.match(asked, /bundle-modules.asyncRequire\.js$/);
  t.equal(readFileSync(String(asked), 'utf8'), '');
});

const formerParcel = `const fs = require('fs');
const path = require('path');
module.exports = class {
  constructor(entry, settings) { Object.assign(this, { entry, settings }); }
  async bundle() {
    const { outDir, outFile, target } = this.settings;
    const text = 'globalThis.built = ' + JSON.stringify([target, this.entry]);
    fs.writeFileSync(path.join(outDir, outFile), text);
  }
};`;

test('Parcel below 2 is one class', async (t) => {
  const parcel = { 'index.js': formerParcel, 'package.json': '{ "version": "1.12.4" }' };
  const { run } = await openDriver('parcel', t.testdir({ node_modules: { parcel } }));
  await run('/main.js', { root: '/', conditions: [] });
  t.strictSame(Reflect.get(globalThis, 'built'), ['node', '/main.js']);
});

test('what loads tests in Mocha has three places', async (t) => {
  const text = 'exports.requireOrImport = (file) => { globalThis.loaded = __filename + " " + file; };';
  const lib = {
    8: { 'esm-utils.js': text },
    9: { 'esm-utils.js': '', nodejs: { 'esm-utils.js': text } },
    12: { nodejs: { 'esm-utils.cjs': text } },
  };
  for (const [version, files] of Object.entries(lib)) {
    const folder = t.testdir({ [version]: { node_modules: { mocha: { lib: files } } } });
    const { run } = await openDriver('mocha', path.join(folder, version));
    await run('/main.js', { root: '/', conditions: [] });
    t.match(Reflect.get(globalThis, 'loaded'), /esm-utils\.c?js \/main\.js$/, version);
  }
});

test('resolve.exports below 2 has one function, and answers no # names', async (t) => {
  const manifest = JSON.stringify({ exports: './a.js', imports: { '#a': './a.js' } });
  const folder = t.testdir({
    'main.js': '',
    'package.json': manifest,
    node_modules: {
      'resolve.exports': { 'index.js': 'exports.resolve = ({ exports }) => exports;' },
      dep: { 'package.json': manifest, 'a.js': '' },
    },
  });
  const { resolve } = await openDriver('resolve-exports', folder);
  const ask = (specifier: string) => resolve(specifier, path.join(folder, 'main.js'), { conditions: [] });
  t.match(ask('dep'), /dep.a\.js$/);
  t.throws(() => ask('#a'), { message: /^declined/ });
});

test('a former version has only the capabilities of its time', (t) => {
  const jiti = registry.find(({ name }) => name === 'jiti');
  t.ok(jiti);
  if (!jiti) return t.end();
  const capabilitiesOf = (version: string) => describeEntry(jiti, version, undefined).capabilities;
  t.ok(capabilitiesOf('2.0.0').includes('import'));
  t.notOk(capabilitiesOf('1.21.7').includes('import'));
  t.strictSame(
    capabilitiesOf('2.0.0').filter((one) => !capabilitiesOf('1.21.7').includes(one)),
    ['import', 'user conditions'],
  );
  t.end();
});

const entryWith = (driving: Driving) => ({ driving, package: 'old' }) as RegistryEntry;

test('a preloaded module that a version lacks fails in the host, as in Node', (t) => {
  const folder = t.testdir({});
  const { flags } = hostFor(entryWith({ kind: 'node hook', preload: ['old/register'] }), folder);
  t.strictSame(flags, ['-r', path.join(folder, 'node_modules', 'old', 'register')]);
  t.end();
});

test('a runtime that wants a pipe gets one, and ends as it would without', {
  skip: process.platform === 'win32' && 'a shell makes the pipe',
}, (t) => {
  const driving: Driving = { kind: 'runtime', binary: 'bin/old', flags: ['-c'], replies: 'preloaded' };
  const folder = t.testdir({ node_modules: { old: { bin: { old: t.fixture('symlink', '/bin/sh') } } } });
  const { command, flags } = hostFor(entryWith(driving), folder, true);
  const ask = (text: string) => {
    const { stdout, status } = spawnSync(command, [...(flags ?? []), text], {
      input: 'asked',
      encoding: 'utf8',
    });
    return [stdout, status];
  };
  t.strictSame(ask('test -p /dev/stdin && cat'), ['asked', 0]);
  t.strictSame(ask('exit 7'), ['', 7]);
  t.end();
});
