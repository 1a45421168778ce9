// The module that requires, as far as resolution needs it.

/** The module that requires. */
export interface Referrer {
  readonly filename: string | undefined;
  /** The folders from which a path specifier starts: those of BASE_FOLDERS, unless the program gave others. */
  readonly baseFolders: (x: string) => readonly string[];
  /** The folders in which bare specifiers are searched: those of NODE_MODULES_PATHS, unless the program changed them. */
  readonly searchFolders: () => readonly string[];
  /** How a file is looked for, if a program has replaced how. */
  readonly search?: (() => string | undefined) | undefined;
  /** The chain of files that required each other, nearest first, for the error. */
  readonly requireStack: () => readonly string[];
}
