// Rollup with its plugins for Node's modules. For a resolution, a plugin asks it.

import { builtinModules } from 'node:module';
import { conditions, extensions, rejection, requireIn } from './installed.mjs';
import { buildAndImport, buildAndRun } from './run-bundle.mjs';

export function open({ folder, variant }) {
  const require = requireIn(folder);
  const { rollup } = require('rollup');
  const isDefault = variant === 'default';
  const plugins = (context) => pluginsOf(require, isDefault ? {} : likeNode, context.conditions);
  return {
    run: (entry, context) =>
      buildAndRun(async (file) => {
        const bundle = await rollup({ ...options, input: entry, plugins: plugins(context) });
        await bundle.write({ file, format: 'cjs', exports: 'auto', interop: 'default' });
        await bundle.close();
      }),
    importModule: (entry, context) =>
      buildAndImport(async (file) => {
        const bundle = await rollup({ ...options, input: entry, plugins: plugins(context) });
        await bundle.write({ file, format: 'es', inlineDynamicImports: true });
        await bundle.close();
      }),
    async resolve(specifier, referrer, context) {
      const isRequire = { custom: { 'node-resolve': { isRequire: true } } };
      const id = await resolveBy(rollup, plugins(context), (build) =>
        build.resolve(specifier, referrer, isRequire),
      );
      return id.replace(/\?commonjs-.*$/, '').replace(/^\0/, '');
    },
    resolveImport: (specifier, referrer, context) =>
      resolveBy(rollup, isDefault ? plugins(context) : [importPlugin(require, context)], (build) =>
        build.resolve(specifier, referrer),
      ),
  };
}

async function resolveBy(rollup, plugins, resolve) {
  let found;
  const ask = async (build) => {
    found = await resolve(build);
  };
  await rollup({ ...options, input: 'asks', plugins: [asking(ask), ...plugins] });
  if (!found) throw rejection('it finds no module');
  return found.id;
}

function importPlugin(require, context) {
  const { nodeResolve } = require('@rollup/plugin-node-resolve');
  // It adds the condition `import` itself.
  const exportConditions = ['node', 'module-sync', 'node-addons', ...context.conditions];
  return nodeResolve({ exportConditions, mainFields: ['main'], extensions: [], preferBuiltins: true });
}

const options = { onwarn: () => undefined, external: builtinModules };

const likeNode = {
  resolving: { exportConditions: conditions, mainFields: ['main'], extensions, preferBuiltins: true },
  // Files without an extension are CommonJS in Node.
  commonjs: { extensions: ['.js', ''], strictRequires: true, ignoreTryCatch: false },
};

function pluginsOf(require, { resolving = {}, commonjs }, added) {
  const exportConditions = [...(resolving.exportConditions ?? []), ...added];
  return [
    require('@rollup/plugin-node-resolve').nodeResolve({ ...resolving, exportConditions }),
    require('@rollup/plugin-commonjs')(commonjs),
    require('@rollup/plugin-json')(),
  ];
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
