// What the operations of the algorithm know about the loader they work for.

import type { Behaviours } from './behaviours.ts';
import type { CoreModules } from './core-modules.ts';
import type { FileSystem } from './file-system.ts';
import type { PackageReader } from './package-json.ts';
import type { Warning } from './warnings.ts';

export interface ResolverContext extends Warning {
  readonly behaviours: Behaviours;
  readonly files: FileSystem;
  readonly packages: PackageReader;
  readonly core: CoreModules;
  /** Which files keep the names of links: those that modules ask for, and the entry. */
  readonly preservesLinks: { readonly modules: boolean; readonly entry: boolean };
  /** The registered extensions, in the order in which they are tried. */
  readonly extensions: () => readonly string[];
  readonly globalFolders: () => readonly string[];
}
