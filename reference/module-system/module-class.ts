// The Module constructor of one loader: what every module is an instance of.

import { notASpecifier } from '../errors/errors.ts';
import { compile } from '../load/compile.ts';
import { create } from '../modules/created-properties.ts';
import { loadFile } from '../modules/load-file.ts';
import { addChild } from '../modules/module-tree.ts';
import type { CommonJsModule, Format, ModuleSystem, Parent } from '../modules/module-types.ts';

export type ModuleClass = new (id?: string, parent?: Parent) => CommonJsModule;

/** A constructor for the modules of a loader. */
export function createModuleClass(system: ModuleSystem): ModuleClass {
  const { behaviours, paths } = system.context;
  class Module implements CommonJsModule {
    declare id: string;
    declare path?: string;
    declare exports: unknown;
    declare parent: Parent;
    declare filename: string | null;
    declare loaded: boolean;
    declare children: CommonJsModule[];
    declare paths: string[];

    constructor(id = '', parent?: Parent) {
      this.id = id;
      if (behaviours.modulePath === 'is the folder of the file') this.path = paths.dirname(id);
      create(behaviours, this, { exports: {} });
      this.parent = parent;
      addChild(parent, this);
      this.filename = null;
      this.loaded = false;
      this.children = [];
    }

    require(specifier: unknown): unknown {
      const error = notASpecifier(system.context, specifier);
      if (error !== undefined) throw error;
      return system.context.looks.below(() => system.Module._load(String(specifier), this, false));
    }

    load(filename: string): void {
      loadFile(system, this, filename);
    }

    _compile(source: string, filename: string, format?: Format): unknown {
      return compile(system, this, source, filename, format);
    }
  }
  if (behaviours.moduleParent === 'is inherited') defineInheritedParent(Module.prototype);
  if (behaviours.isPreloading === 'says whether modules are preloaded')
    Object.defineProperty(Module.prototype, 'isPreloading', { get: () => system.isPreloading });
  return Module;
}

function defineInheritedParent(prototype: CommonJsModule): void {
  const parents = new WeakMap<object, Parent>();
  Object.defineProperty(prototype, 'parent', {
    get(this: object) {
      return parents.get(this);
    },
    set(this: object, parent: Parent) {
      parents.set(this, parent);
    },
  });
}
