// Packages, as the operations of the algorithm hand them on.

/** The part of a package.json that loading needs; what is absent in it is undefined. */
export interface PackageJson {
  /** The folder that holds it. */
  readonly folder: string;
  readonly name: string | undefined;
  readonly main: unknown;
  readonly type: unknown;
  readonly exports: unknown;
  readonly imports: unknown;
}

/** What READ_PACKAGE_JSON has returned before, by file. */
export interface PackageMemory {
  readonly usual: Map<string, PackageJson | undefined>;
  readonly strict: Map<string, PackageJson | undefined>;
}
