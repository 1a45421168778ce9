// What errors and warnings say: every text, as the flags of behaviours.ts since the first line that says it. A name in
// braces is what an error says of its occasion. Texts that come from V8, such as those of JSON.parse, are those of the Node
// that runs the reference, but for the few here that do not depend on what a program does.

import { readColumns, type Values } from '../behaviours/flags.ts';
import type { NodeFlags } from '../behaviours/node-flags.ts';
import { columnsOf } from '../editions/editions.ts';
import type { PathRules } from '../paths/path-rules.ts';

const internalAssertion =
  'This is caused by either a bug in Node.js or incorrect usage of Node.js internals.\n' +
  'Please open an issue with this stack trace at https://github.com/nodejs/node/issues\n';

const table = {
  // What errors have beside a message.
  nodeErrorName: { 'node-0.10': '{name} [{code}]', 'node-12': '{name}' },
  assertionName: { 'node-0.10': 'AssertionError', 'node-8': 'AssertionError [{code}]' },
  assertionProperties: {
    'node-0.10': ['name', 'actual', 'expected', 'operator', 'message'],
    'node-0.12': ['name', 'actual', 'expected', 'operator', 'message', 'generatedMessage'],
    'node-8': ['generatedMessage', 'name', 'actual', 'expected', 'operator'],
  },

  // Modules and files.
  moduleNotFound: { 'node-0.10': "Cannot find module '{specifier}'{stack}" },
  notFoundByImport: { 'node-0.10': "Cannot find {kind} '{path}' imported from {base}" },
  missingMain: { 'node-0.10': 'is a folder', 'node-20': 'is a URL', 'node-22': 'is a path' },
  requireStack: { 'node-0.10': '\nRequire stack:\n- {files}' },
  brokenMain: {
    'node-0.10':
      'Cannot find module \'{main}\'. Please verify that the package.json has a valid "main" entry',
  },
  unknownBuiltin: { 'node-0.10': 'No such built-in module: {specifier}' },

  // Arguments.
  emptyPath: { 'node-0.10': 'missing path' },
  falsyPath: { 'node-0.10': 'path must be a string', 'node-0.12': 'missing path' },
  pathNotString: { 'node-0.10': 'path must be a string' },
  invalidType: { 'node-0.10': 'The "{name}" argument must be of type string. Received {value}' },
  invalidValue: { 'node-0.10': "The argument '{name}' {wanted}. Received {value}" },
  emptyString: { 'node-0.10': 'must be a non-empty string' },
  invalidFilename: {
    'node-0.10': 'must be a file URL object, file URL string, or absolute path string',
  },
  invalidPaths: {
    'node-0.10': 'The value "{text}" is invalid for option "options.paths"',
    'node-16': "The property 'options.paths' is invalid. Received {value}",
  },
  notFolders: { 'node-0.10': 'The "paths" argument must be array of strings. Received {value}' },
  nulInPath: {
    'node-0.10': 'Path must be a string without null bytes.',
    'node-6': 'Path must be a string without null bytes',
    'node-10': "The argument 'path' must be a string or Uint8Array without null bytes. Received {value}",
    'node-20':
      "The argument 'path' must be a string, Uint8Array, or URL without null bytes. Received {value}",
  },
  nulInValue: { 'node-0.10': '\\u0000', 'node-14': '\\x00' },
  anonymousFunction: { 'node-0.10': '[Function]', 'node-14': '[Function (anonymous)]' },
  receivedValue: { 'node-0.10': 'type {type}', 'node-12': '' },
  receivedFunction: { 'node-0.10': 'type function ({value})', 'node-20': 'function ' },
  failedAssertion: { 'node-0.10': '{actual} == true' },
  internalAssertion: { 'node-0.10': internalAssertion },

  // Hooks.
  invalidHook: {
    'node-0.10': 'The "hooks.{name}" property must be of type function. Received {value}',
  },
  invalidHookResult: {
    'node-0.10': 'Expected {wanted} to be returned for the "{name}" from the "{hook}" hook but got {value}.',
  },
  invalidConditions: {
    'node-0.10': "The property 'context.conditions' expected an array. Received {value}",
  },
  unknownFormat: { 'node-0.10': 'Unknown module format: {format} for URL {url}' },

  // The `package.json`.
  unparsablePackageJson: { 'node-0.10': 'Error parsing {file}: {reason}' },
  nullPackageJson: {
    'node-0.10': "Error parsing {file}: Cannot read property 'main' of null",
    'node-12': "Cannot destructure property 'imports' of 'packageJSON' as it is null.",
    'node-16': 'Cannot convert undefined or null to object',
  },
  pathArgument: { 'node-0.10': 'path', 'node-18': 'paths[0]' },
  notAPath: {
    'node-0.10': 'Arguments to path.resolve must be strings',
    'node-4': 'Path must be a string. Received {value}',
  },
  invalidConfig: { 'node-0.10': 'Invalid package config {file}{importing}. {reason}' },
  invalidConfigAlone: { 'node-0.10': 'Invalid package config {file}{importing}.' },
  whileImporting: { 'node-0.10': ' while importing {importer}' },
  scopeImporter: { 'node-0.10': '{base}', 'node-22': '' },
  packageFrom: { 'node-0.10': '"{specifier}" from {base}' },
  unreadableConfig: { 'node-0.10': 'Cannot read package config {file}: {reason}.' },

  // `exports` and `imports`.
  importedFrom: { 'node-0.10': ' imported from {base}' },
  mainNotExported: { 'node-0.10': 'No "exports" main defined in {file}{from}' },
  pathNotExported: {
    'node-0.10': 'Package subpath \'{subpath}\' is not defined by "exports" in {file}{from}',
  },
  importNotDefined: { 'node-0.10': 'Package import specifier "{specifier}" is not defined{place}{from}' },
  inPackage: { 'node-0.10': ' in package {file}' },
  mixedKeys: {
    'node-0.10':
      '"exports" cannot contain some keys starting with \'.\' and some not. The exports object must either be an object of ' +
      'package subpath keys or an object of main entry condition name keys only.',
  },
  numericKeys: { 'node-0.10': '"exports" cannot contain numeric property keys.' },
  invalidTarget: {
    'node-0.10':
      'Invalid "{map}" target {target} defined for \'{key}\' in the package config {file}{from}{advice}',
  },
  invalidMainTarget: {
    'node-0.10': 'Invalid "{map}" main target {target} defined in the package config {file}{from}{advice}',
  },
  targetAdvice: { 'node-0.10': '; targets must start with "./"' },
  importWithoutTarget: {
    'node-0.10': 'String.prototype.match called on null or undefined',
    'node-14': 'The "path" argument must be of type string or an instance of URL. Received undefined',
  },
  lackOfUrl: {
    'node-0.10': "Cannot read property 'pathname' of undefined",
    'node-16': "Cannot read properties of undefined (reading 'protocol')",
  },
  nullExports: { 'node-0.10': 'Cannot convert undefined or null to object' },

  // Specifiers that are refused.
  invalidSpecifier: { 'node-0.10': 'Invalid module "{specifier}" {reason}{from}' },
  invalidImport: { 'node-0.10': 'is not a valid internal imports specifier name' },
  invalidName: { 'node-0.10': 'is not a valid package name' },
  encodedSlashImporter: { 'node-0.10': '{base}', 'node-16': '{specifier}', 'node-18': '{base}' },
  encodedSlash: { 'node-0.10': 'must not include encoded "/" or "\\" characters' },
  invalidMatch: {
    'node-0.10': 'request is not a valid subpath for the "{map}" resolution of {file}',
    'node-18': 'request is not a valid match in pattern "{key}" for the "{map}" resolution of {file}',
  },
  unmatchedRequest: { 'node-0.10': '{key}{match}', 'node-16': '{request}' },

  // `import`.
  directoryImport: {
    'node-0.10': "Directory import '{path}' is not supported resolving ES modules imported from {base}",
  },
  driveAdvice: { 'node-0.10': ' On Windows, absolute paths must be valid file:// URLs.' },
  unsupportedScheme: {
    'node-0.10':
      "Only file and data URLs are supported by the default ESM loader.{advice} Received protocol '{protocol}'",
    'node-16':
      'Only URLs with a scheme in: file, data are supported by the default ESM loader.{advice} ' +
      "Received protocol '{protocol}'",
  },
  invalidUrl: { 'node-0.10': 'Invalid URL: {input}', 'node-16': 'Invalid URL' },
  unsupportedRequest: {
    'node-0.10':
      'Failed to resolve module specifier "{specifier}" from "{base}": Invalid relative URL or base scheme is not ' +
      'hierarchical.',
  },
  noFilePath: { 'node-0.10': 'The URL must be of scheme file' },
  importHint: { 'node-0.10': '\nDid you mean to import {found}?' },
  hintedFile: { 'node-0.10': 'is a path', 'node-20': 'is a specifier' },

  // ES modules.
  requireEsm: {
    'node-0.10': 'Must use import to load ES Module: {file}{why}',
    'node-16': 'require() of ES Module {file}{from} not supported.\n{advice}',
  },
  requireEsmWhy: {
    'node-0.10':
      '\nrequire() of ES modules is not supported.\nrequire() of {file} from {parent} is an ES module file as it is a .js file whose nearest parent package.json contains ' +
      '"type": "module" which defines all .js files in that package scope as ES modules.\n' +
      'Instead rename {name} to end in .cjs, change the requiring code to use import(), or remove "type": "module" ' +
      'from {packageJson}.\n',
  },
  requireEsmParent: { 'node-0.10': ' from {parent}' },
  importAdvice: {
    'node-0.10':
      'Instead change the require of {what} to a dynamic import() which is available in all CommonJS modules.',
  },
  inParent: { 'node-0.10': '{name} in {parent}' },
  typeAdvice: {
    'node-0.10':
      '{name} is treated as an ES module file as it is a .js file whose nearest parent package.json contains "type": "module" ' +
      'which declares all .js files in that package scope as ES modules.\n' +
      'Instead {choice}rename {name} to end in .cjs, change the requiring code to use dynamic import() which is available in ' +
      'all CommonJS modules, or change "type": "module" to "type": "commonjs" in {packageJson} to treat all .js files as ' +
      'CommonJS (using .mjs for all ES modules instead).\n',
  },
  typeAdviceChoice: { 'node-0.10': '', 'node-18': 'either ' },
  requireCycle: { 'node-0.10': 'Cannot require() ES Module {file} in a cycle.{from}' },
  cycleParent: { 'node-0.10': ' (from {parent})' },
  unlinked: {
    'node-0.10':
      'Unexpected module status 0. Cannot require() ES Module {file} because it is not yet fully loaded. This may be caused by a ' +
      'race condition if the module is simultaneously dynamically import()-ed via Promise.all(). Try await-ing the import() ' +
      'sequentially in a loop instead.{from}\n' +
      internalAssertion,
    'node-24':
      'Unexpected module status 0. Cannot require() ES Module {file} because it is not yet fully loaded.\nThis may be caused by a ' +
      'race condition if the module is simultaneously dynamically import()-ed via Promise.all().\nTry await-ing the import() ' +
      'sequentially in a loop instead.\n{from}\n' +
      internalAssertion,
    'node-26':
      'Cannot require() ES Module {file} because it is not yet fully loaded.\nThis may be caused by a race condition if the ' +
      'module is simultaneously dynamically import()-ed via Promise.all().\nTry await-ing the import() sequentially in a loop ' +
      'instead.\n{from}',
  },
  unlinkedParent: {
    'node-0.10': ' (from {parent})',
    'node-24': ' (From {parent} in non-loader-hook thread)',
  },
  strippingInNodeModules: {
    'node-0.10': 'Stripping types is currently unsupported for files under node_modules, for "{file}"',
  },
  unknownFileExtension: { 'node-0.10': 'Unknown file extension "{extension}" for {file}' },
  missingFileExtension: {
    'node-0.10': 'Unknown file extension "" for {file}',
    'node-16':
      'Unknown file extension "" for {file}. Loading extensionless files is not supported inside of "type":"module" package.json ' +
      'contexts. The package.json file {config} caused this "type":"module" context. Try changing {file} to have a file ' +
      'extension. Note the "bin" field of package.json can point to a file with an extension, for example ' +
      '{"type":"module","bin":{"{name}":"{suggested}"}}',
  },
  jsonTypeCode: {
    'node-0.10': 'ERR_UNKNOWN_FILE_EXTENSION',
    'node-16': 'ERR_IMPORT_ASSERTION_TYPE_MISSING',
    'node-22': 'ERR_IMPORT_ATTRIBUTE_MISSING',
  },
  jsonTypeMissing: {
    'node-0.10': 'Unknown file extension "{extension}" for {file}',
    'node-16': 'Module "{url}" needs an import assertion of type "json"',
    'node-18': 'Module "{url}" needs an import attribute of type "json"',
    'node-22': 'Module "{url}" needs an import attribute of "type: json"',
  },
  evalCannotPrint: { 'node-0.10': '--print cannot be used with ESM input' },

  // Warnings.
  partialExports: {
    'node-0.10': "Accessing non-existent property '{property}' of module exports inside circular dependency",
  },
  esModuleSyntax: {
    'node-0.10': 'To load an ES module, set "type": "module" in the package.json or use the .mjs extension.',
    'node-22':
      'Failed to load the ES module: {file}. Make sure to set "type": "module" in the nearest package.json file or use the ' +
      '.mjs extension.',
  },
  experimentalStat: {
    'node-0.10': 'Module._stat is an experimental feature. This feature could change at any time',
    'node-18': 'Module._stat is an experimental feature and might change at any time',
  },
  DEP0128: {
    'node-0.10':
      "Invalid 'main' field in '{file}' of '{main}'. Please either fix that or report it to the module author",
  },
  DEP0130: {
    'node-0.10': 'Module.createRequireFromPath() is deprecated. Use Module.createRequire() instead.',
  },
  DEP0144: {
    'node-0.10':
      'module.parent is deprecated due to accuracy issues. Please use require.main to find program entry point instead.',
  },
  DEP0148: {
    'node-0.10':
      'Use of deprecated folder mapping "{key}" in the "{map}" field module resolution of the package at {file}{from}.\n' +
      'Update this package.json to use a subpath pattern like "{key}*".',
  },
  DEP0151: {
    'node-0.10':
      'Package {folder}/ has a "main" field set to {main}, excluding the full filename and extension to the resolved file at ' +
      '"{file}", imported from {base}.\n Automatic extension resolution of the "main" field is deprecated for ES modules.',
  },
  DEP0151ForIndex: {
    'node-0.10':
      'No "main" or "exports" field defined in the package.json for {folder}/ resolving the main entry point "{file}", ' +
      'imported from {base}.\nDefault "index" lookups for the main are deprecated for ES modules.',
  },
  DEP0155: {
    'node-0.10':
      'Use of deprecated trailing slash pattern mapping "{request}" in the "exports" field module resolution of the package ' +
      'at {file}{from}. Mapping specifiers ending in "/" is no longer supported.',
  },
  DEP0166: {
    'node-0.10':
      'Use of deprecated {slashes} resolving "{target}" for module request "{request}" {matched}in the "{map}" field module ' +
      'resolution of the package at {file}{from}.',
  },
  doubleSlash: { 'node-0.10': 'double slash' },
  outerSlash: { 'node-0.10': 'leading or trailing slash matching' },
  matchedTo: { 'node-0.10': 'matched to "{key}" ' },
} as const satisfies NodeFlags;

/** What one edition says, by the name of the text. */
export type Texts = Values<typeof table>;

/** What an edition says. */
export function textsOf(edition: string): Texts {
  return readColumns(table, columnsOf(edition));
}

/** Something that says what an edition says. */
export interface Telling {
  readonly texts: Texts;
  /** By whose rules paths are written. */
  readonly paths: PathRules;
}

/** A text with a value for each name in braces. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
}
