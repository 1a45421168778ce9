// esbuild. It bundles programs; for a resolution, a plugin asks it.

import path from 'node:path';
import { extensions, rejection, requireIn } from './installed.mjs';
import { buildAndRun } from './run-bundle.mjs';

const options = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'silent',
  // It adds the conditions `node` and `require` itself.
  conditions: ['module-sync', 'node-addons'],
  mainFields: ['main'],
  resolveExtensions: extensions,
  loader: { '.node': 'file' },
};

export function open({ folder }) {
  const esbuild = requireIn(folder)('esbuild');
  return {
    run: (entry, { root }) =>
      buildAndRun((outfile) =>
        esbuild.build({ ...options, entryPoints: [entry], outfile, absWorkingDir: root }),
      ),
    async resolve(specifier, referrer, { root }) {
      const { path: found, errors } = await askPlugin(esbuild, specifier, referrer, root);
      if (errors.length > 0) throw rejection(errors[0].text);
      return found;
    },
  };
}

async function askPlugin(esbuild, specifier, referrer, root) {
  let answer;
  const setup = (build) =>
    build.onStart(async () => {
      const where = { kind: 'require-call', importer: referrer, resolveDir: path.dirname(referrer) };
      answer = await build.resolve(specifier, where);
    });
  await esbuild.build({
    ...options,
    absWorkingDir: root,
    stdin: { contents: '' },
    outfile: 'bundle.js',
    write: false,
    plugins: [{ name: 'asks', setup }],
  });
  return answer;
}
