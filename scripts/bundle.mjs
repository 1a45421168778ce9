// What runs on Node, bundled through esbuild into few files: a Node that reads three hundred of them takes longer to start
// than a case to run. No package is left to be installed.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { libraries, reference } from './entry-points.mjs';
import { mergeChunks } from './merge-chunks.mjs';

const requireLine =
  "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);";

const settings = {
  bundle: true,
  // Less text is parsed at every start; names stay for stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  // Node prints the line of an error that nobody has caught.
  lineLimit: 160,
  // Packages written in CommonJS require Node's modules.
  banner: { js: requireLine },
  plugins: [{ name: 'plain process', setup: keepProcessPlain }],
  // Its entry point hides from bundlers what it requires.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  metafile: true,
  logLevel: 'warning',
};

/**
 * The command line and what programs import, in `dist/bin`.
 * @returns esbuild's metafiles
 */
export async function bundleCommandLine(root, dist) {
  const folder = path.join(dist, 'bin');
  const commandLine = await build({
    ...settings,
    entryPoints: sourcesOf(root, { main: 'cli/main', ...libraries }),
    outdir: folder,
    splitting: true,
  });
  const neededByRuns = [
    'cli/command-line',
    'cli/actions/run-command',
    'cli/actions/with-project',
    'reports/run/pretty',
    'harness/adapters/node-adapter',
    'harness/adapters/reference-adapter',
  ];
  dropRequireLine(folder);
  await mergeChunks(folder, commandLine.metafile.outputs, {
    start: 'cli/main.ts',
    wanted: neededByRuns.map((name) => `${name}.ts`),
  });
  return [commandLine.metafile, await bundleForRequire(root, folder)];
}

/** Runners that load tests as CommonJS cannot import ES modules. */
async function bundleForRequire(root, folder) {
  const { metafile } = await build({
    ...settings,
    format: 'cjs',
    // It holds again what the other bundles hold, and would be a tenth of the package.
    minifyIdentifiers: true,
    keepNames: true,
    banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'importMetaUrl' },
    entryPoints: sourcesOf(root, { test: libraries.test }),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
  });
  return metafile;
}

/**
 * What runs in processes and threads of its own, at the places where the modules are that start it, and the reference.
 * @returns esbuild's metafiles
 */
export async function bundlePrograms(root, dist) {
  const plugins = [...settings.plugins, { name: 'unseen core modules', setup: keepCoreUnseen }];
  const common = { ...settings, plugins, banner: {}, outbase: root, outdir: dist };
  // Every host of the reference starts with this one, so it is a single file.
  const loader = await build({
    ...common,
    entryPoints: [path.join(root, 'harness/adapters/reference-loader.ts')],
  });
  const others = [
    reference,
    'analysis/steps/tracing-loader',
    'cli/actions/exec-launcher',
    'cli/actions/serve-launcher',
    'harness/adapters/reference-server',
    'harness/trees/empty-trash',
  ];
  const programs = await build({
    ...common,
    entryPoints: others.map((name) => path.join(root, `${name}.ts`)),
    chunkNames: 'reference/[name]-[hash]',
    splitting: true,
  });
  const drivers = await build({
    ...common,
    entryPoints: [path.join(root, 'harness/adapters/drivers/open-driver.mjs')],
    outExtension: { '.js': '.mjs' },
  });
  return [loader.metafile, programs.metafile, drivers.metafile];
}

function sourcesOf(root, modules) {
  return Object.fromEntries(
    Object.entries(modules).map(([name, module]) => [name, path.join(root, `${module}.ts`)]),
  );
}

/** Only a part of a bundle that calls it needs it, and it costs time in each part. */
function dropRequireLine(folder) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    if (!text.includes('__require=')) writeFileSync(file, text.replace(requireLine, ''));
  }
}

/** An import of `node:process` reads every property of it once, and some are costly; the global is the same object. */
function keepProcessPlain(builder) {
  builder.onResolve({ filter: /^(node:)?process$/ }, () => ({ path: 'process', namespace: 'global' }));
  builder.onLoad({ filter: /./, namespace: 'global' }, () => ({ contents: 'module.exports = process' }));
}

/**
 * What a program in the same process imports of Node is then imported for the first time, as its hooks see. Only `node:module` is
 * imported before.
 */
function keepCoreUnseen(builder) {
  const load = createRequire(import.meta.url);
  builder.onResolve({ filter: /^node:/ }, ({ path: name, kind }) =>
    kind === 'import-statement' && name !== 'node:module' ? { path: name, namespace: 'core' } : undefined,
  );
  builder.onLoad({ filter: /./, namespace: 'core' }, ({ path: name }) => {
    const names = Object.keys(load(name)).filter((key) => /^[A-Za-z]\w*$/.test(key) && key !== 'default');
    const lines = [
      "import { createRequire } from 'node:module';",
      `const core = (process.getBuiltinModule ?? createRequire(import.meta.url))(${JSON.stringify(name)});`,
      'const part = (key) => core[key];',
      'export default core;',
      ...names.map((key) => `export const ${key} = /* @__PURE__ */ part(${JSON.stringify(key)});`),
    ];
    return { contents: lines.join('\n'), resolveDir: path.dirname(name) };
  });
}
