// Drivers know the interfaces of former versions; the packages here have only what a driver needs of them.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';

interface Driver {
  resolve(specifier: string, referrer: string, context: { conditions: readonly string[] }): string;
  run(entry: string, context: { root: string; conditions: readonly string[] }): Promise<void>;
}

async function openDriver(name: string, folder: string): Promise<Driver> {
  const file = path.join(packageRoot, 'harness', 'adapters', 'drivers', `${name}.mjs`);
  return (await import(pathToFileURL(file).href)).open({ folder });
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
