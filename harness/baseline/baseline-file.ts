// A baseline on disk.

export interface BaselineFile {
  readonly file: string;
  /** Whether a complete run rewrites the file. */
  readonly update?: boolean | undefined;
}
