// The shapes of the module system: modules, the Module constructor and the functions that programs see.

import type { Environment, ResolverContext } from '../context/context.ts';

/** The two kinds of JavaScript. */
export type JavaScriptFormat = 'commonjs' | 'module';

/** What a text may be; a hook may say anything, and the syntax decides where that is unknown. */
export type Format = JavaScriptFormat | (string & {});

/** A module as programs see it. */
export interface CommonJsModule {
  id: string;
  path?: string;
  exports: unknown;
  parent: Parent;
  filename: string | null;
  loaded: boolean;
  children: CommonJsModule[];
  paths: string[];
  require(specifier: unknown): unknown;
  load(filename: string): void;
  /** Without a format the text itself decides. */
  _compile(source: string, filename: string, format?: Format): unknown;
}

/** The module that requires another; an entry has none. */
export type Parent = CommonJsModule | null | undefined;

export type ExtensionHandler = (module: CommonJsModule, filename: string) => void;

export interface ResolveOptions {
  readonly paths?: unknown;
  /** The conditions that apply besides `default`, if they are not those of the way. */
  readonly conditions?: ReadonlySet<string> | undefined;
}

/** What the host says where it loads a CommonJS module that it has imported. */
export interface LoadOptions {
  readonly shouldSkipModuleHooks?: boolean;
  readonly resolved?: {
    readonly filename: string;
    readonly url?: string | undefined;
    readonly format?: string | undefined;
  };
  readonly source?: NonNullable<Loaded['source']>;
}

/** The second argument is for the lines that know it. */
export interface RequireResolve {
  (request: unknown, options?: ResolveOptions): string;
  paths?: (request: unknown) => string[] | null;
}

export interface Require {
  (specifier: unknown): unknown;
  resolve: RequireResolve;
  main: CommonJsModule | undefined;
  extensions: Record<string, ExtensionHandler | undefined>;
  cache: Record<string, CommonJsModule | undefined>;
}

/** A function that a program puts before the loader, and what it calls to go on. */
export type Hook<Result> = (
  first: string,
  context: object,
  next: (first: string, context?: object) => Result,
) => Result;

/** What a hook that resolves returns. */
export interface Resolved {
  readonly url: string;
  readonly format?: string | null | undefined;
  readonly importAttributes?: object | undefined;
  readonly shortCircuit?: boolean;
}

/** What a hook that loads returns. */
export interface Loaded {
  readonly source?: string | ArrayBuffer | NodeJS.TypedArray | null | undefined;
  readonly format?: string | null | undefined;
  readonly shortCircuit?: boolean;
}

/** The argument of `module.registerHooks`. */
export interface ModuleHooks {
  readonly resolve?: Hook<Resolved> | undefined;
  readonly load?: Hook<Loaded> | undefined;
}

/** Folders, alone or as the second of two values; null for a core module. */
export type LookupPaths = string[] | [unused: string, folders: string[]] | null;

/** What `require('module')` gives. Programs replace its parts, so the loader calls itself through them. */
export interface ModuleConstructor {
  new (id?: string, parent?: Parent): CommonJsModule;
  readonly prototype: CommonJsModule;
  Module: ModuleConstructor;
  builtinModules?: readonly string[];
  globalPaths: string[];
  wrapper: string[];
  wrap(source: string): string;
  isBuiltin?: (specifier: unknown) => boolean;
  createRequire?: (filename: unknown) => Require;
  createRequireFromPath?: (filename: string) => Require;
  registerHooks?: (hooks: ModuleHooks) => ModuleHooks;
  runMain(entry?: string): unknown;
  _cache: Record<string, CommonJsModule | undefined>;
  _pathCache: Record<string, string>;
  _extensions: Record<string, ExtensionHandler | undefined>;
  _load(request: string, parent?: Parent, isMain?: boolean, options?: LoadOptions): unknown;
  _resolveFilename(request: unknown, parent?: Parent, isMain?: boolean, options?: ResolveOptions): string;
  _resolveLookupPaths(request: unknown, parent?: Parent, isAlone?: boolean): LookupPaths;
  /** Absent in lines that have no such function. A program may put anything here. */
  _stat?: unknown;
  _findPath(request: string, folders: unknown, isMain?: boolean, unused?: unknown): string | false;
  _nodeModulePaths(folder: string): string[];
  _initPaths(): void;
  _preloadModules(specifiers: readonly string[]): void;
}

/** One loader: its context, its Module constructor and the state that programs can't see. */
export interface ModuleSystem {
  readonly context: ResolverContext;
  readonly Module: ModuleConstructor;
  /** What `Module.wrap` is until a program replaces it. */
  readonly ownWrap: ModuleConstructor['wrap'];
  /** What these two are until a program replaces them. */
  readonly ownLookups: Pick<ModuleConstructor, '_findPath' | '_resolveLookupPaths'>;
  /** The module of the entry once a program runs. */
  main: CommonJsModule | undefined;
  /** The module of an entry that turned out to be an ES module; from then on there is no main module. */
  importedEntry: CommonJsModule | undefined;
  /** Whether modules are being preloaded. */
  isPreloading: boolean;
  /** By folder and request, the file that was loaded for it. */
  readonly remembered: Map<string, string>;
  /** The hooks of the program, the last of which is asked first. */
  readonly hooks: ModuleHooks[];
  /** The prototype of exports that a cycle sees. */
  readonly partialExports: object;
  /** The modules whose files are ES modules. */
  readonly esModules: WeakSet<CommonJsModule>;
  /** The parents of modules, in the lines whose modules inherit `parent`. */
  readonly parents: WeakMap<object, Parent>;
  /** Whether the process is that of the program: the entry becomes `process.mainModule`, and an ES module as the entry is imported. */
  readonly ownsProcess: boolean;
  /** The environment variables of now. */
  readonly readEnvironment: () => Environment;
}
