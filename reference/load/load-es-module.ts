// The operation LOAD_ES_MODULE of spec/01-algorithm/3-load-algorithm.md: an ES module, and what `require` gives of it. Modules of
// this kind are evaluated by the Node that runs the reference.

import { parse } from 'acorn';
import type { ResolverContext } from '../context/context.ts';
import { check, note } from '../context/trace.ts';
import { requireEsm, unlinked } from '../errors/es-module-errors.ts';
import { fileOf } from '../errors/package-errors.ts';
import { evaluateByHost, evaluateElsewhere, markByHost, startByHost } from '../host/es-modules.ts';
import { readText } from '../host/file-system.ts';
import { parentOf } from '../modules/module-tree.ts';
import type { CommonJsModule, ModuleSystem, Parent } from '../modules/module-types.ts';
import { lookupPackageScope } from '../packages/package-scope.ts';

/** LOAD_ES_MODULE: evaluates the text of the file X and sets the exports of its module. */
export function loadEsModule(system: ModuleSystem, module: CommonJsModule, source: string, x: string): void {
  const { context, main, importedEntry, ownsProcess } = system;
  if (ownsProcess && (main === module || importedEntry === module)) {
    becomeNoMain(system, module);
    startByHost(x);
    return;
  }
  if (context.behaviours.esModules !== 'are loaded') throw refused(system, module, x);
  system.esModules.add(module);
  module.exports = context.paths.isAbsolute(x)
    ? givenBy(system, evaluateTraced(system, source, x, parentOf(system, module)), x)
    : evaluateElsewhere(system, source, x);
}

function refused(system: ModuleSystem, module: CommonJsModule, x: string): Error {
  const { context } = system;
  // LOAD_ES_MODULE 1: (node 12–18) Throw an error with the code `ERR_REQUIRE_ESM`.
  note(context, 'LOAD_ES_MODULE 1', 'thrown', x);
  const untraced = { ...context, trace: undefined };
  const scope = x.endsWith('.mjs') ? undefined : lookupPackageScope(untraced, x);
  return requireEsm(context, {
    file: x,
    parent: parentOf(system, module)?.filename ?? undefined,
    packageJson: scope && fileOf(context, scope),
    hasSyntax: scope !== undefined && showsSyntax(context, x),
  });
}

/** Whether a file that is read has an `import` or an `export` at its top level. */
function showsSyntax({ behaviours, files }: ResolverContext, x: string): boolean {
  if (behaviours.refusedJavaScriptFile === 'is not read') return false;
  try {
    const { body } = parse(readText(files, x), { ecmaVersion: 'latest', sourceType: 'module' });
    return body.some(({ type }) => /^(?:Import|Export)/.test(type));
  } catch {
    return false;
  }
}

/** An entry that is an ES module is imported, not required, and there is no main module then. It stays in the cache, without exports. */
function becomeNoMain(system: ModuleSystem, entry: CommonJsModule): void {
  system.importedEntry = entry;
  system.main = undefined;
  Reflect.set(process, 'mainModule', undefined);
}

/** The host takes these steps; how it ends shows which they were. */
function evaluateTraced(system: ModuleSystem, source: string, x: string, parent: Parent): object {
  const { context } = system;
  try {
    // LOAD_ES_MODULE 2: (node 20+) Evaluate X and, before it, each module that it imports and that has not
    //   been evaluated. Before the first of them is evaluated,
    note(context, 'LOAD_ES_MODULE 2', 'done', x);
    return evaluateByHost(system, source, x, parent?.filename ?? undefined);
  } catch (error) {
    const code: unknown = Object(error).code;
    // LOAD_ES_MODULE 2.i: if one of them is an ES module or a CommonJS module whose evaluation has begun and
    //   not ended, throw an error with the code `ERR_REQUIRE_CYCLE_MODULE`;
    if (code === 'ERR_REQUIRE_CYCLE_MODULE') note(context, 'LOAD_ES_MODULE 2.i', 'thrown', x);
    // LOAD_ES_MODULE 2.ii: if one of them has `await` outside of functions, throw an error with the code
    //   `ERR_REQUIRE_ASYNC_MODULE`;
    if (code === 'ERR_REQUIRE_ASYNC_MODULE') note(context, 'LOAD_ES_MODULE 2.ii', 'thrown', x);
    if (code === 'ERR_INTERNAL_ASSERTION' || code === 'ERR_REQUIRE_ESM_RACE_CONDITION')
      throw refusedUnlinked(system, x, parent);
    throw error;
  }
}

/** The host takes a module that it could not link for one that it still loads. */
function refusedUnlinked({ context }: ModuleSystem, x: string, parent: Parent): Error {
  const { unlinkedEsModule } = context.behaviours;
  // LOAD_ES_MODULE 2.iii: if this step has failed for X before, because a module has no export of a name that
  //   is imported,
  note(context, 'LOAD_ES_MODULE 2.iii', 'done', x);
  // LOAD_ES_MODULE 2.iii.a: (node 20–24) throw an error with the code `ERR_INTERNAL_ASSERTION`;
  if (unlinkedEsModule === 'throws ERR_INTERNAL_ASSERTION')
    note(context, 'LOAD_ES_MODULE 2.iii.a', 'thrown', x);
  // LOAD_ES_MODULE 2.iii.b: (node 26+) throw an error with the code `ERR_REQUIRE_ESM_RACE_CONDITION`.
  else note(context, 'LOAD_ES_MODULE 2.iii.b', 'thrown', x);
  return unlinked(context, x, parent?.filename ?? undefined, unlinkedEsModule);
}

/** What `require` gives of a namespace. */
function givenBy({ context }: ModuleSystem, namespace: object, x: string): unknown {
  const hasOwnValue = Object.hasOwn(namespace, 'module.exports');
  // LOAD_ES_MODULE 3: (node 20+) If X has an export `module.exports`, return its value.
  if (check(context, 'LOAD_ES_MODULE 3', hasOwnValue, x)) return Reflect.get(namespace, 'module.exports');
  const isUnmarked = Object.hasOwn(namespace, 'default') && !Object.hasOwn(namespace, '__esModule');
  // LOAD_ES_MODULE 4: (node 20+) If X has an export `default` and no export `__esModule`, return an object
  //   with the exports of X and with `__esModule`, which is true.
  if (check(context, 'LOAD_ES_MODULE 4', isUnmarked, x)) return markByHost(x);
  // LOAD_ES_MODULE 5: (node 20+) Return the namespace of X.
  note(context, 'LOAD_ES_MODULE 5', 'done', x);
  return namespace;
}
