// What an edition decides: every behaviour in which editions differ, by name.

import type { Deprecation } from './warnings.ts';

export type ModuleHelper = 'builtinModules' | 'createRequire' | 'createRequireFromPath' | 'isBuiltin';

/** What an edition decides. Everything that is not named here is the same in all of them. */
export interface Behaviours {
  // Which file a specifier names
  /** `x.js` is tried before the main of the folder `x`; otherwise the main comes first. */
  readonly fileBeforeFolderMain: boolean;
  /** What a path that ends in `.` or `..` can name: only a folder, or also a file such as `x.js` beside it. */
  readonly lastDotNames: 'folder' | 'fileOrFolder';
  /** Where the paths start that a module without a file asks for; names are searched for in the modules' folders. */
  readonly pathsWithoutFile: 'modulesBeforeCwd' | 'cwdBeforeModules' | 'cwd';
  /** `.` is a path specifier, is one that is searched for like a name when nothing is there, or is a name. */
  readonly dotIs: 'path' | 'pathThenName' | 'name';
  /** A specifier such as `..x`, which begins with two dots but not with `../`. */
  readonly twoDotsBegin: 'path' | 'name';
  /** Whether nothing is found from a folder that does not exist: always, or not when the specifier leaves it. */
  readonly missingBaseFolder: 'ignored' | 'findsNothing' | 'findsNothingInside';
  /** `node:x` is the core module `x`. */
  readonly nodeScheme: boolean;
  /** A specifier with a NUL after the name of a file: names nothing, or an error of this code. */
  readonly nulAfterFile: 'namesNothing' | 'ENOENT' | 'ERR_INVALID_ARG_VALUE';
  /** `builtinModules` of the core module `module` also holds, with `node:`, the names that need it. */
  readonly schemeOnlyListed: boolean;
  /** What `node:` and a name that no core module has resolves to: that very text, or nothing. */
  readonly unknownSchemed: 'itself' | 'nothing';
  /** Whether `require.resolve.paths` knows a core module by its `node:` name. */
  readonly pathsOfSchemed: 'null' | 'listed';
  /** The variables that keep links in names, as far as they are heeded. */
  readonly linkVariables: readonly LinkVariable[];
  /** An empty entry in NODE_PATH. */
  readonly emptyNodePathEntry: 'cwd' | 'ignored';

  // package.json
  /** A main that names nothing, in a folder without an index. */
  readonly brokenMain: 'climb' | 'throw';
  readonly nonStringMain: 'throwTypeError' | 'throwInvalidArgument' | 'ignored';
  readonly packageJsonByteOrderMark: 'SyntaxError' | 'accepted';
  /** That a folder has no package.json, or none that may be read, is remembered as long as the loader lives. */
  readonly absentPackageJsonRemembered: boolean;
  /** `package.json` counts as empty unless its text holds one of these in quotes; `anything` skips that look. */
  readonly packageJsonParsedFor: 'anything' | readonly string[];
  readonly packageJsonParser: 'JSON.parse' | 'lazy';
  /** A package.json that exists and can't be read. */
  readonly unreadablePackageJson: 'ignored' | 'ERR_INVALID_PACKAGE_CONFIG';

  // The maps of packages
  /** `exports` and `imports` of package.json are heeded, and a package can ask for itself by name. */
  readonly packageMaps: boolean;
  /** The conditions that hold for `require`, beside `default`. */
  readonly conditions: readonly string[];
  /** Something may follow the `*` of a key; otherwise only a `*` at the end is one, and the longest key wins. */
  readonly patternTrailers: boolean;
  /** A key that ends in `/` stands for everything in a folder, with a search for extensions and an index. */
  readonly folderMappings: boolean;
  /** A key that ends in `/` or holds a `*` can also be asked for as it is written. */
  readonly literalPatternKeys: boolean;
  /** Whether `.`, `..` and `node_modules` in targets are seen through percent-encoding and upper case. */
  readonly refusedSegments: 'asWritten' | 'decoded';
  /** `$&` and the like in what a pattern has matched: text, or patterns of JavaScript's own `replace`. */
  readonly dollarInMatch: 'text' | 'replaced';
  /** Where the search for the `imports` of a referrer ends: at `node_modules`, or at any name that ends so. */
  readonly importsScopeEnd: 'name' | 'suffix';
  /** `exports` that is null, when the package asks for itself. */
  readonly nullExportsOfSelf: 'TypeError' | 'none';
  /** Names of `imports` that begin with `#/`, and those that end in `/`. */
  readonly importsFromHashSlash: 'refused' | 'lookedUp';
  readonly importsToSlash: 'refused' | 'lookedUp';
  /** An import none of whose conditions holds; one line errs only where a pattern led there. */
  readonly importWithoutTarget:
    | 'TypeError'
    | 'ERR_INVALID_ARG_TYPE'
    | 'ERR_INVALID_ARG_TYPE of patterns'
    | 'notDefined';
  /** A target of `imports` that is the name of a core module; no line lets `require` have it. */
  readonly coreModuleTargets: 'package' | 'core';
  /** The main of a package that `imports` name: a path, or a relative URL, which may be none. */
  readonly mainBehindImports: 'path' | 'url' | 'urlOrNothing';
  /** Ways to a package on which the error for a missing target names the folder of the package, not its `package.json`. */
  readonly missingTargetNamesFolder: readonly PackageWay[];
  /** A target of `imports` that begins with a dot but not with `./`. */
  readonly dottedTargets: 'searched' | 'refused';

  // ES modules
  /** Files that are ES modules: not told apart, refused with ERR_REQUIRE_ESM, or loaded. */
  readonly esModules: 'unknown' | 'refused' | 'loaded';
  /** A `.js` file is read before it is refused. */
  readonly readBeforeRefused: boolean;
  /** Whether `type` of package.json also speaks for files without an extension. */
  readonly typeCoversNoExtension: boolean;
  /** `.ts`, `.mts` and `.cts` are JavaScript once their types are taken out. */
  readonly typeStripping: boolean;

  // Warnings
  readonly deprecations: readonly Deprecation[];
  /** What the core module `module` offers that older lines lack. */
  readonly moduleHelpers: readonly ModuleHelper[];

  // Errors
  readonly notStringSpecifier: 'AssertionError' | 'ERR_ASSERTION' | 'ERR_INVALID_ARG_TYPE';
  /** The message and the property `requireStack` tell who required the missing module. */
  readonly requireStack: boolean;

  // Modules
  readonly moduleHasPath: boolean;
  /** `parent` is a property of each module, or an accessor on the prototype. */
  readonly parentProperty: 'own' | 'inherited';
  readonly cachedChildrenRecorded: boolean;
  readonly failedChildrenRemoved: boolean;
  /** The unfinished exports of a cycle warn when a property is missing. */
  readonly partialExportsWarn: boolean;
  /** A core module is loaded even where `require.cache` has an entry under its name. */
  readonly coreBeforeCache: boolean;
  /** An entry of `require.cache` that is `null`. */
  readonly nullCacheEntry: 'ignored' | 'TypeError';
  /** What a request loaded is remembered for its folder, and found there without resolving again. */
  readonly requestsRemembered: boolean;
  /** `require.registerExtension`, which only throws, is there. */
  readonly registerExtension: boolean;
  readonly cachePrototype: 'Object.prototype' | 'null';
  /** `require.resolve.paths`, and what `require.resolve(x, { paths })` does with each path. */
  readonly resolvePaths: 'absent' | 'searched' | 'referrer';
  /** Where `.` and `..` start from when `require.resolve` is given `paths`: at each of them, or at the current folder. */
  readonly dotsWithPaths: 'paths' | 'cwd';
  /** `paths` of `require.resolve` that is no array: no option, or an error of this code. */
  readonly invalidPathsOption: 'ignored' | 'ERR_INVALID_OPT_VALUE' | 'ERR_INVALID_ARG_VALUE';

  // Evaluation
  /** `__proto__` in JSON is a key like others, or sets the prototype. */
  readonly jsonProto: 'key' | 'prototype';
  /** The code of the error for a file that is no addon. */
  readonly addonErrorCode: 'none' | 'ERR_DLOPEN_FAILED';
  /** Source is set between the two halves of the wrapper, or compiled as the body of a function. */
  readonly wrapper: 'text' | 'function';
  readonly shebangAfterByteOrderMark: 'accepted' | 'SyntaxError';
  /** Which part of `a.b.c` chooses the extension handler: `.c`, or `.b.c` if that is registered. */
  readonly extensionPart: 'last' | 'longest';

  /**
   * How a program's process ends: `first` knows no `process.exitCode` and ends with 8 after an uncaught error,
   * `later` is what the Node that runs the reference does.
   */
  readonly exitCodes: 'first' | 'later';
}

export type LinkVariable = 'NODE_PRESERVE_SYMLINKS' | 'NODE_PRESERVE_SYMLINKS_MAIN';

/** How a package was found: by its name, by its own name from inside, or by a private name. */
export type PackageWay = 'name' | 'self' | 'imports';
