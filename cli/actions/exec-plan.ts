// What `modspec exec` asks of the process in which a program runs.

/** One program: a file or a script, with what is loaded before it. */
export interface ExecPlan {
  readonly edition: string;
  /** The words of `process.argv` after the first. */
  readonly words: readonly string[];
  /** A script without text comes on standard input. */
  readonly start: { readonly entry: string } | { readonly script?: string; readonly name: string };
  /** A promise that is rejected and not handled does not end the program; an entry that is imported and throws does. */
  readonly survivesRejections: boolean;
  /** The value of the script is printed. */
  readonly isPrinted: boolean;
  /** Core modules are global variables of the script. */
  readonly namesCoreModules: boolean;
  readonly requires: readonly string[];
  readonly imports: readonly string[];
  readonly conditions: readonly string[];
  readonly preserveSymlinks: boolean;
  readonly preserveSymlinksMain: boolean;
  readonly pendingDeprecation: boolean;
}
