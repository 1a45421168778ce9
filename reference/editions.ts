// The one place where editions differ: a table of named behaviours, each line as a change of the line before it.

import type { Behaviours } from './behaviours.ts';

/** What has no meaning yet in the first lines is already as in the first line that asks for it. */
const node010: Behaviours = {
  folderMain: 'is tried after extensions',
  lastDotSegment: 'names a file or a folder',
  moduleWithoutFile: 'searches node_modules, then the current folder',
  singleDot: 'is a bare specifier',
  twoLeadingDots: 'begin a path specifier',
  missingStartFolder: 'is searched',
  nodeScheme: 'has no meaning',
  schemeOnlyModules: 'are not listed',
  nulAfterFile: 'finds nothing',
  unknownSchemedName: 'resolves to itself',
  pathsOfSchemedName: 'are listed',
  linkVariables: [],
  emptyNodePathEntry: 'is the current folder',
  brokenMain: 'finds nothing',
  nonStringMain: 'throws TypeError',
  packageJsonByteOrderMark: 'throws SyntaxError',
  packageJsonParsedFor: [],
  packageJsonParser: 'parses the whole text',
  missingPackageJson: 'is looked for again',
  unreadablePackageJson: 'is ignored',
  packageMaps: 'are ignored',
  conditions: ['require', 'node'],
  patternTrailers: 'are not matched',
  folderMappings: 'are matched',
  patternKeyAsWritten: 'is matched',
  refusedSegments: 'are compared as written',
  dollarInMatch: 'is a replacement pattern',
  importsScope: 'ends at names that end in node_modules',
  nullExportsOfSelf: 'throws TypeError',
  hashSlashImports: 'are refused',
  trailingSlashImports: 'are looked up',
  importWithoutTarget: 'throws TypeError',
  coreNameAsTarget: 'names a package',
  dottedTargets: 'are searched for',
  missingTargetNamesFolder: [],
  mainBehindImports: 'is a URL or ignored',
  esModules: 'are not recognized',
  refusedJavaScriptFile: 'is not read',
  fileWithoutExtension: 'ignores the package type',
  typeScriptFiles: 'are loaded as they are',
  deprecations: [],
  moduleHelpers: [],
  notStringSpecifier: 'throws AssertionError',
  requireStack: 'is not in the error',
  modulePath: 'does not exist',
  moduleParent: 'is an own property',
  cachedModule: 'does not become a child',
  failedModule: 'stays a child',
  partialExports: 'do not warn',
  cacheEntryOfCoreName: 'replaces the core module',
  nullCacheEntry: 'is ignored',
  loadedSpecifier: 'is resolved again',
  registerExtension: 'throws',
  requireCache: 'inherits from Object.prototype',
  resolvePaths: 'do not exist',
  dotsWithPaths: 'start at the current folder',
  invalidPathsOption: 'is ignored',
  protoInJson: 'sets the prototype',
  addonError: 'has no code',
  wrapper: 'is text',
  shebangAfterByteOrderMark: 'is skipped',
  handlerExtension: 'is the last',
  exitCode: 'comes from process.exit alone',
};

const node012: Behaviours = {
  ...node010,
  protoInJson: 'is a key',
  exitCode: 'comes from the host',
};

const node4: Behaviours = {
  ...node012,
  nulAfterFile: 'throws ENOENT',
  folderMain: 'is tried before extensions',
  singleDot: 'is a path specifier, then a bare one',
  missingStartFolder: 'is skipped',
  emptyNodePathEntry: 'is ignored',
  packageJsonByteOrderMark: 'is skipped',
};

const node6: Behaviours = {
  ...node4,
  moduleHelpers: ['builtinModules'],
  moduleWithoutFile: 'searches the current folder, then node_modules',
  registerExtension: 'does not exist',
};

const node8: Behaviours = {
  ...node6,
  linkVariables: ['NODE_PRESERVE_SYMLINKS'],
  notStringSpecifier: 'throws ERR_ASSERTION',
  cachedModule: 'becomes a child',
  requireCache: 'has no prototype',
  resolvePaths: 'are searched themselves',
};

const node10: Behaviours = {
  ...node8,
  nulAfterFile: 'throws ERR_INVALID_ARG_VALUE',
  linkVariables: ['NODE_PRESERVE_SYMLINKS', 'NODE_PRESERVE_SYMLINKS_MAIN'],
  moduleHelpers: ['builtinModules', 'createRequireFromPath'],
  folderMain: 'is tried after extensions',
  lastDotSegment: 'names a folder',
  nonStringMain: 'throws ERR_INVALID_ARG_TYPE',
  packageJsonParsedFor: ['main'],
  notStringSpecifier: 'throws ERR_INVALID_ARG_TYPE',
  wrapper: 'is a function',
  handlerExtension: 'is the longest registered',
};

const node12: Behaviours = {
  ...node10,
  moduleHelpers: ['builtinModules', 'createRequire', 'createRequireFromPath'],
  moduleWithoutFile: 'starts at the current folder',
  singleDot: 'is a path specifier',
  brokenMain: 'throws MODULE_NOT_FOUND',
  packageJsonParsedFor: ['main', 'name', 'exports', 'imports', 'type'],
  missingPackageJson: 'is remembered',
  packageMaps: 'are used',
  esModules: 'are refused',
  requireStack: 'is in the error',
  modulePath: 'is the folder of the file',
  failedModule: 'is removed from the children',
  nullCacheEntry: 'throws TypeError',
  loadedSpecifier: 'is remembered',
  resolvePaths: 'are starting points',
  invalidPathsOption: 'throws ERR_INVALID_OPT_VALUE',
  shebangAfterByteOrderMark: 'throws SyntaxError',
};

const node14: Behaviours = {
  ...node12,
  mainBehindImports: 'is a URL',
  deprecations: ['DEP0130'],
  nodeScheme: 'names a core module',
  conditions: ['require', 'node', 'node-addons'],
  patternTrailers: 'are matched',
  patternKeyAsWritten: 'is not matched',
  importWithoutTarget: 'throws ERR_INVALID_ARG_TYPE',
  partialExports: 'warn of missing properties',
  addonError: 'has the code ERR_DLOPEN_FAILED',
};

const node16: Behaviours = {
  ...node14,
  deprecations: ['DEP0128', 'DEP0148', 'DEP0151'],
  moduleHelpers: ['builtinModules', 'createRequire', 'isBuiltin'],
  unknownSchemedName: 'is not found',
  pathsOfSchemedName: 'are null',
  refusedSegments: 'are compared decoded',
  dollarInMatch: 'is text',
  importWithoutTarget: 'throws ERR_INVALID_ARG_TYPE for patterns',
  coreNameAsTarget: 'names the core module',
  dottedTargets: 'are refused',
  moduleParent: 'is inherited',
  invalidPathsOption: 'throws ERR_INVALID_ARG_VALUE',
  refusedJavaScriptFile: 'is read first',
};

const node18: Behaviours = {
  ...node16,
  deprecations: ['DEP0128', 'DEP0151', 'DEP0155'],
  folderMappings: 'are not matched',
  nullExportsOfSelf: 'is ignored',
  trailingSlashImports: 'are refused',
  importWithoutTarget: 'throws ERR_PACKAGE_IMPORT_NOT_DEFINED',
  missingStartFolder: 'is skipped unless the specifier leaves it',
  nonStringMain: 'is ignored',
  packageJsonParsedFor: [],
};

const node20: Behaviours = {
  ...node18,
  deprecations: ['DEP0128', 'DEP0151', 'DEP0155', 'DEP0166'],
  dotsWithPaths: 'start at each path',
  conditions: ['require', 'node', 'node-addons', 'module-sync'],
  esModules: 'are loaded',
};

const node22: Behaviours = {
  ...node20,
  packageJsonParser: 'parses only the fields it needs',
  missingPackageJson: 'is looked for again',
  missingTargetNamesFolder: ['name'],
  importsScope: 'ends at node_modules',
  mainBehindImports: 'is a path',
  typeScriptFiles: 'are stripped of types',
};

const node24: Behaviours = {
  ...node22,
  missingPackageJson: 'is remembered',
  schemeOnlyModules: 'are listed',
  hashSlashImports: 'are looked up',
};

const node26: Behaviours = {
  ...node24,
  fileWithoutExtension: 'follows the package type',
  unreadablePackageJson: 'throws ERR_INVALID_PACKAGE_CONFIG',
  missingTargetNamesFolder: ['name', 'self'],
};

/** The text, and Node 4 wherever the text is silent. */
const locked: Behaviours = {
  ...node4,
  folderMain: 'is tried after extensions',
  lastDotSegment: 'names a folder',
  singleDot: 'is a path specifier',
  twoLeadingDots: 'begin a bare specifier',
  cacheEntryOfCoreName: 'is ignored',
  cachedModule: 'becomes a child',
};

const behaviours: Readonly<Record<string, Behaviours>> = {
  locked,
  'node-0.10': node010,
  'node-0.12': node012,
  'node-4': node4,
  'node-6': node6,
  'node-8': node8,
  'node-10': node10,
  'node-12': node12,
  'node-14': node14,
  'node-16': node16,
  'node-18': node18,
  'node-20': node20,
  'node-22': node22,
  'node-24': node24,
  'node-26': node26,
  // Any line would do: nothing is expected here but what they do alike.
  'node-all': node26,
};

/** The ids of the editions that the reference knows; lines in release order. */
export const referenceEditions: readonly string[] = Object.keys(behaviours);

/**
 * What an edition decides.
 * @throws {RangeError} when there is no such edition; the message names those there are.
 */
export function behavioursOf(edition: string): Behaviours {
  const found = Object.hasOwn(behaviours, edition) ? behaviours[edition] : undefined;
  if (found === undefined) {
    throw new RangeError(`there is no edition '${edition}'; known are ${referenceEditions.join(', ')}`);
  }
  return found;
}
