// The operation PACKAGE_RESOLVE of spec/01-algorithm/2-package-algorithm.md: the package that a target of `imports` names.

import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ResolverContext } from './context.ts';
import { invalidPackageConfig } from './errors.ts';
import { invalidModuleSpecifier, packageNotFound } from './package-errors.ts';
import type { PackageJson } from './package-json.ts';
import { packageExportsResolve } from './package-maps.ts';
import { type PackageSpecifier, splitTarget } from './package-name.ts';
import { probeFile } from './probe.ts';
import { check, checkAbout, note, noteAbout } from './trace.ts';
import { deprecate } from './warnings.ts';

/** PACKAGE_RESOLVE: the URL of what X names for the package that imports it. */
export function packageResolve(context: ResolverContext, x: string, pkg: PackageJson): URL {
  const isCore =
    context.behaviours.coreNameAsTarget === 'names the core module' && context.core.names.includes(x);
  // PACKAGE_RESOLVE 1
  if (checkAbout(context, 'PACKAGE_RESOLVE 1', isCore, x)) return new URL(`node:${x}`);
  // PACKAGE_RESOLVE 2
  const split = splitTarget(x);
  if (checkAbout(context, 'PACKAGE_RESOLVE 2', !isValid(context, split), x) || !split) {
    throw invalidModuleSpecifier(x, 'is not a valid package name');
  }
  const { name, subpath } = split;
  // PACKAGE_RESOLVE 3
  const isSelf = pkg.name === name && (pkg.exports ?? undefined) !== undefined;
  if (checkAbout(context, 'PACKAGE_RESOLVE 3', isSelf, name))
    return packageExportsResolve(context, pkg, subpath).url;
  // PACKAGE_RESOLVE 4
  for (const folder of foldersFrom(pkg.folder)) {
    const found = join(folder, 'node_modules', name);
    if (!check(context, 'PACKAGE_RESOLVE 4', context.files.kindOf(found) === 'folder', found)) continue;
    // PACKAGE_RESOLVE 4.i
    const other = readStrictly(context, found);
    const hasExports = (other?.exports ?? undefined) !== undefined;
    if (check(context, 'PACKAGE_RESOLVE 4.i', hasExports, found) && other) {
      return packageExportsResolve(context, other, subpath).url;
    }
    // PACKAGE_RESOLVE 4.ii
    if (checkAbout(context, 'PACKAGE_RESOLVE 4.ii', subpath === '.', subpath))
      return mainOf(context, found, other, x);
    // PACKAGE_RESOLVE 4.iii
    note(context, 'PACKAGE_RESOLVE 4.iii', 'done', join(found, subpath));
    return new URL(subpath, pathToFileURL(join(found, 'package.json')));
  }
  // PACKAGE_RESOLVE 5
  noteAbout(context, 'PACKAGE_RESOLVE 5', 'thrown', x);
  throw packageNotFound(x);
}

function isValid({ behaviours }: ResolverContext, split: PackageSpecifier | undefined): boolean {
  if (split === undefined || /[%\\]/.test(split.name)) return false;
  return !split.name.startsWith('.') || behaviours.dottedTargets === 'are searched for';
}

/** A folder and those above it, nearest first. */
function foldersFrom(folder: string): string[] {
  const above = dirname(folder);
  return [folder, ...(above === folder ? [] : foldersFrom(above))];
}

/** On this way a package.json that can't be parsed has an error of its own, unless only a map in it is broken. */
function readStrictly(context: ResolverContext, folder: string): PackageJson | undefined {
  try {
    return context.packages.readWhole(folder);
  } catch (error) {
    const isWhole =
      context.behaviours.packageJsonParser === 'parses the whole text' && error instanceof SyntaxError;
    throw isWhole ? invalidPackageConfig(join(folder, 'package.json')) : error;
  }
}

/** The main of a package, found without `require.extensions` and without a look at links. */
function mainOf(context: ResolverContext, folder: string, pkg: PackageJson | undefined, x: string): URL {
  const index = ['index.js', 'index.json', 'index.node'];
  const main = typeof pkg?.main === 'string' ? pkg.main : undefined;
  const endings = ['', '.js', '.json', '.node', ...index.map((name) => `/${name}`)];
  const candidates = [...(main === undefined ? [] : endings.map((ending) => main + ending)), ...index];
  for (const candidate of candidates) {
    const path = placeOf(context, folder, candidate);
    if (path === undefined || probeFile(context, 'PACKAGE_RESOLVE', path) === undefined) continue;
    if (candidate !== main) warnIfEsModule(context, pkg, path);
    return pathToFileURL(path);
  }
  throw packageNotFound(x);
}

/** An ES module wants a main that names it whole. */
function warnIfEsModule(context: ResolverContext, pkg: PackageJson | undefined, path: string): void {
  if (pkg?.type !== 'module' || !path.endsWith('.js')) return;
  deprecate(context, 'DEP0151', `The "main" of ${pkg.folder} does not name ${path} in full.`);
}

/** Where a main leads: it is a relative URL, or in newer lines a path. */
function placeOf({ behaviours }: ResolverContext, folder: string, main: string): string | undefined {
  if (behaviours.mainBehindImports === 'is a path') return resolve(folder, main);
  try {
    return fileURLToPath(new URL(`./${main}`, pathToFileURL(join(folder, 'package.json'))));
  } catch (error) {
    if (behaviours.mainBehindImports === 'is a URL or ignored') return undefined;
    throw error;
  }
}
