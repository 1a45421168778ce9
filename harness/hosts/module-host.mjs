// The host for an adapter written as a JavaScript module: `module-host.mjs shared|alone [request] -- FILE [JSON]`.
// The module exports any of createRequire(filename, context), resolve(specifier, referrer, context), resolveImport and
// resolveImportMeta with the same parameters, run(entry, context) and importModule(entry, context), and may describe itself as
// `implementation`; `bare` means the same as for drivers in host.cjs. A bundled driver exports open(parameters) instead, which
// returns an object with these, for a package that was fetched; it throws what decline(reason) gives for what its package does not answer.

import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import host from './host.cjs';

// A case that reads the cache must not see the host.
const { cache } = createRequire(import.meta.url);
for (const file of Object.keys(cache).filter((key) =>
  key.startsWith(fileURLToPath(new URL('.', import.meta.url))),
))
  delete cache[file];

const asked = ['createRequire', 'resolve', 'resolveImport', 'resolveImportMeta', 'importModule', 'run'];
const [, file, parameters] = process.argv.splice(process.argv.indexOf('--'));
const exported = pickExports(await import(pathToFileURL(file).href));
const adapter = exported.open
  ? await exported.open({ ...JSON.parse(parameters), decline: host.decline })
  : exported;

const driver = {
  bare: adapter.bare === true,
  describe: () => ({
    version: 1,
    implementation: { name: file, ...adapter.implementation },
    offers: asked.filter((name) => typeof adapter[name] === 'function'),
  }),
  resolve: (specifier, referrer, context) =>
    adapter.resolve
      ? adapter.resolve(specifier, referrer, context)
      : adapter.createRequire(referrer, context).resolve(specifier),
  resolveImport: (specifier, referrer, context) => adapter.resolveImport(specifier, referrer, context),
  resolveImportMeta: (specifier, referrer, context) =>
    adapter.resolveImportMeta(specifier, referrer, context),
  run: (entry, context) =>
    adapter.importModule && entry.endsWith('.mjs')
      ? adapter.importModule(entry, context)
      : adapter.run
        ? adapter.run(entry, context)
        : void adapter.createRequire(entry, context)(entry),
};

// What runs inside a promise job has its callbacks of process.nextTick after its promise jobs, and a program has them before.
setImmediate(() => host.serve(driver));

/** The exports of a CommonJS adapter are the default export. */
function pickExports(namespace) {
  const offers = (candidate) => candidate && [...asked, 'open'].some((name) => name in Object(candidate));
  return offers(namespace) ? namespace : (namespace.default ?? namespace);
}
