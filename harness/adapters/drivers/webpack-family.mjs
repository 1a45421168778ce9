// webpack and Rspack, which share one interface. For a resolution, a file beside the referrer asks for the specifier; every
// module is emptied, because only its path counts.

import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { replaceMd4 } from './hash-for-md4.mjs';
import { extensions, rejection, requireIn } from './installed.mjs';
import { buildAndImport, buildAndRun } from './run-bundle.mjs';

const emptied = fileURLToPath(new URL('empty-loader.cjs', import.meta.url));

export function open({ folder, package: name, variant }) {
  const require = requireIn(folder);
  if (name === 'webpack') replaceMd4();
  const settings = variant === 'default' ? {} : likeNode;
  const packFor = ({ conditions }) => {
    const added = conditions.length > 0 ? { conditionNames: [...conditions, '...'] } : {};
    return (config) =>
      require(name)({
        ...settings,
        resolve: { ...settings.resolve, ...added },
        ...config,
        output: { ...settings.output, ...config.output },
      });
  };
  return {
    run: (entry, context) =>
      buildAndRun((file) => build(packFor(context), { entry, context: context.root }, file)),
    importModule: (entry, context) =>
      buildAndImport((file) => build(packFor(context), { entry, context: context.root, ...asModule }, file)),
    resolve: (specifier, referrer, context) =>
      resolveBy(
        packFor(context),
        context.root,
        path.join(path.dirname(referrer), 'modspec-asks.js'),
        `require(${JSON.stringify(specifier)});\n`,
      ),
    resolveImport: (specifier, referrer, context) =>
      resolveBy(
        packFor(context),
        context.root,
        path.join(path.dirname(referrer), 'modspec-asks.mjs'),
        `import ${JSON.stringify(specifier)};\n`,
      ),
  };
}

const likeNode = {
  node: { __dirname: false, __filename: false },
  output: { strictModuleExceptionHandling: true },
  // It adds the conditions of Node itself.
  resolve: { extensions, mainFields: ['main'] },
};

async function resolveBy(pack, context, entry, text) {
  writeFileSync(entry, text);
  const rules = [{ test: (file) => file !== entry, loader: emptied, type: 'javascript/auto' }];
  try {
    const config = { entry, context, module: { rules } };
    return readAnswer(await build(pack, config, path.join(tmpdir(), 'asked', 'bundle.js')), entry);
  } finally {
    rmSync(entry);
  }
}

/** The bundle is an ES module itself. */
const asModule = {
  experiments: { outputModule: true },
  output: { module: true, chunkFormat: 'module', library: { type: 'module' } },
};

/** Builds and returns the statistics, even after errors: the bundle then throws at the place of the error. */
function build(pack, { output, ...config }, file) {
  const compiler = pack({
    mode: 'none',
    target: 'node',
    cache: false,
    output: { path: path.dirname(file), filename: path.basename(file), ...output },
    ...config,
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const settle = () => (error ? reject(error) : resolve(stats));
      if (compiler.close) compiler.close(settle);
      else settle();
    });
  });
}

function readAnswer(stats, entry) {
  const { modules, errors } = stats.toJson({ all: false, modules: true, errors: true, nestedModules: true });
  const found = modules.find((module) => module.moduleType !== 'runtime' && fileOf(module) !== entry);
  if (!found) throw rejection(errors[0]?.message ?? errors[0] ?? 'it finds no module');
  const [, core] = /^external .*"(.*)"$/.exec(found.identifier) ?? [];
  const file = core ?? fileOf(found);
  // Nothing reads URLs of an unknown scheme, which is an error of the build.
  if (!core && !path.isAbsolute(file) && errors.length > 0) throw rejection(errors[0].message);
  return file;
}

/** webpack 4 has no `nameForCondition`; its identifier ends in the path, after the loaders. */
function fileOf({ nameForCondition, identifier }) {
  return typeof nameForCondition === 'string' ? pathIn(nameForCondition) : identifier.split('!').at(-1);
}

/** A hash in the path has a character before it that no other has: NUL in webpack, U+200B in Rspack. Any other begins a fragment. */
function pathIn(name) {
  const [file] = /^(?:[\0\u200b][?#]|[^?#])*/.exec(name);
  return file.replaceAll(/[\0\u200b]([?#])/g, '$1');
}
