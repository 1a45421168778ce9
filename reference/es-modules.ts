// The operation LOAD_ES_MODULE of spec/01-algorithm/2-package-algorithm.md: an ES module, and what `require` gives of it. Modules of
// this kind are evaluated by the Node that runs the reference.

import { evaluateByHost, markByHost, startByHost } from './host-modules.ts';
import type { CommonJsModule, ModuleSystem } from './module-types.ts';
import { requireCycle, requireEsm } from './package-errors.ts';
import { check, note } from './trace.ts';

/** LOAD_ES_MODULE: evaluates the text of the file X and sets the exports of its module. */
export function loadEsModule(system: ModuleSystem, module: CommonJsModule, source: string, x: string): void {
  const { context, main, setsProcessMainModule } = system;
  if (setsProcessMainModule && main === module) {
    becomeNoMain(system, x);
    startByHost(x);
    return;
  }
  if (context.behaviours.esModules !== 'are loaded') throw requireEsm(x);
  system.esModules.add(module);
  module.exports = givenBy(system, evaluateTraced(system, source, x), x);
}

/** An entry that is an ES module is imported, not required, and there is no main module then. */
function becomeNoMain(system: ModuleSystem, x: string): void {
  system.main = undefined;
  Reflect.set(process, 'mainModule', undefined);
  delete system.Module._cache[x];
}

/** The host takes these steps; how it ends tells which they were. */
function evaluateTraced(system: ModuleSystem, source: string, x: string): object {
  const { context } = system;
  try {
    // LOAD_ES_MODULE 1
    note(context, 'LOAD_ES_MODULE 1', 'done', x);
    return evaluateByHost(system, source, x);
  } catch (error) {
    const code: unknown = Object(error).code;
    // LOAD_ES_MODULE 1.i
    if (code === 'ERR_REQUIRE_CYCLE_MODULE') note(context, 'LOAD_ES_MODULE 1.i', 'thrown', x);
    // LOAD_ES_MODULE 1.ii
    if (code === 'ERR_REQUIRE_ASYNC_MODULE') note(context, 'LOAD_ES_MODULE 1.ii', 'thrown', x);
    throw error;
  }
}

/** What `require` gives of a namespace. */
function givenBy({ context }: ModuleSystem, namespace: object, x: string): unknown {
  const hasOwnValue = Object.hasOwn(namespace, 'module.exports');
  // LOAD_ES_MODULE 2
  if (check(context, 'LOAD_ES_MODULE 2', hasOwnValue, x)) return Reflect.get(namespace, 'module.exports');
  const isUnmarked = Object.hasOwn(namespace, 'default') && !Object.hasOwn(namespace, '__esModule');
  // LOAD_ES_MODULE 3
  if (check(context, 'LOAD_ES_MODULE 3', isUnmarked, x)) return markByHost(x);
  // LOAD_ES_MODULE 4
  note(context, 'LOAD_ES_MODULE 4', 'done', x);
  return namespace;
}

/** An ES module in the cache that has not ended is asked for by what it has asked for itself. */
export function refuseRunningEsModule({ context, esModules }: ModuleSystem, cached: CommonJsModule): void {
  if (cached.loaded || !esModules.has(cached)) return;
  note(context, 'LOAD_ES_MODULE 1.i', 'thrown', cached.id);
  throw requireCycle(cached.id);
}
