// A small CommonJS program: what one file of a tree says. ES5, because it also runs in Node 0.10.

import { posix } from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import type { Dice } from './dice.ts';

/** @param all the entries of the tree, with or without their texts */
export function randomProgram(dice: Dice, path: string, all: readonly TreeEntry[]): string {
  if (!isCode(path)) return path.endsWith('.json') ? dice.pick(jsonTexts) : dice.pick(plainTexts);
  if (dice.chance(0.04)) return dice.pick(strangeTexts);
  const scope: Scope = { dice, path, files: all.map((entry) => entry.path) };
  const body = dice.several(1, 5, () => dice.pick(statements)(scope)).flat();
  const used = Object.entries(functions).flatMap(([name, text]) =>
    body.some((line) => line.includes(`${name}(`)) ? [text] : [],
  );
  return [...used, ...body].map((line) => `${line}\n`).join('');
}

/** What programs print with. The contents of core modules depend on more than the loader, and so does how JSON writes half a character. */
const functions: Readonly<Record<string, string>> = {
  show: "function show(x) { var text = x && x.Stats ? 'core' : String(JSON.stringify(x)).replace(/\\\\ud[89a-f]../g, '?').replace(/[\\ud800-\\udfff]/g, '?'); console.log(typeof x, text.length < 200 ? text : 'long'); }",
  fail: 'function fail(e) { console.log(e && (e.code || e.name) || e); }',
};

/** Files without a known extension are loaded as programs too. */
function isCode(path: string): boolean {
  return !/\.(?:json|node)$/.test(path);
}

const jsonTexts = [
  '{"a":1}\n',
  '1\n',
  'null\n',
  '[]\n',
  '"a"\n',
  '',
  '{\n',
  '\ufeff{"a":2}',
  '{"__proto__":3}\n',
] as const;

const plainTexts = ['', 'exports.a = 1;\n'] as const;

const strangeTexts = [
  '',
  '#!/usr/bin/env node\nexports.a = 1;\n',
  '\ufeffexports.a = 1;\n',
  '\ufeff#!/usr/bin/env node\nexports.a = 1;\n',
  'return;\nexports.a = 1;\n',
  'syntax error\n',
  '});(function () {\n',
  '// no newline at the end',
  'exports.a = this === exports;\nconsole.log(arguments.length);\n',
  '"use strict";\nexports.a = 1;\n',
] as const;

interface Scope {
  readonly dice: Dice;
  /** The file that says it. */
  readonly path: string;
  readonly files: readonly string[];
}

type Statement = (scope: Scope) => string[];

/** A specifier of another file, as a literal: the file is there, nearly there, or not. */
function specifier({ dice, path, files }: Scope): string {
  const loadable = files.filter((file) => !/\.(?:node|mjs|mts|ts|wasm)$/.test(file));
  const file = dice.pickAny(loadable) ?? 'a.js';
  const modules = /^.*node_modules\/(.*)$/.exec(file)?.[1];
  if (modules !== undefined && dice.chance(0.6)) return JSON.stringify(modules.replace(/\/[^/]*$/, ''));
  if (dice.chance(0.05))
    return dice.pick(["'none'", "'./none'", "'fs'", "'.'", "'a'", "''", '1', 'undefined']);
  const relative = posix.relative(posix.dirname(path), dice.chance(0.2) ? posix.dirname(file) : file);
  const name = relative.startsWith('.') ? relative : `./${relative}`;
  return JSON.stringify(dice.chance(0.3) ? name.replace(/(?<=[^/])\.[^./]*$/, '') : name);
}

const say = (text: string): string => `console.log(${text});`;

/** Prints what an expression gives or throws. */
const attempt = (expression: string): string[] => [
  `try { ${expression.startsWith('show(') ? expression : `console.log(${expression})`}; } catch (e) { fail(e); }`,
];

/** A module or its exports in one line, whatever it is. */
const shown = (expression: string): string => `show(${expression})`;

const ids = (list: string): string => `(${list} || []).map(function (m) { return m && m.id; }).join()`;

/** A program that loads without an end is stopped where both sides can see it. */
const limited = (line: string): string[] => [
  'global.count = (global.count || 0) + 1;',
  "if (global.count > 30) throw new Error('too many');",
  line,
];

const anyModule = ['module', 'module.parent', 'require.main', 'module.children[0]'] as const;

const statements: readonly [Statement, ...Statement[]] = [
  (scope) => attempt(shown(`require(${specifier(scope)})`)),
  (scope) => attempt(shown(`require(${specifier(scope)})`)),
  (scope) => attempt(shown(`require(${specifier(scope)})`)),
  (scope) => [`require(${specifier(scope)});`],
  (scope) => [`var x = require(${specifier(scope)});`, 'show(x);'],
  (scope) => attempt(`require.resolve(${specifier(scope)})`),
  (scope) => attempt(shown(`module.require(${specifier(scope)})`)),
  ({ path }) => [`exports.from = ${JSON.stringify(path)};`],
  ({ dice }) => [
    `exports.${dice.pick(['a', 'b', 'from', '__esModule', 'default', 'then'])} = ${dice.below(9)};`,
  ],
  ({ dice }) => [
    `module.exports = ${dice.pick(['{ a: 1 }', 'function () {}', '1', "'s'", '[]', 'null', 'undefined', '0', 'exports', 'module', 'require', 'this'])};`,
  ],
  ({ dice }) => [`exports = ${dice.pick(['{}', '1', 'module.exports = { b: 2 }'])};`, 'exports.a = 3;'],
  ({ path }) => [say(JSON.stringify(path))],
  ({ dice }) => [say(`module.${dice.pick(['id', 'filename', 'loaded', 'path'])}`)],
  ({ dice }) => attempt(`${dice.pick(anyModule)}.${dice.pick(['id', 'filename', 'loaded'])}`),
  ({ dice }) => attempt(ids(`${dice.pick(anyModule)}.children`)),
  () => [say('require.main === module')],
  () => [say('typeof module.parent + (module.parent && module.parent.id)')],
  () => [say('__filename + __dirname')],
  () => [say('module.paths[0]')],
  () => [say('Object.keys(require.cache).join()')],
  () => [say('Object.keys(require.extensions).slice(0, 5).join()')],
  () => [say('this === exports, this === module.exports, arguments.length')],
  // Node 14 and 16 give each module a property whose name is the number of an internal symbol.
  () => [say('Object.keys(module).filter(isNaN).sort().join()')],
  () => [say('Object.keys(require).sort().join()')],
  ({ dice }) => [
    `throw ${dice.pick(['new Error()', "new TypeError('t')", '1', 'null', 'undefined', "{ code: 'C' }"])};`,
  ],
  ({ dice }) => [`if (module.parent) throw ${dice.pick(['new Error()', '1'])};`],
  (scope) =>
    limited(
      `delete require.cache[${scope.dice.pick(['__filename', `require.resolve(${specifier(scope)})`])}];`,
    ),
  () => limited('require.cache = {};'),
  ({ dice }) => [
    `require.cache[__filename] = ${dice.pick(['{ exports: 1 }', '{}', '{ exports: { a: 4 }, loaded: true }'])};`,
  ],
  (scope) => [`require.cache[require.resolve(${specifier(scope)})] = { exports: 5, loaded: true, id: 6 };`],
  ({ dice }) => [
    `module.${dice.pick(['loaded = true', 'loaded = false', "id = 'x'", 'children = []', 'parent = null', "filename = '/x.js'", 'paths = []', 'exports = module'])};`,
  ],
  ({ dice }) => [
    `require.extensions['${dice.pick(extensions)}'] = function (m, f) { m.exports = f.length > 0; };`,
  ],
  ({ dice }) => [
    `require.extensions['${dice.pick(extensions)}'] = function (m, f) { m._compile('exports.a = 7', f); };`,
  ],
  ({ dice }) => [
    `require.extensions['${dice.pick(extensions)}'] = require.extensions['${dice.pick(['.js', '.json'])}'];`,
  ],
  ({ dice }) => limited(`delete require.extensions['${dice.pick(['.js', '.json', '.node'])}'];`),
  ({ dice }) => [
    `require.extensions['${dice.pick(extensions)}'] = ${dice.pick(['undefined', 'null', '1'])};`,
  ],
  replaceFunction,
  replaceFunction,
  (scope) =>
    attempt(
      shown(
        `require('module')._load(${specifier(scope)}, ${scope.dice.pick(['module', 'null', 'undefined', 'module, true'])})`,
      ),
    ),
  (scope) =>
    attempt(
      `require('module')._resolveFilename(${specifier(scope)}, ${scope.dice.pick(['module', 'null', '{}', '{ id: 1, paths: [__dirname] }'])})`,
    ),
  (scope) => attempt(`String(require('module')._findPath(${specifier(scope)}, [__dirname]))`),
  (scope) => [
    `var m = new module.constructor(${scope.dice.pick(["'x'", '__filename', "'y', module"])});`,
    ...attempt(`typeof m.exports + m.id + m.loaded + m.filename + ${ids('m.children')}`),
  ],
  () => [
    "var n = new module.constructor('n', module);",
    ...attempt("n._compile('module.exports = typeof require; ', '/n.js') + n.exports"),
  ],
  (scope) => attempt(shown(`require('module').createRequire(__filename)(${specifier(scope)})`)),
  (scope) => [`setTimeout(function () { ${attempt(shown(`require(${specifier(scope)})`)).join(' ')} }, 0);`],
];

const extensions = ['.js', '.json', '.x', '.cjs', '.txt', '.', '.js.js', ''] as const;

/** A part of Module with something of the program's around it, or in its place. */
function replaceFunction({ dice }: Scope): string[] {
  const name = dice.pick([
    '_resolveFilename',
    '_load',
    '_findPath',
    '_nodeModulePaths',
    '_resolveLookupPaths',
    'wrap',
    'prototype.require',
    'prototype.load',
    'prototype._compile',
    '_extensions[".js"]',
    '_extensions[".json"]',
  ]);
  const answer = dice.chance(0.85)
    ? 'old.apply(this, arguments)'
    : dice.pick(['1', 'undefined', "'x'", "''", '[]', 'null']);
  return [
    '(function (M) {',
    `  var old = M.${name};`,
    `  M.${name} = function (a) {`,
    `    console.log(${JSON.stringify(name)}, typeof a === 'string' && a.length < 30 ? a : typeof a);`,
    `    return ${answer};`,
    '  };',
    "})(require('module'));",
  ];
}
