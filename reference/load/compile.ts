// Compiling a text, with the operation MAYBE_DETECT_AND_LOAD of spec/01-algorithm/3-load-algorithm.md.

import { type Program, parse } from 'acorn';
import { check, checkIs, note } from '../context/trace.ts';
import { fill } from '../errors/texts.ts';
import { stripTypes } from '../host/strip-types.ts';
import type { CommonJsModule, Format, ModuleSystem } from '../modules/module-types.ts';
import { evaluate, type ModuleBody, toFunction } from '../modules/wrapper.ts';
import { loadEsModule } from './load-es-module.ts';

/** Runs the text of a module, of whichever kind it is. This is `module._compile`. */
export function compile(
  system: ModuleSystem,
  module: CommonJsModule,
  text: string,
  x: string,
  asked?: Format,
): unknown {
  const { source, format } = withoutTypes(system, text, x, asked);
  if (format === 'module') return loadEsModule(system, module, source, x);
  const { esModules } = system.context.behaviours;
  if (esModules === 'are not recognized') return evaluate(system, module, toFunction(system, source, x), x);
  if (esModules === 'are refused') return compileRefusing(system, module, source, x);
  if (format !== 'commonjs') return maybeDetectAndLoad(system, module, source, x);
  return compileCommonJs(system, module, source, x);
}

/** A text of TypeScript as JavaScript, with the format that it then has. */
function withoutTypes(
  { context }: ModuleSystem,
  source: string,
  x: string,
  format: Format | undefined,
): { readonly source: string; readonly format: Format | undefined } {
  const [, kind] = /^(?:(commonjs|module)-)?typescript$/.exec(String(format)) ?? [];
  const hasTypes = kind !== undefined || format === 'typescript';
  if (!hasTypes || context.behaviours.typeScriptFiles !== 'are stripped of types') return { source, format };
  return { source: stripTypes(context, source, x), format: kind };
}

/** A text that must be a CommonJS module, in lines that know what else it might be. */
function compileCommonJs(system: ModuleSystem, module: CommonJsModule, source: string, x: string): unknown {
  const parsed = parseCommonJs(system, source, x);
  if (isBody(parsed)) return evaluate(system, module, parsed.body, x);
  if (isEsModule(source)) warnOfSyntax(system, x);
  throw parsed.error;
}

/** A text in lines that load no ES modules: they say what the entry of the program might be. */
function compileRefusing(system: ModuleSystem, module: CommonJsModule, source: string, x: string): unknown {
  const parsed = parseCommonJs(system, source, x);
  if (isBody(parsed)) return evaluate(system, module, parsed.body, x);
  if (Object.is(module, process.mainModule) && hasModuleStatements(source)) warnOfSyntax(system, x);
  throw parsed.error;
}

function warnOfSyntax({ context }: ModuleSystem, x: string): void {
  const message = fill(context.texts.esModuleSyntax, { file: x });
  context.warn({ name: 'Warning', message, atOnce: true });
}

/** MAYBE_DETECT_AND_LOAD: the text says by its syntax what it is. */
function maybeDetectAndLoad(
  system: ModuleSystem,
  module: CommonJsModule,
  source: string,
  x: string,
): unknown {
  const parsed = parseCommonJs(system, source, x);
  // MAYBE_DETECT_AND_LOAD 1: If X can be parsed as a CommonJS module, evaluate it as one, and return its
  //   exports.
  if (checkIs(system.context, 'MAYBE_DETECT_AND_LOAD 1', parsed, isBody, x))
    return evaluate(system, module, parsed.body, x);
  // MAYBE_DETECT_AND_LOAD 2: If X can be parsed as an ES module, return LOAD_ES_MODULE(X).
  if (check(system.context, 'MAYBE_DETECT_AND_LOAD 2', isEsModule(source), x))
    return loadEsModule(system, module, source, x);
  // MAYBE_DETECT_AND_LOAD 3: Throw the `SyntaxError` of step 1.
  note(system.context, 'MAYBE_DETECT_AND_LOAD 3', 'thrown', x);
  throw parsed.error;
}

/** What a text is as a CommonJS module. With a wrapper of the program's, the body may be anything. */
type Parsed = { readonly body: ModuleBody } | { readonly error: SyntaxError };

function parseCommonJs(system: ModuleSystem, source: string, x: string): Parsed {
  try {
    return { body: toFunction(system, source, x) };
  } catch (error) {
    if (error instanceof SyntaxError) return { error };
    throw error;
  }
}

function isBody(parsed: Parsed): parsed is { readonly body: ModuleBody } {
  return 'body' in parsed;
}

/** Whether a text is an ES module that imports or exports something by a statement. */
function hasModuleStatements(source: string): boolean {
  return isEsModule(source) && parseModule(source).body.some(({ type }) => /^(?:Import|Export)/.test(type));
}

/** Whether a text can be parsed as an ES module. */
export function isEsModule(source: string): boolean {
  try {
    parseModule(source);
    return true;
  } catch {
    return false;
  }
}

function parseModule(source: string): Program {
  return parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
}
