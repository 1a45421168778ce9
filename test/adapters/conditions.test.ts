// Drivers give the conditions that a user adds to the option of their package; the packages here have only what a driver needs of them.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Test, test } from 'tap';
import { hostFor } from '../../harness/adapters/host-for.ts';
import { findEntry } from '../../harness/registry/registry.ts';
import { packageRoot } from '../../model/package-root.ts';

type Asked = (specifier: string, referrer: string, context: { conditions: readonly string[] }) => unknown;

interface Driver {
  readonly resolve: Asked;
  readonly resolveImport: Asked;
  readonly resolveImportMeta: Asked;
  run(entry: string, context: { root: string; conditions: readonly string[] }): Promise<void>;
}

async function openDriver(
  t: Test,
  name: string,
  packages: Readonly<Record<string, string>>,
): Promise<Driver> {
  const installed = Object.entries(packages).map(([of, text]) => [of, { 'index.js': text }]);
  const folder = t.testdir({ node_modules: Object.fromEntries(installed) });
  const file = path.join(packageRoot, 'harness', 'adapters', 'drivers', `${name}.mjs`);
  return (await import(pathToFileURL(file).href)).open({ folder });
}

const none = { conditions: [] };
const two = { conditions: ['a', 'b'] };

test('import-meta-resolve is asked by its function that takes conditions only if there are any', async (t) => {
  const text = `exports.resolve = (specifier, parent) => [specifier, parent];
    exports.moduleResolve = (specifier, { href }, conditions) => [specifier, href, ...conditions];`;
  const driver = await openDriver(t, 'import-meta-resolve', { 'import-meta-resolve': text });
  t.strictSame(driver.resolveImportMeta('x', 'file:///from.mjs', none), ['x', 'file:///from.mjs']);
  t.strictSame(driver.resolveImportMeta('x', 'file:///from.mjs', two), [
    ...['x', 'file:///from.mjs'],
    ...['node', 'import', 'a', 'b'],
  ]);
});

test('jiti gets conditions with those of the way, which they replace', async (t) => {
  const text = `exports.createJiti = () => ({
    resolve: (specifier, ...options) => options,
    esmResolve: (specifier, ...options) => options,
  });`;
  const driver = await openDriver(t, 'jiti', { jiti: text });
  t.strictSame(driver.resolve('x', '/from.js', none), []);
  t.strictSame(driver.resolve('x', '/from.js', two), [{ conditions: ['node', 'require', 'a', 'b'] }]);
  t.strictSame(driver.resolveImport('x', '/from.js', two), [{ conditions: ['node', 'import', 'a', 'b'] }]);
});

test('Metro gets conditions after those of Node', async (t) => {
  const metro = `const fs = require('fs');
    exports.runBuild = async (config, { out }) => {
      fs.writeFileSync(out + '.js', 'globalThis.conditionsOfMetro = ' + JSON.stringify(config.asked));
    };`;
  const driver = await openDriver(t, 'metro', {
    metro,
    'metro-config': `exports.getDefaultConfig = async () => ({});
      exports.mergeConfig = (_, { resolver }) => ({ asked: resolver.unstable_conditionNames });`,
    'metro-babel-transformer': '',
    'metro-runtime/src/modules/asyncRequire': '',
  });
  await driver.run('/main.js', { root: '/', ...two });
  const ofNode = ['node', 'require', 'module-sync', 'node-addons'];
  t.strictSame(Reflect.get(globalThis, 'conditionsOfMetro'), [...ofNode, 'a', 'b']);
});

test('Node is started with conditions for a loader that leaves modules to it, and for no other', async (t) => {
  const answers = { mocha: true, 'vite-node': true, 'enhanced-resolve': false, esbuild: false };
  for (const [name, expected] of Object.entries(answers)) {
    const entry = findEntry(name);
    t.ok(entry);
    if (entry) t.equal(hostFor(entry, '/cache').loadsByBinary, expected, name);
  }
});
