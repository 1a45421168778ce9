// resolve.exports, which answers only what a package map says. The driver reads the package of the referrer, or one in the
// node_modules folder beside it, and declines all else.

import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { rejection, requireIn } from './installed.mjs';

export function open({ folder, decline }) {
  const {
    exports: askExports = askFormer,
    imports: askImports = () => {
      throw decline('it does not answer # names');
    },
    resolve: former,
  } = requireIn(folder)('resolve.exports');
  // Version 1 has one function, which gives one target.
  function askFormer(...all) {
    const target = former(...all);
    return target && [target];
  }
  const ask = (specifier, referrer, options) => {
    const { home, manifest, field, entry } = packageFor(specifier, referrer, decline);
    if (!isMap(manifest[field])) throw decline(`it answers only what "${field}" says`);
    const found = (field === 'imports' ? askImports : askExports)(manifest, entry, options);
    if (!found) throw rejection('it finds no target');
    const [target] = found;
    if (!target.startsWith('./')) throw decline('it does not look for a target outside the package');
    const file = path.join(home, target);
    if (!isFile(file)) throw decline('it does not look whether a target is a file');
    return realpathSync(file);
  };
  // It adds the conditions `node`, and `require` or `import`, itself.
  const conditionsOf = (context) => ['module-sync', 'node-addons', ...context.conditions];
  return {
    resolve: (specifier, referrer, context) =>
      ask(specifier, referrer, { require: true, conditions: conditionsOf(context) }),
    resolveImport: (specifier, referrer, context) =>
      ask(specifier, referrer, { conditions: conditionsOf(context) }),
  };
}

function packageFor(specifier, referrer, decline) {
  const own = nearest(path.dirname(referrer), decline);
  if (specifier.startsWith('#')) {
    if (own === undefined) throw decline('the referrer has no package');
    return { ...own, field: 'imports', entry: specifier };
  }
  const [, name] = /^((?:@[^/]+\/)?[^./@][^/]*)/.exec(specifier) ?? [];
  if (name === undefined) throw decline('it answers only the name of a package, or a # name');
  const entry = `.${specifier.slice(name.length)}`;
  if (own?.manifest.name === name && isMap(own.manifest.exports)) return { ...own, field: 'exports', entry };
  const home = path.join(path.dirname(referrer), 'node_modules', name);
  if (!existsSync(path.join(home, 'package.json'))) throw decline('it does not look for packages');
  return { home, manifest: read(home, decline), field: 'exports', entry };
}

function nearest(folder, decline) {
  if (path.basename(folder) === 'node_modules') return undefined;
  if (existsSync(path.join(folder, 'package.json'))) return { home: folder, manifest: read(folder, decline) };
  const above = path.dirname(folder);
  return above === folder ? undefined : nearest(above, decline);
}

function read(home, decline) {
  try {
    return Object(JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')));
  } catch {
    throw decline('it does not read package.json files');
  }
}

function isFile(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function isMap(value) {
  return value !== undefined && value !== null;
}
