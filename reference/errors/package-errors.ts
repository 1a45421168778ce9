// The errors around packages: their `package.json`, their maps, and their names.

import { type LoaderError, nodeError, withCode } from './node-error.ts';
import { fill, type Telling } from './texts.ts';

/** What errors say of a package. */
interface Package {
  readonly folder: string;
}

/** A target of a map that is refused, and for what it was looked up. */
export interface RefusedLookup {
  readonly pkg: Package;
  /** The key of the map that has the target. */
  readonly key: string;
  /** What was in the place of the `*` of the key, or after a folder mapping; undefined for a key that is X itself. */
  readonly match: string | undefined;
  /** The map is that of `imports`. */
  readonly internal: boolean;
  /** What is looked up. */
  readonly request: string;
  /** The referrer, where errors name it. */
  readonly base: string | undefined;
}

/** What an error says of the referrer. */
export function importedFrom({ texts }: Telling, base: string | undefined): string {
  return base === undefined ? '' : fill(texts.importedFrom, { base });
}

/** The name of the map in which something is looked up. */
export function mapOf({ internal }: Pick<RefusedLookup, 'internal'>): string {
  return internal ? 'imports' : 'exports';
}

export function pathNotExported(
  teller: Telling,
  pkg: Package,
  subpath: string,
  base: string | undefined,
): LoaderError {
  const { mainNotExported, pathNotExported } = teller.texts;
  const values = { subpath, file: fileOf(teller, pkg), from: importedFrom(teller, base) };
  const message = fill(subpath === '.' ? mainNotExported : pathNotExported, values);
  return nodeError(teller, new Error(message), 'ERR_PACKAGE_PATH_NOT_EXPORTED');
}

/** `pkg` is undefined where the package is not said. */
export function importNotDefined(
  teller: Telling,
  specifier: string,
  pkg: Package | undefined,
  base: string,
): LoaderError {
  const { texts } = teller;
  const place = pkg === undefined ? '' : fill(texts.inPackage, { file: fileOf(teller, pkg) });
  const values = { specifier, place, from: importedFrom(teller, base) };
  const error = new TypeError(fill(texts.importNotDefined, values));
  return nodeError(teller, error, 'ERR_PACKAGE_IMPORT_NOT_DEFINED');
}

export function invalidTarget(teller: Telling, lookup: RefusedLookup, target: unknown): LoaderError {
  const { pkg, key, internal, base } = lookup;
  const { texts } = teller;
  const text = String(target);
  const isAdvised = !internal && text !== '' && !text.startsWith('./');
  const values = {
    map: mapOf(lookup),
    target: JSON.stringify(text),
    key,
    file: fileOf(teller, pkg),
    from: importedFrom(teller, base),
    advice: isAdvised ? texts.targetAdvice : '',
  };
  const message = fill(key === '.' ? texts.invalidMainTarget : texts.invalidTarget, values);
  return nodeError(teller, new Error(message), 'ERR_INVALID_PACKAGE_TARGET');
}

/** A specifier that is refused, for a reason that is one of the texts. */
export function invalidModuleSpecifier(
  teller: Telling,
  specifier: string,
  reason: string,
  base: string | undefined,
): LoaderError {
  const values = { specifier, reason, from: importedFrom(teller, base) };
  const error = new TypeError(fill(teller.texts.invalidSpecifier, values));
  return nodeError(teller, error, 'ERR_INVALID_MODULE_SPECIFIER');
}

/** What a key has matched is refused. */
export function invalidMatch(teller: Telling, lookup: RefusedLookup): LoaderError {
  const { pkg, key, match = '', request, base } = lookup;
  const { invalidMatch, unmatchedRequest } = teller.texts;
  const reason = fill(invalidMatch, { key, map: mapOf(lookup), file: fileOf(teller, pkg) });
  return invalidModuleSpecifier(teller, fill(unmatchedRequest, { key, match, request }), reason, base);
}

/** The parser refuses a `package.json`, of which it says where it is and nothing else. */
export function invalidPackageConfig(
  { texts, paths }: Telling,
  path: string,
  importer?: string,
): LoaderError {
  const importing = whileImporting(texts, importer);
  const file = paths.toNamespacedPath(path);
  const error = new Error(fill(texts.invalidConfigAlone, { file, importing }));
  return withCode(error, 'ERR_INVALID_PACKAGE_CONFIG');
}

/** A `package.json` that is refused for a reason. */
export function refusedPackageConfig(
  teller: Telling,
  file: string,
  reason: string,
  importer: string | undefined,
): LoaderError {
  const { texts } = teller;
  const importing = whileImporting(texts, importer);
  const error = new Error(fill(texts.invalidConfig, { file, importing, reason }));
  return nodeError(teller, error, 'ERR_INVALID_PACKAGE_CONFIG');
}

function whileImporting({ whileImporting }: Telling['texts'], importer: string | undefined): string {
  return importer === undefined ? '' : fill(whileImporting, { importer });
}

/** `package.json` is there and can't be read. */
export function unreadablePackageJson({ texts }: Telling, file: string, reason: string): LoaderError {
  return withCode(new Error(fill(texts.unreadableConfig, { file, reason })), 'ERR_INVALID_PACKAGE_CONFIG');
}

/** A map of a package whose keys are refused. */
export function invalidMap(
  teller: Telling,
  pkg: Package,
  reason: string,
  base: string | undefined,
): LoaderError {
  return refusedPackageConfig(teller, fileOf(teller, pkg), reason, base && teller.paths.toUrl(base).href);
}

/** A target of a map names a file that does not exist. */
export function targetNotFound(
  teller: Telling,
  target: string,
  pkg: Package,
  namesFolder: boolean,
): LoaderError {
  const error = targetPackageNotFound(teller, target);
  error.path = namesFolder ? pkg.folder : fileOf(teller, pkg);
  return error;
}

/** No package for `import` or a target of `imports`. */
export function packageNotFound(teller: Telling, path: string, base: string): LoaderError {
  const message = fill(teller.texts.notFoundByImport, { kind: 'package', path, base });
  return nodeError(teller, new Error(message), 'ERR_MODULE_NOT_FOUND');
}

/** What `require` says of no package for a target of `imports`, and of no file for a target. */
export function targetPackageNotFound({ texts }: Telling, specifier: string): LoaderError {
  return withCode(new Error(fill(texts.moduleNotFound, { specifier, stack: '' })), 'MODULE_NOT_FOUND');
}

/** A condition left an import without a target, in lines that did not think of it. */
export function importWithoutTarget(
  teller: Telling,
  way: 'require' | 'import',
  kind: 'TypeError' | 'ERR_INVALID_ARG_TYPE',
): LoaderError {
  const { importWithoutTarget, lackOfUrl } = teller.texts;
  const error: LoaderError = new TypeError(way === 'import' ? lackOfUrl : importWithoutTarget);
  return kind === 'TypeError' ? error : nodeError(teller, error, kind);
}

/** The `exports` of a package that requires itself are null, in lines that did not think of it. */
export function nullExports({ texts }: Telling): LoaderError {
  return new TypeError(texts.nullExports);
}

/** The path of the `package.json` of a package. */
export function fileOf({ paths }: Pick<Telling, 'paths'>, pkg: Package): string {
  return paths.join(pkg.folder, 'package.json');
}
