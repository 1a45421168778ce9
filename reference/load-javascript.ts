// The operations of spec/01-algorithm/2-package-algorithm.md that tell CommonJS modules from ES modules, in the order of the page.

import { extname } from 'node:path';
import { parse } from 'acorn';
import { evaluate, type ModuleBody, toFunction } from './compile.ts';
import { loadEsModule } from './es-modules.ts';
import { readText, withoutByteOrderMark } from './file-system.ts';
import type { CommonJsModule, Format, ModuleSystem } from './module-types.ts';
import { lookupPackageScope } from './package-scope.ts';
import { javaScriptName, stripTypes } from './strip-types.ts';
import { check, note } from './trace.ts';

/** LOAD_AS_JAVASCRIPT: a file whose extension has no handler of its own. This is `require.extensions['.js']`. */
export function loadAsJavaScript(system: ModuleSystem, module: CommonJsModule, x: string): void {
  const { behaviours, files } = system.context;
  const format = behaviours.esModules === 'are not recognized' ? undefined : formatOf(system, x);
  if (format === 'module' && behaviours.esModules === 'are refused') {
    if (behaviours.refusedJavaScriptFile === 'is read first' && !x.endsWith('.mjs')) readText(files, x);
    loadEsModule(system, module, '', x);
    return;
  }
  const text = readText(files, x);
  const source =
    behaviours.typeScriptFiles === 'are stripped of types' && javaScriptName(x) !== x
      ? stripTypes(text, x)
      : text;
  const keepsMark = behaviours.shebangAfterByteOrderMark === 'throws SyntaxError';
  const told = behaviours.esModules === 'are loaded' ? format : undefined;
  module._compile(keepsMark ? source : withoutByteOrderMark(source), x, told);
}

/** Undefined where only the syntax can tell. */
function formatOf({ context }: ModuleSystem, x: string): Format | undefined {
  const name = context.behaviours.typeScriptFiles === 'are stripped of types' ? javaScriptName(x) : x;
  // LOAD_AS_JAVASCRIPT 1
  if (check(context, 'LOAD_AS_JAVASCRIPT 1', name.endsWith('.mjs'), x)) return 'module';
  // LOAD_AS_JAVASCRIPT 2
  if (check(context, 'LOAD_AS_JAVASCRIPT 2', name.endsWith('.cjs'), x)) return 'commonjs';
  const coversNone =
    context.behaviours.fileWithoutExtension === 'follows the package type' && extname(x) === '';
  // LOAD_AS_JAVASCRIPT 3
  if (check(context, 'LOAD_AS_JAVASCRIPT 3', name.endsWith('.js') || coversNone, x)) {
    // LOAD_AS_JAVASCRIPT 3.i
    const scope = lookupPackageScope(context, x);
    note(context, 'LOAD_AS_JAVASCRIPT 3.i', scope ? 'found' : 'missing', scope?.folder);
    // LOAD_AS_JAVASCRIPT 3.ii
    if (check(context, 'LOAD_AS_JAVASCRIPT 3.ii', scope?.type === 'module', scope?.folder)) return 'module';
    // LOAD_AS_JAVASCRIPT 3.iii
    if (check(context, 'LOAD_AS_JAVASCRIPT 3.iii', scope?.type === 'commonjs', scope?.folder))
      return 'commonjs';
  }
  // LOAD_AS_JAVASCRIPT 4
  note(context, 'LOAD_AS_JAVASCRIPT 4', 'done', x);
  return undefined;
}

/** Runs the text of a module, of whichever kind it is. This is `module._compile`. */
export function compile(
  system: ModuleSystem,
  module: CommonJsModule,
  source: string,
  x: string,
  format?: Format,
): unknown {
  if (format === 'module') return loadEsModule(system, module, source, x);
  if (format === undefined && system.context.behaviours.esModules === 'are loaded')
    return maybeDetectAndLoad(system, module, source, x);
  const body = parseCommonJs(system, source, x);
  if (typeof body === 'function') return evaluate(system, module, body, x);
  if (system.context.behaviours.esModules === 'are loaded' && isEsModule(source)) warnOfSyntax(system, x);
  throw body;
}

function warnOfSyntax({ context }: ModuleSystem, x: string): void {
  const message = `Failed to load the ES module: ${x}. Make sure that its package has the type "module", or that it ends in .mjs.`;
  context.warn({ name: 'Warning', message, atOnce: true });
}

/** MAYBE_DETECT_AND_LOAD: the text says by its syntax what it is. */
function maybeDetectAndLoad(
  system: ModuleSystem,
  module: CommonJsModule,
  source: string,
  x: string,
): unknown {
  const body = parseCommonJs(system, source, x);
  // MAYBE_DETECT_AND_LOAD 1
  if (
    check(system.context, 'MAYBE_DETECT_AND_LOAD 1', typeof body === 'function', x) &&
    typeof body === 'function'
  )
    return evaluate(system, module, body, x);
  // MAYBE_DETECT_AND_LOAD 2
  if (check(system.context, 'MAYBE_DETECT_AND_LOAD 2', isEsModule(source), x))
    return loadEsModule(system, module, source, x);
  // MAYBE_DETECT_AND_LOAD 3
  note(system.context, 'MAYBE_DETECT_AND_LOAD 3', 'thrown', x);
  throw body;
}

/** The error where the text is no CommonJS module. */
function parseCommonJs(system: ModuleSystem, source: string, x: string): ModuleBody | SyntaxError {
  try {
    return toFunction(system, source, x);
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}

function isEsModule(source: string): boolean {
  try {
    parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
    return true;
  } catch {
    return false;
  }
}
