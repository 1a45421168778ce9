// What an edition decides: every behaviour in which editions differ, by name. The name of a flag is a subject and its
// value a predicate, so that a branch reads as a sentence: `brokenMain === 'throws MODULE_NOT_FOUND'`. Only where an
// edition has any number of names, such as conditions, the value is the list of them.

import type { Deprecation } from './warnings.ts';

export type ModuleHelper = 'builtinModules' | 'createRequire' | 'createRequireFromPath' | 'isBuiltin';

/** What an edition decides. Everything that is not named here is the same in all of them. */
export interface Behaviours {
  // Which file a specifier names
  /** `x.js` is tried before the main of the folder `x`; otherwise the main comes first. */
  readonly folderMain: 'is tried after extensions' | 'is tried before extensions';
  /** What a path that ends in `.` or `..` can name: only a folder, or also a file such as `x.js` beside it. */
  readonly lastDotSegment: 'names a folder' | 'names a file or a folder';
  /** Where the paths start that a module without a file asks for; names are searched for in the modules' folders. */
  readonly moduleWithoutFile:
    | 'searches node_modules, then the current folder'
    | 'searches the current folder, then node_modules'
    | 'starts at the current folder';
  /** `.` is a path specifier, is one that is searched for like a name when nothing is there, or is a name. */
  readonly singleDot: 'is a path specifier' | 'is a path specifier, then a bare one' | 'is a bare specifier';
  /** A specifier such as `..x`, which begins with two dots but not with `../`. */
  readonly twoLeadingDots: 'begin a path specifier' | 'begin a bare specifier';
  /** Whether nothing is found from a folder that does not exist: always, or not when the specifier leaves it. */
  readonly missingStartFolder: 'is searched' | 'is skipped' | 'is skipped unless the specifier leaves it';
  /** `node:x` is the core module `x`. */
  readonly nodeScheme: 'has no meaning' | 'names a core module';
  /** A specifier with a NUL after the name of a file: names nothing, or an error of this code. */
  readonly nulAfterFile: 'finds nothing' | 'throws ENOENT' | 'throws ERR_INVALID_ARG_VALUE';
  /** `builtinModules` of the core module `module` also holds, with `node:`, the names that need it. */
  readonly schemeOnlyModules: 'are not listed' | 'are listed';
  /** What `node:` and a name that no core module has resolves to: that very text, or nothing. */
  readonly unknownSchemedName: 'resolves to itself' | 'is not found';
  /** Whether `require.resolve.paths` knows a core module by its `node:` name. */
  readonly pathsOfSchemedName: 'are null' | 'are listed';
  /** The variables that keep links in names, as far as they are heeded. */
  readonly linkVariables: readonly LinkVariable[];
  /** An empty entry in NODE_PATH. */
  readonly emptyNodePathEntry: 'is the current folder' | 'is ignored';

  // package.json
  /** A main that names nothing, in a folder without an index. */
  readonly brokenMain: 'finds nothing' | 'throws MODULE_NOT_FOUND';
  readonly nonStringMain: 'throws TypeError' | 'throws ERR_INVALID_ARG_TYPE' | 'is ignored';
  readonly packageJsonByteOrderMark: 'throws SyntaxError' | 'is skipped';
  /** That a folder has no package.json, or none that may be read, is remembered as long as the loader lives. */
  readonly missingPackageJson: 'is looked for again' | 'is remembered';
  /** `package.json` counts as empty unless its text holds one of these in quotes; with none of them, whatever it holds is parsed. */
  readonly packageJsonParsedFor: readonly string[];
  readonly packageJsonParser: 'parses the whole text' | 'parses only the fields it needs';
  /** A package.json that exists and can't be read. */
  readonly unreadablePackageJson: 'is ignored' | 'throws ERR_INVALID_PACKAGE_CONFIG';

  // The maps of packages
  /** `exports` and `imports` of package.json are heeded, and a package can ask for itself by name. */
  readonly packageMaps: 'are ignored' | 'are used';
  /** The conditions that hold for `require`, beside `default`. */
  readonly conditions: readonly string[];
  /** Something may follow the `*` of a key; otherwise only a `*` at the end is one, and the longest key wins. */
  readonly patternTrailers: 'are not matched' | 'are matched';
  /** A key that ends in `/` stands for everything in a folder, with a search for extensions and an index. */
  readonly folderMappings: 'are matched' | 'are not matched';
  /** A key that ends in `/` or holds a `*` can also be asked for as it is written. */
  readonly patternKeyAsWritten: 'is matched' | 'is not matched';
  /** Whether `.`, `..` and `node_modules` in targets are seen through percent-encoding and upper case. */
  readonly refusedSegments: 'are compared as written' | 'are compared decoded';
  /** `$&` and the like in what a pattern has matched: text, or patterns of JavaScript's own `replace`. */
  readonly dollarInMatch: 'is text' | 'is a replacement pattern';
  /** Where the search for the `imports` of a referrer ends: at `node_modules`, or at any name that ends so. */
  readonly importsScope: 'ends at node_modules' | 'ends at names that end in node_modules';
  /** `exports` that is null, when the package asks for itself. */
  readonly nullExportsOfSelf: 'throws TypeError' | 'is ignored';
  /** Names of `imports` that begin with `#/`, and those that end in `/`. */
  readonly hashSlashImports: 'are refused' | 'are looked up';
  readonly trailingSlashImports: 'are refused' | 'are looked up';
  /** An import none of whose conditions holds; one line errs only where a pattern led there. */
  readonly importWithoutTarget:
    | 'throws TypeError'
    | 'throws ERR_INVALID_ARG_TYPE'
    | 'throws ERR_INVALID_ARG_TYPE for patterns'
    | 'throws ERR_PACKAGE_IMPORT_NOT_DEFINED';
  /** A target of `imports` that is the name of a core module; no line lets `require` have it. */
  readonly coreNameAsTarget: 'names a package' | 'names the core module';
  /** The main of a package that `imports` name: a path, or a relative URL, which may be none. */
  readonly mainBehindImports: 'is a path' | 'is a URL' | 'is a URL or ignored';
  /** Ways to a package on which the error for a missing target names the folder of the package, not its `package.json`. */
  readonly missingTargetNamesFolder: readonly PackageWay[];
  /** A target of `imports` that begins with a dot but not with `./`. */
  readonly dottedTargets: 'are searched for' | 'are refused';

  // ES modules
  /** Files that are ES modules: not told apart, refused with ERR_REQUIRE_ESM, or loaded. */
  readonly esModules: 'are not recognized' | 'are refused' | 'are loaded';
  /** A `.js` file is read before it is refused. */
  readonly refusedJavaScriptFile: 'is not read' | 'is read first';
  /** Whether `type` of package.json also speaks for files without an extension. */
  readonly fileWithoutExtension: 'ignores the package type' | 'follows the package type';
  /** `.ts`, `.mts` and `.cts` are JavaScript once their types are taken out. */
  readonly typeScriptFiles: 'are loaded as they are' | 'are stripped of types';

  // Warnings
  readonly deprecations: readonly Deprecation[];
  /** What the core module `module` offers that older lines lack. */
  readonly moduleHelpers: readonly ModuleHelper[];

  // Errors
  readonly notStringSpecifier:
    | 'throws AssertionError'
    | 'throws ERR_ASSERTION'
    | 'throws ERR_INVALID_ARG_TYPE';
  /** The message and the property `requireStack` tell who required the missing module. */
  readonly requireStack: 'is not in the error' | 'is in the error';

  // Modules
  readonly modulePath: 'does not exist' | 'is the folder of the file';
  /** `parent` is a property of each module, or an accessor on the prototype. */
  readonly moduleParent: 'is an own property' | 'is inherited';
  readonly cachedModule: 'does not become a child' | 'becomes a child';
  readonly failedModule: 'stays a child' | 'is removed from the children';
  /** The unfinished exports of a cycle warn when a property is missing. */
  readonly partialExports: 'do not warn' | 'warn of missing properties';
  /** A core module is loaded even where `require.cache` has an entry under its name. */
  readonly cacheEntryOfCoreName: 'replaces the core module' | 'is ignored';
  /** An entry of `require.cache` that is `null`. */
  readonly nullCacheEntry: 'is ignored' | 'throws TypeError';
  /** What a request loaded is remembered for its folder, and found there without resolving again. */
  readonly loadedSpecifier: 'is resolved again' | 'is remembered';
  /** `require.registerExtension`, which only throws, is there. */
  readonly registerExtension: 'throws' | 'does not exist';
  readonly requireCache: 'inherits from Object.prototype' | 'has no prototype';
  /** `require.resolve.paths`, and what `require.resolve(x, { paths })` does with each path. */
  readonly resolvePaths: 'do not exist' | 'are searched themselves' | 'are starting points';
  /** Where `.` and `..` start from when `require.resolve` is given `paths`: at each of them, or at the current folder. */
  readonly dotsWithPaths: 'start at each path' | 'start at the current folder';
  /** `paths` of `require.resolve` that is no array: no option, or an error of this code. */
  readonly invalidPathsOption: 'is ignored' | 'throws ERR_INVALID_OPT_VALUE' | 'throws ERR_INVALID_ARG_VALUE';

  // Evaluation
  /** `__proto__` in JSON is a key like others, or sets the prototype. */
  readonly protoInJson: 'is a key' | 'sets the prototype';
  /** The code of the error for a file that is no addon. */
  readonly addonError: 'has no code' | 'has the code ERR_DLOPEN_FAILED';
  /** Source is set between the two halves of the wrapper, or compiled as the body of a function. */
  readonly wrapper: 'is text' | 'is a function';
  readonly shebangAfterByteOrderMark: 'is skipped' | 'throws SyntaxError';
  /** Which part of `a.b.c` chooses the extension handler: `.c`, or `.b.c` if that is registered. */
  readonly handlerExtension: 'is the last' | 'is the longest registered';

  /**
   * How a program's process ends: `first` knows no `process.exitCode` and ends with 8 after an uncaught error,
   * `later` is what the Node that runs the reference does.
   */
  readonly exitCode: 'comes from process.exit alone' | 'comes from the host';
}

export type LinkVariable = 'NODE_PRESERVE_SYMLINKS' | 'NODE_PRESERVE_SYMLINKS_MAIN';

/** How a package was found: by its name, by its own name from inside, or by a private name. */
export type PackageWay = 'name' | 'self' | 'imports';
