// What the operations of the algorithm know about the loader they work for.

import type { Behaviours } from '../behaviours/behaviours.ts';
import type { Telling } from '../errors/texts.ts';
import type { CoreModules } from '../host/core-modules.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { Looks } from '../host/looks.ts';
import type { PackageMemory } from './package.ts';
import type { Warning } from './warnings.ts';

/** The two ways to a module. */
export type Way = 'require' | 'import';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the global folders are made of. */
export interface GlobalSettings {
  /** The variables as they were when `Module._initPaths` last read them. */
  environment: Environment;
  /** The folder in which Node is installed. */
  readonly nodePrefix: string;
}

export interface ResolverContext extends Warning, Telling {
  readonly behaviours: Behaviours;
  readonly files: FileSystem;
  /** The looks for files that are to be found; a `package.json` is looked for in `files`. */
  readonly looks: Looks;
  readonly packages: PackageMemory;
  readonly core: CoreModules;
  /** What asks: it is one of the conditions of package maps. */
  readonly way: Way;
  /**
   * Whether links are preserved in the paths of files, by the variable or the flag for modules and those for the entry; undefined
   * where the line knows no variable and no flag is given.
   */
  readonly preservesLinks: { readonly modules: boolean | undefined; readonly entry: boolean | undefined };
  /** Conditions of package maps that the user adds to those of the line. */
  readonly conditions: readonly string[];
  /** Where these are given, they apply besides `default`, and no others. */
  readonly onlyConditions?: ReadonlySet<string> | undefined;
  /** A file is looked for that is to be the entry. */
  readonly isForEntry: boolean;
  /** The registered extensions, in the order in which they are tried. */
  readonly extensions: () => readonly string[];
  /** The files that were found, by specifier and folders: `Module._pathCache`. */
  readonly foundFiles: () => Record<string, string>;
  readonly globals: GlobalSettings;
}

/** The conditions of `require`, in the order in which the lines list them. */
export function conditionsOf({ behaviours, conditions }: ResolverContext): string[] {
  const own = behaviours.conditions;
  const isLast = (name: string): boolean => name === 'module-sync';
  return [
    ...new Set(['require', ...own.filter((name) => !isLast(name)), ...conditions, ...own.filter(isLast)]),
  ];
}
