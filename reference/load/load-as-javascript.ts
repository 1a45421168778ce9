// The operation LOAD_AS_JAVASCRIPT of spec/01-algorithm/3-load-algorithm.md: of which kind a file is.

import type { ResolverContext } from '../context/context.ts';
import { check, note } from '../context/trace.ts';
import { readModuleText, withoutByteOrderMark } from '../host/file-system.ts';
import { javaScriptName } from '../host/strip-types.ts';
import { loadSource } from '../modules/module-hooks.ts';
import type { CommonJsModule, Format, JavaScriptFormat, ModuleSystem } from '../modules/module-types.ts';
import { lookupPackageScope } from '../packages/package-scope.ts';
import { loadEsModule } from './load-es-module.ts';

/** LOAD_AS_JAVASCRIPT: a file whose extension has no handler of its own. This is `require.extensions['.js']`. */
export function loadAsJavaScript(system: ModuleSystem, module: CommonJsModule, x: string): void {
  const { esModules } = system.context.behaviours;
  if (esModules === 'are not recognized') {
    // LOAD_AS_JAVASCRIPT 1: (locked, node 0.10–10) Evaluate X as a CommonJS module, and return its exports.
    note(system.context, 'LOAD_AS_JAVASCRIPT 1', 'done', x);
    compileText(system, module, x, undefined, readOnce(system.context, x));
    return;
  }
  const read = readOnce(system.context, x);
  const format = formatOf(system.context, x, nameOf(system.context, x), read);
  if (format === 'module' && esModules === 'are refused') loadEsModule(system, module, '', x);
  else compileText(system, module, x, esModules === 'are loaded' ? format : undefined, read);
}

type Read = () => string;

/** Programs see how often a file is read if they replace the function that reads. */
function readOnce({ files }: ResolverContext, x: string): Read {
  let text: string | undefined;
  return () => (text ??= readModuleText(files, x));
}

function compileText(
  system: ModuleSystem,
  module: CommonJsModule,
  x: string,
  format: JavaScriptFormat | undefined,
  read: Read,
): void {
  const { behaviours } = system.context;
  const strips = behaviours.typeScriptFiles === 'are stripped of types' && javaScriptName(x) !== x;
  const { source, format: given } = loadSource(system, module, x, strips ? withTypes(format) : format, read);
  const keepsMark = behaviours.shebangAfterByteOrderMark === 'throws SyntaxError';
  const content = keepsMark ? source : withoutByteOrderMark(source);
  // Programs that replace `_compile` see how many arguments it gets.
  if (behaviours.compileArguments === 'are two') module._compile(content, x);
  else module._compile(content, x, given ?? undefined);
}

/** The format of a TypeScript file. */
function withTypes(format: JavaScriptFormat | undefined): Format {
  return format === undefined ? 'typescript' : `${format}-typescript`;
}

/** The name by which the kind of a file is decided. */
function nameOf(context: ResolverContext, x: string): string {
  // LOAD_AS_JAVASCRIPT 2: (node 12+) Let NAME be X.
  note(context, 'LOAD_AS_JAVASCRIPT 2', 'done', x);
  if (context.behaviours.typeScriptFiles === 'are loaded as they are') return x;
  const name = javaScriptName(x);
  // LOAD_AS_JAVASCRIPT 3: (node 22+) If X ends in `.ts`, `.mts` or `.cts`, let NAME be X with `.js`, `.mjs`
  //   or `.cjs` in the place of that ending. Types are removed from the text of X before it is evaluated.
  check(context, 'LOAD_AS_JAVASCRIPT 3', name !== x, x);
  return name;
}

/** Undefined where only the syntax can tell. */
function formatOf(
  context: ResolverContext,
  x: string,
  named: string,
  read: Read,
): JavaScriptFormat | undefined {
  // LOAD_AS_JAVASCRIPT 4: (node 12+) If NAME ends in `.mjs`, return LOAD_ES_MODULE(X).
  if (check(context, 'LOAD_AS_JAVASCRIPT 4', named.endsWith('.mjs'), x)) return 'module';
  // LOAD_AS_JAVASCRIPT 5: (node 12+) If NAME ends in `.cjs`, evaluate X as a CommonJS module, and return its
  //   exports.
  if (check(context, 'LOAD_AS_JAVASCRIPT 5', named.endsWith('.cjs'), x)) return 'commonjs';
  const coversNone = context.behaviours.fileWithoutExtension === 'follows the package type';
  // LOAD_AS_JAVASCRIPT 6: (node 26+) If X has no extension, let NAME be X with `.js` added.
  const isBare = coversNone && check(context, 'LOAD_AS_JAVASCRIPT 6', context.paths.extname(x) === '', x);
  // LOAD_AS_JAVASCRIPT 7: (node 12+) If NAME ends in `.js`,
  const isScript = check(context, 'LOAD_AS_JAVASCRIPT 7', isBare || named.endsWith('.js'), x);
  return (isScript ? typeOf(context, x, read) : undefined) ?? bySyntax(context, x);
}

/** What the package of a file says. */
function typeOf(context: ResolverContext, x: string, read: Read): JavaScriptFormat | undefined {
  const { esModules, refusedJavaScriptFile } = context.behaviours;
  if (esModules === 'are refused' && refusedJavaScriptFile === 'is read first') {
    const error = errorOf(read);
    // LOAD_AS_JAVASCRIPT 7.i: (node 16–18) if X cannot be read, throw the error of the file system;
    if (check(context, 'LOAD_AS_JAVASCRIPT 7.i', error !== undefined, x)) throw error;
  }
  // LOAD_AS_JAVASCRIPT 7.ii: let SCOPE be the result of LOOKUP_PACKAGE_SCOPE(X, false);
  const scope = lookupPackageScope(context, x);
  note(context, 'LOAD_AS_JAVASCRIPT 7.ii', scope ? 'found' : 'missing', scope?.folder);
  // LOAD_AS_JAVASCRIPT 7.iii: if SCOPE is a package with the `type` `module`, return LOAD_ES_MODULE(X);
  if (check(context, 'LOAD_AS_JAVASCRIPT 7.iii', scope?.type === 'module', scope?.folder)) return 'module';
  // LOAD_AS_JAVASCRIPT 7.iv: if SCOPE is a package with the `type` `commonjs`, evaluate X as a CommonJS
  //   module, and return its exports.
  if (check(context, 'LOAD_AS_JAVASCRIPT 7.iv', scope?.type === 'commonjs', scope?.folder)) return 'commonjs';
  return undefined;
}

function errorOf(read: Read): unknown {
  try {
    read();
    return undefined;
  } catch (error) {
    return error;
  }
}

function bySyntax(context: ResolverContext, x: string): undefined {
  // LOAD_AS_JAVASCRIPT 8: (node 12–18) Evaluate X as a CommonJS module, and return its exports.
  if (context.behaviours.esModules === 'are refused') note(context, 'LOAD_AS_JAVASCRIPT 8', 'done', x);
  // LOAD_AS_JAVASCRIPT 9: (node 20+) Return MAYBE_DETECT_AND_LOAD(X).
  else note(context, 'LOAD_AS_JAVASCRIPT 9', 'done', x);
}
