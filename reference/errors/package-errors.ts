// The errors around packages: their maps, their names, and the ES modules in them.

import { join } from 'node:path';
import { type LoaderError, withCode } from './errors.ts';

/** What errors say of a package. */
interface Package {
  readonly folder: string;
}

export function pathNotExported(pkg: Package, subpath: string): LoaderError {
  const what = subpath === '.' ? 'No "exports" main defined' : `Package subpath '${subpath}' is not defined`;
  return withCode(new Error(`${what} in ${fileOf(pkg)}`), 'ERR_PACKAGE_PATH_NOT_EXPORTED');
}

export function importNotDefined(specifier: string, pkg: Package | undefined): LoaderError {
  const place = pkg === undefined ? '' : ` in ${fileOf(pkg)}`;
  const error = new TypeError(`Package import specifier "${specifier}" is not defined${place}`);
  return withCode(error, 'ERR_PACKAGE_IMPORT_NOT_DEFINED');
}

export function invalidTarget(pkg: Package, key: string, target: unknown): LoaderError {
  const message = `Invalid target ${JSON.stringify(target)} for "${key}" in ${fileOf(pkg)}`;
  return withCode(new Error(message), 'ERR_INVALID_PACKAGE_TARGET');
}

export function invalidModuleSpecifier(specifier: string, reason: string): LoaderError {
  const error = new TypeError(`Invalid module "${specifier}" ${reason}`);
  return withCode(error, 'ERR_INVALID_MODULE_SPECIFIER');
}

export function invalidMap(pkg: Package, reason: string): LoaderError {
  return withCode(
    new Error(`Invalid package config ${fileOf(pkg)}. ${reason}`),
    'ERR_INVALID_PACKAGE_CONFIG',
  );
}

/** A target of a map names a file that does not exist. */
export function targetNotFound(target: string, pkg: Package, namesFolder: boolean): LoaderError {
  const error = withCode(new Error(`Cannot find module '${target}'`), 'MODULE_NOT_FOUND');
  error.path = namesFolder ? pkg.folder : fileOf(pkg);
  return error;
}

/** No package for a target of `imports`. */
export function packageNotFound(specifier: string): LoaderError {
  return withCode(new Error(`Cannot find module '${specifier}'`), 'MODULE_NOT_FOUND');
}

/** A condition left an import without a target, in lines that did not think of it. */
export function importWithoutTarget(kind: 'TypeError' | 'ERR_INVALID_ARG_TYPE'): LoaderError {
  const error: LoaderError = new TypeError('The import has no target');
  return kind === 'TypeError' ? error : withCode(error, kind);
}

export function requireEsm(filename: string): LoaderError {
  return withCode(new Error(`require() of ES Module ${filename} not supported.`), 'ERR_REQUIRE_ESM');
}

export function requireCycle(filename: string): LoaderError {
  const message = `Cannot require() ES Module ${filename} in a cycle.`;
  return withCode(new Error(message), 'ERR_REQUIRE_CYCLE_MODULE');
}

export function strippingInNodeModules(filename: string): LoaderError {
  const message = `Stripping types is currently unsupported for files under node_modules, for "${filename}"`;
  return withCode(new Error(message), 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING');
}

function fileOf(pkg: Package): string {
  return join(pkg.folder, 'package.json');
}
