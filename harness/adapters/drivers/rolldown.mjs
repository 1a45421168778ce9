// Rolldown. For a resolution, a plugin asks it.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { extensions, rejection } from './installed.mjs';
import { buildAndImport, buildAndRun } from './run-bundle.mjs';

export async function open({ folder, variant }) {
  const main = path.join(folder, 'node_modules', 'rolldown', 'dist', 'index.mjs');
  const { rolldown: make } = await import(pathToFileURL(main).href);
  const rolldownFor =
    ({ conditions }) =>
    (input) =>
      make({ resolve: resolving(variant, conditions), ...input });
  return {
    run: (entry, context) =>
      buildAndRun((file) =>
        build(rolldownFor(context), { input: entry, cwd: context.root }, { file, format: 'cjs' }),
      ),
    importModule: (entry, context) =>
      buildAndImport((file) =>
        build(
          rolldownFor(context),
          { input: entry, cwd: context.root },
          { file, format: 'es', inlineDynamicImports: true },
        ),
      ),
    resolve: (specifier, referrer, context) =>
      resolveAs('require-call', { rolldown: rolldownFor(context), specifier, referrer, root: context.root }),
    resolveImport: (specifier, referrer, context) =>
      resolveAs('import-statement', {
        rolldown: rolldownFor(context),
        specifier,
        referrer,
        root: context.root,
      }),
  };
}

/** It adds the conditions `node`, and `require` or `import`, itself. */
function resolving(variant, conditions) {
  if (variant === 'default') return conditions.length > 0 ? { conditionNames: conditions } : {};
  return {
    extensions,
    mainFields: ['main'],
    conditionNames: ['module-sync', 'node-addons', ...conditions],
  };
}

async function resolveAs(kind, { rolldown, specifier, referrer, root }) {
  let found;
  const ask = async (context) => {
    found = await context.resolve(specifier, referrer, { kind });
  };
  await build(rolldown, { input: 'asks', cwd: root, plugins: [asking(ask)] });
  if (!found) throw rejection('it finds no module');
  return found.id;
}

async function build(rolldown, input, output) {
  const bundle = await rolldown({
    platform: 'node',
    logLevel: 'silent',
    ...input,
  });
  await (output ? bundle.write(output) : bundle.generate());
  await bundle.close();
}

/** A plugin that asks when the build of an empty entry starts. */
function asking(ask) {
  return {
    name: 'asks',
    buildStart() {
      return ask(this);
    },
    resolveId: (id) => (id === 'asks' ? '\0asks' : null),
    load: (id) => (id === '\0asks' ? '' : null),
  };
}
