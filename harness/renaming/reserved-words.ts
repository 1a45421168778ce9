// The words that keep their spelling in a renamed case, because Node, a package manager, Deployd or JavaScript gives them a meaning.

import { builtinModules } from 'node:module';

/** Whether a word must stay; compared without case, because a word and its capitalised form are renamed together. */
export function isReserved(word: string): boolean {
  return reserved.has(word.toLowerCase());
}

const javascript = `abstract any as async await boolean break case catch class const continue debugger declare default delete do else
  enum export extends false finally for from function get if implements import in instanceof interface let namespace new null
  number object of package private protected public return set static string strict super switch symbol this throw true try
  type typeof undefined use var void while with yield`;

const globals = `array arguments boolean buffer console date error eval function global infinity json map math nan number object
  promise proxy reflect regexp set string symbol weakmap weakset`;

/** Properties, events and options that programs of the cases use. */
const properties = `address apply bind call children code configurable constructor create data emit end env enumerable exit exitcode
  extensions filename filter first id join keys length listen loaded log main message name on once parent paths platform print
  prototype push req request res resolve response slice stack stderr stdin stdout trim url value version versions warn warning
  writable write`;

/** Names of files, folders, fields and conditions. */
const packages = `bin browser bundledependencies bundleddependencies cjs commonjs cts default dependencies deno
  development devdependencies engines esm exports files html import imports index js jsx json jsnext keywords license
  main mjs module modules mts node node_libraries node_modules optionaldependencies package peerdependencies private
  production require scripts sideeffects source sync test ts tsx txt types typings wasm workspaces worker
  addons css es6 coffee`;

const deployd = `collection config dashboard dpdinclude dpd events files get path post put resources type`;

/** Names that were core modules once, or are so in lines newer than the running one. */
const coreModules = `freelist sea smalloc sqlite sys test reporters internal ffi`;

/** A package of this name is in no registry. */
const missing = 'modspec';

const reserved: ReadonlySet<string> = new Set(
  [javascript, globals, properties, packages, deployd, coreModules, missing, builtinModules.join(' ')]
    .join(' ')
    .split(/[\s/]+/)
    .map((word) => word.toLowerCase()),
);
