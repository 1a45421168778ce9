// What an edition decides: every flag in which editions differ, in the order of the pages. Which core modules there are
// is in editions/core-names.ts.
//
// The name of a flag is a subject and its value a predicate, so that a branch can be read aloud:
// `brokenMain === 'throws MODULE_NOT_FOUND'`. Only where an edition has any number of names, such as conditions, the value
// is the list of them. The comment of a flag says what its subject is, what each value means, and after `@decides` which
// rules have cases that expect something else where the flag changes.
//
// The table is written by flag, not by edition: what is asked of it is since which line something is done, and a new line
// adds a column only to the flags that it changes.

import { caching } from './caching.ts';
import { errors } from './errors.ts';
import { esModules } from './es-modules.ts';
import { exportsMap } from './exports.ts';
import { files } from './files.ts';
import type { Values } from './flags.ts';
import { folders } from './folders.ts';
import { importFlags } from './import.ts';
import { importsMap } from './imports.ts';
import { modules } from './modules.ts';
import { nodeModules } from './node-modules.ts';
import { program } from './program.ts';
import { requireProperties } from './require.ts';
import { specifiers } from './specifiers.ts';
import { systems } from './systems.ts';

export const flags = {
  ...specifiers,
  ...files,
  ...folders,
  ...nodeModules,
  ...exportsMap,
  ...importsMap,
  ...modules,
  ...requireProperties,
  ...caching,
  ...errors,
  ...program,
  ...esModules,
  ...importFlags,
  ...systems,
};

/** What one edition does, by flag. Everything that no flag names is the same in all of them. */
export type Behaviours = Values<typeof flags>;
