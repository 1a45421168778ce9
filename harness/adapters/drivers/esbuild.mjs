// esbuild. It bundles programs; for a resolution, a plugin asks it, or sees what it loads.

import childProcess from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { extensions, rejection, requireIn } from './installed.mjs';
import { buildAndImport, buildAndRun } from './run-bundle.mjs';

const options = { bundle: true, platform: 'node', format: 'cjs', logLevel: 'silent' };

const likeNode = { mainFields: ['main'], resolveExtensions: extensions, loader: { '.node': 'file' } };

/** It adds the conditions `node` and `require` itself. Below 0.9 it has no others. */
const conditions = ['module-sync', 'node-addons'];

/** @param former the names of the packages that hold the binary of versions below 0.13 */
export async function open({ folder, former, variant }) {
  const require = requireIn(folder);
  useFormerBinary(folder, former);
  const esbuild = require('esbuild');
  const settings = await settingsOf(esbuild, variant);
  const buildFor = (context) => (more) =>
    esbuild.build({ ...settings, ...withConditions(settings, context), ...more });
  const ask = (await offersResolve(esbuild)) ? askPlugin : watchLoading;
  return {
    run: (entry, context) =>
      buildAndRun((outfile) =>
        buildFor(context)({ entryPoints: [entry], outfile, absWorkingDir: context.root }),
      ),
    importModule: (entry, context) =>
      buildAndImport((outfile) =>
        buildFor(context)({ format: 'esm', entryPoints: [entry], outfile, absWorkingDir: context.root }),
      ),
    resolve: (specifier, referrer, context) =>
      ask({ build: buildFor(context), specifier, referrer, root: context.root, kind: 'require-call' }),
    resolveImport: (specifier, referrer, context) =>
      ask({ build: buildFor(context), specifier, referrer, root: context.root, kind: 'import-statement' }),
  };
}

function withConditions(settings, { conditions: added }) {
  return added.length > 0 ? { conditions: [...(settings.conditions ?? []), ...added] } : {};
}

async function settingsOf(esbuild, variant) {
  if (variant === 'default') return options;
  if (variant === 'neutral') return { ...options, platform: 'neutral' };
  const more = (await accepts(esbuild, { conditions })) ? { conditions } : {};
  return { ...options, ...likeNode, ...more };
}

/** Below 0.13 an install script puts the binary in its place; modspec does not run install scripts. */
function useFormerBinary(folder, former) {
  const home = former.map((name) => path.join(folder, 'node_modules', name)).find(existsSync);
  if (home === undefined) return;
  const binary = path.join(home, process.platform === 'win32' ? 'esbuild.exe' : path.join('bin', 'esbuild'));
  const place = path.join(folder, 'node_modules', 'esbuild', 'bin', 'esbuild');
  const { spawn } = childProcess;
  childProcess.spawn = (command, words, ...more) =>
    [command, words[0]].includes(place)
      ? spawn(binary, words[0] === place ? words.slice(1) : words, ...more)
      : spawn(command, words, ...more);
}

const nothing = { stdin: { contents: '' }, write: false, logLevel: 'silent' };

async function accepts(esbuild, more) {
  try {
    await esbuild.build({ ...nothing, ...more });
    return true;
  } catch {
    return false;
  }
}

/** Plugins can resolve since 0.14.8. */
async function offersResolve(esbuild) {
  let offers = false;
  const setup = (build) => {
    offers = typeof build.resolve === 'function';
  };
  await esbuild.build({ ...nothing, plugins: [{ name: 'looks', setup }] });
  return offers;
}

async function askPlugin({ build, specifier, referrer, root, kind }) {
  let answer;
  const setup = (inside) =>
    inside.onStart(async () => {
      const where = { kind, importer: referrer, resolveDir: path.dirname(referrer) };
      answer = await inside.resolve(specifier, where);
    });
  await build({
    absWorkingDir: root,
    stdin: { contents: '' },
    outfile: 'bundle.js',
    write: false,
    plugins: [{ name: 'asks', setup }],
  });
  if (answer.errors.length > 0) throw rejection(answer.errors[0].text);
  return answer.path;
}

/** A program that asks for the specifier is bundled; what is loaded first is the answer. A core module is not loaded. */
async function watchLoading({ build, specifier, referrer, kind }) {
  const text = JSON.stringify(specifier);
  const loaded = [];
  const setup = (inside) =>
    inside.onLoad({ filter: /.*/ }, ({ path: file }) => {
      loaded.push(file);
      return { contents: '', loader: 'js' };
    });
  await build({
    stdin: {
      contents: kind === 'require-call' ? `require(${text})` : `import ${text}`,
      resolveDir: path.dirname(referrer),
      sourcefile: referrer,
    },
    outfile: 'bundle.js',
    write: false,
    plugins: [{ name: 'watches', setup }],
  });
  return loaded[0] ?? specifier;
}
