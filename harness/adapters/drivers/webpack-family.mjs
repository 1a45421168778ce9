// webpack and Rspack, which share one interface. For a resolution, a file beside the referrer contains the require; every
// module is emptied, because only its path counts.

import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { extensions, rejection, requireIn } from './installed.mjs';
import { buildAndRun } from './run-bundle.mjs';

const emptied = fileURLToPath(new URL('empty-loader.cjs', import.meta.url));

export function open({ folder, package: name }) {
  const pack = requireIn(folder)(name);
  return {
    run: (entry, { root }) => buildAndRun((file) => build(pack, { entry, context: root }, file)),
    async resolve(specifier, referrer) {
      const entry = path.join(path.dirname(referrer), 'modspec-asks.js');
      writeFileSync(entry, `require(${JSON.stringify(specifier)});\n`);
      const rules = [{ test: (file) => file !== entry, loader: emptied, type: 'javascript/auto' }];
      const config = { entry, context: path.dirname(entry), module: { rules } };
      try {
        return readAnswer(await build(pack, config, path.join(tmpdir(), 'asked', 'bundle.js')), entry);
      } finally {
        rmSync(entry);
      }
    },
  };
}

/** Builds and returns the statistics, even after errors: the bundle then throws at the place of the error. */
function build(pack, config, file) {
  const compiler = pack({
    mode: 'none',
    target: 'node',
    cache: false,
    node: { __dirname: false, __filename: false },
    output: {
      path: path.dirname(file),
      filename: path.basename(file),
      strictModuleExceptionHandling: true,
    },
    // It adds the conditions of Node itself.
    resolve: { extensions, mainFields: ['main'] },
    ...config,
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => (error ? reject(error) : resolve(stats)));
    });
  });
}

function readAnswer(stats, entry) {
  const { modules, errors } = stats.toJson({ all: false, modules: true, errors: true, nestedModules: true });
  const found = modules.find(
    ({ nameForCondition: file, moduleType }) => moduleType !== 'runtime' && file !== entry,
  );
  if (!found) throw rejection(errors[0]?.message ?? 'it finds no module');
  const [, core] = /^external .*"(.*)"$/.exec(found.identifier) ?? [];
  return core ?? found.nameForCondition;
}
