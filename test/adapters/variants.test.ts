// The variants of an implementation share its package and its driver, which is told which of them is asked.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Test, test } from 'tap';
import { hostFor } from '../../harness/adapters/host-for.ts';
import type { RegistryEntry } from '../../harness/registry/entries/entry.ts';
import { withVariants } from '../../harness/registry/entries/with-variants.ts';
import { findEntry, registry } from '../../harness/registry/registry.ts';
import { packageRoot } from '../../model/package-root.ts';

const base: RegistryEntry = {
  name: '@some/tool',
  aliases: ['tool'],
  kind: 'resolver',
  homepage: 'https://example.org',
  package: '@some/tool',
  version: '1.2.3',
  driving: { kind: 'module', driver: 'tool' },
  capabilities: ['resolve'],
  note: 'As it is.',
};

test('a variant has a name and aliases of its own, and says only what is different', async (t) => {
  const [same, variant] = withVariants({ ...base, variants: [{ suffix: 'async', note: 'With callbacks.' }] });
  t.strictSame(same, base);
  t.strictSame(variant, {
    ...base,
    name: '@some/tool+async',
    aliases: ['tool+async'],
    driving: { kind: 'module', driver: 'tool', variant: 'async' },
    note: 'With callbacks.',
  });
});

test('every variant has the package, the version and the kind of the implementation that it is one of', async (t) => {
  const variants = registry.filter(({ name }) => name.includes('+'));
  t.ok(variants.length > 10);
  for (const { name, package: of, version, kind } of variants)
    t.match(findEntry(name.replace(/\+.*/, '')), { package: of, version, kind }, name);
});

test('a driver is told which variant it opens', async (t) => {
  const entry = findEntry('rspack+default');
  t.ok(entry);
  if (entry) t.match(hostFor(entry, '/cache').arguments.at(-1), '"variant":"default"');
});

interface Driver {
  resolve(specifier: string, referrer: string, context: object): Promise<string>;
}

async function askEach(
  t: Test,
  { driver, name = driver, text }: { driver: string; name?: string; text: string },
  variants: readonly string[],
): Promise<string[]> {
  const folder = t.testdir({ node_modules: { [name]: { 'index.js': text } } });
  const file = path.join(packageRoot, 'harness', 'adapters', 'drivers', `${driver}.mjs`);
  const { open } = await import(pathToFileURL(file).href);
  const asked = variants.map(async (variant) => {
    const opened: Driver = await open({ folder, package: name, variant });
    return opened.resolve('./a', '/from.js', { platform: 'posix', root: '/', conditions: [] });
  });
  return Promise.all(asked);
}

test('resolve is called with a callback or without one', async (t) => {
  const text = `module.exports = (id, options, done) => done(null, 'callback ' + id);
    module.exports.sync = (id) => 'sync ' + id;`;
  t.strictSame(await askEach(t, { driver: 'resolve', text }, ['', 'async']), ['sync ./a', 'callback ./a']);
});

test('jest-resolve is called by either method', async (t) => {
  const text = `module.exports = class {
    static clearDefaultResolverCache() {}
    isCoreModule() { return false; }
    resolveModule() { return 'sync'; }
    async resolveModuleAsync() { return 'async'; }
  };`;
  t.strictSame(await askEach(t, { driver: 'jest-resolve', text }, ['', 'async']), ['sync', 'async']);
});

test('the relatives of oxc-resolver are called by either method', async (t) => {
  const text = `exports.ResolverFactory = class {
    sync() { return { path: 'sync' }; }
    async async() { return { path: 'async' }; }
  };`;
  const asked = await askEach(t, { driver: 'oxc-family', name: 'unrs-resolver', text }, ['', 'async']);
  t.strictSame(asked, ['sync', 'async']);
});

test('enhanced-resolve is called with a callback, or with the options of its own function', async (t) => {
  const text = `exports.CachedInputFileSystem = class {};
    exports.ResolverFactory = { createResolver: ({ useSyncFileSystemCalls, conditionNames }) => ({
      resolveSync: () => 'sync ' + useSyncFileSystemCalls + ' ' + conditionNames,
      resolve: (context, from, id, more, done) => done(null, 'callback ' + useSyncFileSystemCalls),
    }) };`;
  t.strictSame(await askEach(t, { driver: 'enhanced-resolve', text }, ['', 'async', 'default']), [
    'sync true node,require,module-sync,node-addons',
    'callback false',
    'sync true node',
  ]);
});

test('typescript is asked with either module resolution', async (t) => {
  const text = `exports.ModuleResolutionKind = { Node16: 'node16', Bundler: 'bundler' };
    exports.ModuleKind = { Node16: 'node16', Preserve: 'preserve' };
    exports.resolveModuleName = (id, from, options) =>
      ({ resolvedModule: { resolvedFileName: options.moduleResolution + ' ' + options.module } });`;
  t.strictSame(await askEach(t, { driver: 'typescript', text }, ['', 'bundler']), [
    'node16 node16',
    'bundler preserve',
  ]);
});
