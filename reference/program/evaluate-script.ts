// A script without a file, as `node --eval` evaluates it: in the global scope, with the variables of a module as global ones.

import vm from 'node:vm';
import { evalCannotPrint } from '../errors/es-module-errors.ts';
import { compileByHost, hostImport } from '../host/es-modules.ts';
import { isEsModule } from '../load/compile.ts';
import type { CommonJsModule, ModuleSystem } from '../modules/module-types.ts';

/** What is known of a script. */
export interface Script {
  readonly text: string;
  /** What takes the place of a file name, such as `[eval]`. */
  readonly name: string;
  /** Gets the value of the script. An ES module has none. */
  readonly print?: ((value: unknown) => void) | undefined;
  /** Core modules are global variables of the script. */
  readonly namesCoreModules?: boolean;
}

/** Evaluates a script in the working folder. */
export function evaluateScript(system: ModuleSystem, script: Script): void {
  const { text, name, print } = script;
  if (isImportedScript(system, text)) {
    evaluateEsModule(system, script);
    return;
  }
  if (script.namesCoreModules) nameCoreModules(system);
  const module = moduleOf(system, name);
  const variables = `
    globalThis.__filename = ${JSON.stringify(name)};
    globalThis.exports = exports;
    globalThis.module = module;
    globalThis.__dirname = __dirname;
    globalThis.require = require;
    return (evaluate) => evaluate();`;
  const inModule: unknown = module._compile(variables, `${name}-wrapper`, 'commonjs');
  const evaluate = (): unknown => vm.runInThisContext(text, { filename: name, ...hostImport(text) });
  const value: unknown = typeof inModule === 'function' ? inModule(evaluate) : evaluate();
  print?.(value);
}

/** A module of the script that has no file, but a place in the working folder. */
function moduleOf({ Module, context: { paths } }: ModuleSystem, name: string): CommonJsModule {
  const module = new Module(name);
  module.filename = paths.join(paths.workingFolder(), name);
  module.paths = Module._nodeModulePaths(paths.workingFolder());
  return module;
}

function nameCoreModules({ context, Module }: ModuleSystem): void {
  for (const name of context.core.listed) {
    if (/^_|[/:]/.test(name) || name in globalThis) continue;
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => Module._load(name, null, false),
      set: (value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true }),
    });
  }
}

function isImportedScript({ context }: ModuleSystem, text: string): boolean {
  return context.behaviours.esModules === 'are loaded' && !isScript(text) && isEsModule(text);
}

function isScript(text: string): boolean {
  try {
    new vm.Script(text);
    return true;
  } catch {
    return false;
  }
}

function evaluateEsModule(system: ModuleSystem, { text, name, print }: Script): void {
  if (print) throw evalCannotPrint(system.context);
  const { paths } = system.context;
  compileByHost(text, paths.join(paths.workingFolder(), name.replace(']', '1]')));
}
