// A version of a package, as npm lists it.

export interface PublishedVersion {
  readonly version: string;
  /** The day of its release, such as `2024-05-17`; empty if npm does not know it. */
  readonly date: string;
}
