// What a user of `modspec/test` may say.

import type { FileStore } from '../../harness/trees/tree-store.ts';
import type { Capability, Level } from '../../model/vocabulary.ts';

/** All of it may be left out. */
export interface ConformanceSettings {
  /** The edition to judge by; absent: `node-24`. */
  readonly edition?: string | undefined;
  /** Only cases of these levels. */
  readonly levels?: readonly Level[] | undefined;
  /** Only cases of these rules: ids, or globs over ids. */
  readonly rules?: readonly string[] | undefined;
  /** Only these cases: globs over ids or `PAGE/ID`. */
  readonly cases?: readonly string[] | undefined;
  /** Your own page or folder of pages, instead of the cases that come with modspec. */
  readonly spec?: string | undefined;
  /** Whether each case is a test, or each rule; absent: `case`. */
  readonly by?: 'case' | 'rule' | undefined;
  /** What your function supports; absent: `resolve`, `error codes` and `builtins`. A case that needs more is skipped. */
  readonly capabilities?: readonly Capability[] | undefined;
  /** The accepted failures: an accepted case has to fail in the way that the file says. */
  readonly baseline?: AcceptedBy | undefined;
  /** The time limit of a case, in milliseconds, for promises that your function returns; absent: 5000. */
  readonly timeoutMs?: number | undefined;
  /** Where the trees are written: your own file system with the functions of `node:fs`; absent: a temporary folder on disk. */
  readonly fs?: FileStore | undefined;
}

export interface AcceptedBy {
  readonly file: string;
  /** The name of your implementation in that file. */
  readonly name: string;
  /** Its version, if the file has entries for some versions only. */
  readonly version?: string | undefined;
}
