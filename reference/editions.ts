// The one place where editions differ: a table of named behaviours, each line as a change of the line before it.

import type { Behaviours } from './behaviours.ts';

/** What has no meaning yet in the first lines is already as in the first line that asks for it. */
const node010: Behaviours = {
  fileBeforeFolderMain: true,
  lastDotNames: 'fileOrFolder',
  pathsWithoutFile: 'modulesBeforeCwd',
  dotIs: 'name',
  twoDotsBegin: 'path',
  missingBaseFolder: 'ignored',
  nodeScheme: false,
  schemeOnlyListed: false,
  nulAfterFile: 'namesNothing',
  unknownSchemed: 'itself',
  pathsOfSchemed: 'listed',
  linkVariables: [],
  emptyNodePathEntry: 'cwd',
  brokenMain: 'climb',
  nonStringMain: 'throwTypeError',
  packageJsonByteOrderMark: 'SyntaxError',
  packageJsonParsedFor: 'anything',
  packageJsonParser: 'JSON.parse',
  absentPackageJsonRemembered: false,
  unreadablePackageJson: 'ignored',
  packageMaps: false,
  conditions: ['require', 'node'],
  patternTrailers: false,
  folderMappings: true,
  literalPatternKeys: true,
  refusedSegments: 'asWritten',
  dollarInMatch: 'replaced',
  importsScopeEnd: 'suffix',
  nullExportsOfSelf: 'TypeError',
  importsFromHashSlash: 'refused',
  importsToSlash: 'lookedUp',
  importWithoutTarget: 'TypeError',
  coreModuleTargets: 'package',
  dottedTargets: 'searched',
  missingTargetNamesFolder: [],
  mainBehindImports: 'urlOrNothing',
  esModules: 'unknown',
  readBeforeRefused: false,
  typeCoversNoExtension: false,
  typeStripping: false,
  deprecations: [],
  moduleHelpers: [],
  notStringSpecifier: 'AssertionError',
  requireStack: false,
  moduleHasPath: false,
  parentProperty: 'own',
  cachedChildrenRecorded: false,
  failedChildrenRemoved: false,
  partialExportsWarn: false,
  coreBeforeCache: false,
  nullCacheEntry: 'ignored',
  requestsRemembered: false,
  registerExtension: true,
  cachePrototype: 'Object.prototype',
  resolvePaths: 'absent',
  dotsWithPaths: 'cwd',
  invalidPathsOption: 'ignored',
  jsonProto: 'prototype',
  addonErrorCode: 'none',
  wrapper: 'text',
  shebangAfterByteOrderMark: 'accepted',
  extensionPart: 'last',
  exitCodes: 'first',
};

const node012: Behaviours = { ...node010, jsonProto: 'key', exitCodes: 'later' };

const node4: Behaviours = {
  ...node012,
  nulAfterFile: 'ENOENT',
  fileBeforeFolderMain: false,
  dotIs: 'pathThenName',
  missingBaseFolder: 'findsNothing',
  emptyNodePathEntry: 'ignored',
  packageJsonByteOrderMark: 'accepted',
};

const node6: Behaviours = {
  ...node4,
  moduleHelpers: ['builtinModules'],
  pathsWithoutFile: 'cwdBeforeModules',
  registerExtension: false,
};

const node8: Behaviours = {
  ...node6,
  linkVariables: ['NODE_PRESERVE_SYMLINKS'],
  notStringSpecifier: 'ERR_ASSERTION',
  cachedChildrenRecorded: true,
  cachePrototype: 'null',
  resolvePaths: 'searched',
};

const node10: Behaviours = {
  ...node8,
  nulAfterFile: 'ERR_INVALID_ARG_VALUE',
  linkVariables: ['NODE_PRESERVE_SYMLINKS', 'NODE_PRESERVE_SYMLINKS_MAIN'],
  moduleHelpers: ['builtinModules', 'createRequireFromPath'],
  fileBeforeFolderMain: true,
  lastDotNames: 'folder',
  nonStringMain: 'throwInvalidArgument',
  packageJsonParsedFor: ['main'],
  notStringSpecifier: 'ERR_INVALID_ARG_TYPE',
  wrapper: 'function',
  extensionPart: 'longest',
};

const node12: Behaviours = {
  ...node10,
  moduleHelpers: ['builtinModules', 'createRequire', 'createRequireFromPath'],
  pathsWithoutFile: 'cwd',
  dotIs: 'path',
  brokenMain: 'throw',
  packageJsonParsedFor: ['main', 'name', 'exports', 'imports', 'type'],
  absentPackageJsonRemembered: true,
  packageMaps: true,
  esModules: 'refused',
  requireStack: true,
  moduleHasPath: true,
  failedChildrenRemoved: true,
  nullCacheEntry: 'TypeError',
  requestsRemembered: true,
  resolvePaths: 'referrer',
  invalidPathsOption: 'ERR_INVALID_OPT_VALUE',
  shebangAfterByteOrderMark: 'SyntaxError',
};

const node14: Behaviours = {
  ...node12,
  mainBehindImports: 'url',
  deprecations: ['DEP0130'],
  nodeScheme: true,
  conditions: ['require', 'node', 'node-addons'],
  patternTrailers: true,
  literalPatternKeys: false,
  importWithoutTarget: 'ERR_INVALID_ARG_TYPE',
  partialExportsWarn: true,
  addonErrorCode: 'ERR_DLOPEN_FAILED',
};

const node16: Behaviours = {
  ...node14,
  deprecations: ['DEP0128', 'DEP0148', 'DEP0151'],
  moduleHelpers: ['builtinModules', 'createRequire', 'isBuiltin'],
  unknownSchemed: 'nothing',
  pathsOfSchemed: 'null',
  refusedSegments: 'decoded',
  dollarInMatch: 'text',
  importWithoutTarget: 'ERR_INVALID_ARG_TYPE of patterns',
  coreModuleTargets: 'core',
  dottedTargets: 'refused',
  parentProperty: 'inherited',
  invalidPathsOption: 'ERR_INVALID_ARG_VALUE',
  readBeforeRefused: true,
};

const node18: Behaviours = {
  ...node16,
  deprecations: ['DEP0128', 'DEP0151', 'DEP0155'],
  folderMappings: false,
  nullExportsOfSelf: 'none',
  importsToSlash: 'refused',
  importWithoutTarget: 'notDefined',
  missingBaseFolder: 'findsNothingInside',
  nonStringMain: 'ignored',
  packageJsonParsedFor: 'anything',
};

const node20: Behaviours = {
  ...node18,
  deprecations: ['DEP0128', 'DEP0151', 'DEP0155', 'DEP0166'],
  dotsWithPaths: 'paths',
  conditions: ['require', 'node', 'node-addons', 'module-sync'],
  esModules: 'loaded',
};

const node22: Behaviours = {
  ...node20,
  packageJsonParser: 'lazy',
  absentPackageJsonRemembered: false,
  missingTargetNamesFolder: ['name'],
  importsScopeEnd: 'name',
  mainBehindImports: 'path',
  typeStripping: true,
};

const node24: Behaviours = {
  ...node22,
  absentPackageJsonRemembered: true,
  schemeOnlyListed: true,
  importsFromHashSlash: 'lookedUp',
};

const node26: Behaviours = {
  ...node24,
  typeCoversNoExtension: true,
  unreadablePackageJson: 'ERR_INVALID_PACKAGE_CONFIG',
  missingTargetNamesFolder: ['name', 'self'],
};

/** The text, and Node 4 wherever the text is silent. */
const locked: Behaviours = {
  ...node4,
  fileBeforeFolderMain: true,
  lastDotNames: 'folder',
  dotIs: 'path',
  twoDotsBegin: 'name',
  coreBeforeCache: true,
  cachedChildrenRecorded: true,
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
