// Partial exports: what a cycle sees of a module that is still running.

import { types } from 'node:util';
import type { Warning } from '../context/warnings.ts';
import { fill, type Telling } from '../errors/texts.ts';
import type { CommonJsModule, ModuleSystem } from './module-types.ts';

/** The exports of a module that is already in the cache. */
export function exportsOfCached({ context, partialExports }: ModuleSystem, module: CommonJsModule): unknown {
  if (
    !module.loaded &&
    context.behaviours.partialExports === 'warn of missing properties' &&
    isPlain(module)
  ) {
    Object.setPrototypeOf(Object(module.exports), partialExports);
  }
  return module.exports;
}

/** Takes the warnings away again once the module has finished. */
export function settleExports({ partialExports }: ModuleSystem, module: CommonJsModule): void {
  const { exports } = module;
  if (typeof exports !== 'object' || exports === null || types.isProxy(exports)) return;
  if (Object.getPrototypeOf(exports) === partialExports) Object.setPrototypeOf(exports, Object.prototype);
}

/** A proxy would notice that it is looked at; a getter `exports` notices each look, as in Node. */
function isPlain(module: CommonJsModule): boolean {
  if (!module.exports || types.isProxy(module.exports)) return false;
  if (Object.getPrototypeOf(module.exports) !== Object.prototype) return false;
  return !Reflect.get(Object(module.exports), '__esModule');
}

/** A prototype for partial exports that warns of properties which are not there. */
export function createPartialExports({ texts, warn }: Warning & Telling): object {
  const warnOf = (property: string | symbol): void =>
    warn({ name: 'Warning', message: fill(texts.partialExports, { property: String(property) }) });
  return new Proxy(
    {},
    {
      get(target, property) {
        if (property in target || property === '__esModule') return Reflect.get(target, property);
        warnOf(property);
        return undefined;
      },
      getOwnPropertyDescriptor(target, property) {
        if (property !== '__esModule') warnOf(property);
        return Reflect.getOwnPropertyDescriptor(target, property);
      },
    },
  );
}
