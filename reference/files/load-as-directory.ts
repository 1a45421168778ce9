// The operations of spec/01-algorithm/1-algorithm.md that find the file of a folder, in the order of the page.

import type { ResolverContext } from '../context/context.ts';
import { isNothing, isString } from '../context/kinds.ts';
import { check, checkAbout, checkAboutIs, checkIs, note, noteAbout } from '../context/trace.ts';
import { deprecate } from '../context/warnings.ts';
import { brokenMain, notAPath } from '../errors/errors.ts';
import { fill } from '../errors/texts.ts';
import { parseImports, pathOfReader, readPackageJson } from '../packages/package-json.ts';
import { type Steps, tryExtensions } from './file-at.ts';
import { loadAsFile } from './load-as-file.ts';

/** What was asked, which errors and warnings are about. */
export interface Asked {
  readonly specifier: string;
  /** What was asked, and from where; undefined for what is asked anew each time. */
  readonly question: string | undefined;
}

/** LOAD_AS_DIRECTORY: the main of the folder X, or its index. */
export function loadAsDirectory(context: ResolverContext, x: string, asked: Asked): string | undefined {
  // LOAD_AS_DIRECTORY 1: If X is not a folder, return nothing.
  if (check(context, 'LOAD_AS_DIRECTORY 1', !context.looks.isFolder(x), x)) return undefined;
  // LOAD_AS_DIRECTORY 2: If LOAD_MAIN(X) returns a file, return it.
  note(context, 'LOAD_AS_DIRECTORY 2', 'done', x);
  const inMain = loadMain(context, x);
  if (inMain !== undefined) return inMain;
  // LOAD_AS_DIRECTORY 3: If LOAD_INDEX(X) returns a file, return it.
  note(context, 'LOAD_AS_DIRECTORY 3', 'done', x);
  const index = loadIndex(context, x);
  if (index !== undefined) warnOfBrokenMain(context, x, asked);
  return index ?? refuseBrokenMain(context, x, asked);
}

function refuseBrokenMain(context: ResolverContext, x: string, { specifier }: Asked): undefined {
  if (context.behaviours.brokenMain === 'finds nothing') return;
  const { paths } = context;
  const main = packageMain(context, x);
  // LOAD_AS_DIRECTORY 4: (node 12+) If PACKAGE_MAIN(X) returns a main, throw an error with the code
  //   `MODULE_NOT_FOUND`.
  note(context, 'LOAD_AS_DIRECTORY 4', main === undefined ? 'fails' : 'thrown', x);
  if (main === undefined) return;
  const file = pathOfReader(context, paths.join(x, 'package.json'));
  throw brokenMain(context, paths.resolve(x, main), file, specifier);
}

function warnOfBrokenMain(context: ResolverContext, x: string, { question }: Asked): void {
  const main = packageMain({ ...context, trace: undefined }, x);
  if (main === undefined) return;
  const message = fill(context.texts.DEP0128, { main, file: context.paths.join(x, 'package.json') });
  deprecate(context, 'DEP0128', message, question);
}

/** LOAD_MAIN: the file that the main of the folder X names. */
export function loadMain(context: ResolverContext, x: string): string | undefined {
  // LOAD_MAIN 1: Let MAIN be the result of PACKAGE_MAIN(X).
  const main = packageMain(context, x);
  noteAbout(context, 'LOAD_MAIN 1', 'done', main);
  // LOAD_MAIN 2: If MAIN is nothing, return nothing.
  if (checkIs(context, 'LOAD_MAIN 2', main, isNothing, context.paths.join(x, 'package.json')))
    return undefined;
  // LOAD_MAIN 3: Let M be MAIN applied to X.
  const m = context.paths.resolve(x, main);
  note(context, 'LOAD_MAIN 3', 'done', m);
  // LOAD_MAIN 4: If LOAD_AS_FILE(M) returns a file, return it.
  note(context, 'LOAD_MAIN 4', 'done', m);
  const file = loadAsFile(context, m);
  if (file !== undefined) return file;
  // LOAD_MAIN 5: If LOAD_INDEX(M) returns a file, return it.
  note(context, 'LOAD_MAIN 5', 'done', m);
  return loadIndex(context, m);
}

/** LOAD_INDEX: the index of the folder X. */
function loadIndex(context: ResolverContext, x: string): string | undefined {
  return tryExtensions(context, indexSteps, context.paths.join(x, 'index'));
}

const indexSteps: Steps = {
  // LOAD_INDEX 1: If FILE_AT(`index.js` applied to X) returns a file, return it.
  '.js': 'LOAD_INDEX 1',
  // LOAD_INDEX 2: If FILE_AT(`index.json` applied to X) returns a file, return it.
  '.json': 'LOAD_INDEX 2',
  // LOAD_INDEX 3: If FILE_AT(`index.node` applied to X) returns a file, return it.
  '.node': 'LOAD_INDEX 3',
  // LOAD_INDEX 4: For each other key EXTENSION of `require.extensions`, if FILE_AT(`index` and EXTENSION
  //   applied to X) returns a file, return it.
  other: 'LOAD_INDEX 4',
};

/** PACKAGE_MAIN: the main of the folder X. */
function packageMain(context: ResolverContext, x: string): string | undefined {
  // PACKAGE_MAIN 1: Let PKG be the result of READ_PACKAGE_JSON(`package.json` applied to X, false).
  const file = context.paths.join(x, 'package.json');
  const pkg = readPackageJson(context, file, false);
  note(context, 'PACKAGE_MAIN 1', pkg ? 'found' : 'missing', file);
  // PACKAGE_MAIN 2: If PKG is nothing, return nothing.
  if (checkIs(context, 'PACKAGE_MAIN 2', pkg, isNothing, x)) return undefined;
  // PACKAGE_MAIN 3: (node 24+) If PKG has `imports`, do PARSE_MAP(the `imports` of PKG).
  parseImports(context, 'PACKAGE_MAIN 3', pkg);
  // PACKAGE_MAIN 4: Let MAIN be the `main` of PKG.
  const { main } = pkg;
  noteAbout(context, 'PACKAGE_MAIN 4', 'done', main);
  // PACKAGE_MAIN 5: If MAIN is absent, null, `false`, 0 or the empty string, return nothing.
  if (checkAbout(context, 'PACKAGE_MAIN 5', !main, main)) return undefined;
  // PACKAGE_MAIN 6: If MAIN is a string, return MAIN.
  if (checkAboutIs(context, 'PACKAGE_MAIN 6', main, isString, main)) return main;
  return refuseMain(context, main);
}

function refuseMain(context: ResolverContext, main: unknown): undefined {
  const { nonStringMain: fate } = context.behaviours;
  // PACKAGE_MAIN 7: (locked, node 0.10–8) Throw a `TypeError`.
  if (fate === 'throws TypeError') noteAbout(context, 'PACKAGE_MAIN 7', 'thrown', main);
  // PACKAGE_MAIN 8: (node 10–16) Throw an error with the code `ERR_INVALID_ARG_TYPE`.
  if (fate === 'throws ERR_INVALID_ARG_TYPE') noteAbout(context, 'PACKAGE_MAIN 8', 'thrown', main);
  if (fate !== 'is ignored') throw notAPath(context, main);
}
