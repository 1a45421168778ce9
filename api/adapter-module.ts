// What a module has to export so that `--impl` can drive a loader with it. The host script calls these functions.

import type { ImplementationInfo } from '../model/implementation-info.ts';
import type { Platform } from '../model/platform.ts';
import type { Capability } from '../model/vocabulary.ts';

/** What an adapter learns of a case. Expected values never reach it. */
export interface AdapterContext {
  /** The real, absolute path of the root of the tree. */
  readonly root: string;
  /** The edition that the answers are judged by, for loaders that can follow more than one. */
  readonly edition: string;
  /**
   * Whose rules the paths follow, which is another platform than that of the machine only for an implementation that names it in
   * `platforms`. The root of a disk without drives is then the drive `Z:`.
   */
  readonly platform: Platform;
  /** Environment variables of the case; they are already set in the process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Conditions that apply besides those of the way, as NODE_OPTIONS names them; none without the capability `user conditions`. */
  readonly conditions: readonly string[];
  /** Arguments of the program. */
  readonly arguments: readonly string[];
}

/** Node's own `require`, as far as modspec calls it. */
export interface RequireFunction {
  (specifier: string): unknown;
  resolve(specifier: string): string;
}

/**
 * Resolves a specifier as the code in a file would. Returns the absolute path of a file, or the name of a core module; throws what
 * the loader throws.
 * @param referrer absolute path of the file; it need not exist
 */
export type ResolveFunction = (
  specifier: string,
  referrer: string,
  context: AdapterContext,
) => string | Promise<string>;

/**
 * The same for `import`, or for `import.meta.resolve`. Returns the URL of a file, `node:` and the name of a core module, or another
 * URL; a loader that knows only paths may return the absolute path.
 * @param referrer absolute path of the file, which need not exist, or a URL
 */
export type ResolveImportFunction = (
  specifier: string,
  referrer: string,
  context: AdapterContext,
) => string | URL | Promise<string | URL>;

/** How a loader introduces itself. */
export interface AdapterImplementation extends Omit<ImplementationInfo, 'capabilities'> {
  /** What the loader supports; without it, what follows from the functions that the module exports. */
  readonly capabilities?: readonly Capability[];
}

/** The exports of an adapter module: at least one of the functions. */
export interface AdapterModule {
  /** Gives the `require` of a module with this absolute path. */
  createRequire?(filename: string, context: AdapterContext): RequireFunction;
  readonly resolve?: ResolveFunction;
  readonly resolveImport?: ResolveImportFunction;
  readonly resolveImportMeta?: ResolveImportFunction;
  /** Runs a program as the main module. @param entry absolute path of its first file */
  run?(entry: string, context: AdapterContext): unknown;
  /** The same for an entry that is an ES module. */
  importModule?(entry: string, context: AdapterContext): unknown;
  readonly implementation?: AdapterImplementation;
}
