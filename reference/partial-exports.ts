// Partial exports: what a cycle sees of a module that is still running.

import type { Behaviours } from './behaviours.ts';
import type { CommonJsModule } from './module-types.ts';

/** The exports of a module that is already in the cache. */
export function exportsOfCached(behaviours: Behaviours, module: CommonJsModule): unknown {
  if (!module.loaded && behaviours.partialExportsWarn && isPlain(module.exports)) {
    Object.setPrototypeOf(module.exports, warningPrototype);
  }
  return module.exports;
}

/** Takes the warnings away again once the module has finished. */
export function settleExports(module: CommonJsModule): void {
  const { exports } = module;
  if (
    typeof exports === 'object' &&
    exports !== null &&
    Object.getPrototypeOf(exports) === warningPrototype
  ) {
    Object.setPrototypeOf(exports, Object.prototype);
  }
}

function isPlain(exports: unknown): exports is object {
  if (typeof exports !== 'object' || exports === null) return false;
  return Object.getPrototypeOf(exports) === Object.prototype && !Reflect.get(exports, '__esModule');
}

const warningPrototype = new Proxy(
  {},
  {
    get(target, property) {
      if (property in target || property === '__esModule') return Reflect.get(target, property);
      warn(property);
      return undefined;
    },
    getOwnPropertyDescriptor(target, property) {
      if (property !== '__esModule') warn(property);
      return Reflect.getOwnPropertyDescriptor(target, property);
    },
  },
);

function warn(property: string | symbol): void {
  process.emitWarning(
    `Accessing non-existent property '${String(property)}' of module exports inside circular dependency`,
  );
}
