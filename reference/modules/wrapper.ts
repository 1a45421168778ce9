// Evaluating source: the function that a module's text becomes, and the call of it.

import vm from 'node:vm';
import type { Behaviours } from '../behaviours/behaviours.ts';
import { hostImport } from '../host/es-modules.ts';
import type { CommonJsModule, ModuleSystem, Require } from './module-types.ts';
import { createRequireFunction } from './require-function.ts';

const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];

/** The two halves of the wrapper; `Module.wrapper` starts with them. */
export const defaultWrapper: readonly [string, string] = [`(function (${parameters.join(', ')}) { `, '\n});'];

/** Runs the body of a module with its five variables. */
export function evaluate(
  system: ModuleSystem,
  module: CommonJsModule,
  body: ModuleBody,
  filename: string,
): unknown {
  const require = createRequireFunction(system, module);
  const { exports } = module;
  const { looks, paths } = system.context;
  const values = [exports, require, module, filename, paths.dirname(filename)];
  return looks.during(() => Reflect.apply(body, exports, values));
}

export type ModuleBody = (
  this: unknown,
  exports: unknown,
  require: Require,
  module: CommonJsModule,
  filename: string,
  folder: string,
) => unknown;

/** Throws a SyntaxError where the text is not the body of a function. */
export function toFunction(system: ModuleSystem, text: string, filename: string): ModuleBody {
  const { Module, context } = system;
  const source = withoutShebang(context.behaviours, text);
  if (context.behaviours.wrapper === 'is a function' && !isWrapperChanged(system)) {
    return vm.compileFunction(source, parameters, { filename, ...hostImport(source) }) as ModuleBody;
  }
  return vm.runInThisContext(Module.wrap(source), { filename, ...hostImport(source) });
}

/** A function of the program's is not called here: it may print, and it is called once for each module. */
function isWrapperChanged({ Module, ownWrap }: ModuleSystem): boolean {
  return Module.wrap !== ownWrap || defaultWrapper.some((half, index) => Module.wrapper[index] !== half);
}

/** V8 of today takes a first line `#!` itself, but not inside the wrapper. */
function withoutShebang(behaviours: Behaviours, source: string): string {
  return behaviours.shebangAfterByteOrderMark === 'is skipped' ? source.replace(/^#!.*/, '') : source;
}
