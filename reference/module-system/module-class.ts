// The Module constructor of one loader: what every module is an instance of.

import { deprecate } from '../context/warnings.ts';
import { notASpecifier } from '../errors/errors.ts';
import { compile } from '../load/compile.ts';
import { create } from '../modules/created-properties.ts';
import { loadFile } from '../modules/load-file.ts';
import { addChild } from '../modules/module-tree.ts';
import type { CommonJsModule, Format, ModuleSystem, Parent } from '../modules/module-types.ts';

export type ModuleClass = new (id?: string, parent?: Parent) => CommonJsModule;

/** A constructor for the modules of a loader. */
export function createModuleClass(system: ModuleSystem): ModuleClass {
  const { parents, context } = system;
  const { behaviours, paths } = context;
  const inheritsParent = behaviours.moduleParent === 'is inherited';
  class Module implements CommonJsModule {
    declare id: string;
    declare path?: string;
    declare exports: unknown;
    declare parent: Parent;
    declare filename: string | null;
    declare loaded: boolean;
    declare children: CommonJsModule[];
    declare paths: string[];

    constructor(id?: string, parent?: Parent) {
      this.id = id === undefined && behaviours.absentModuleId === 'is the empty string' ? '' : (id as string);
      if (behaviours.modulePath === 'is the folder of the file') this.path = paths.dirname(this.id);
      create(behaviours, this, { exports: {} });
      if (inheritsParent) parents.set(this, parent);
      else this.parent = parent;
      addChild(behaviours, parent, this, false);
      this.filename = null;
      this.loaded = false;
      this.children = [];
    }

    load(filename: string): void {
      loadFile(system, this, filename);
    }

    require(specifier: unknown): unknown {
      const error = notASpecifier(system.context, specifier);
      if (error !== undefined) throw error;
      return system.context.looks.below(() => loadFor(system, String(specifier), this));
    }

    _compile(source: string, filename: string, format?: Format): unknown {
      return compile(system, this, source, filename, format);
    }
  }
  // As the properties of a plain function's prototype are.
  for (const name of ['load', 'require', '_compile'])
    Object.defineProperty(Module.prototype, name, { enumerable: true });
  if (inheritsParent) defineInheritedParent(Module.prototype, system);
  if (behaviours.isPreloading === 'says whether modules are preloaded')
    Object.defineProperty(Module.prototype, 'isPreloading', { get: () => system.isPreloading });
  return Module;
}

/** Programs that replace `Module._load` see how many arguments it gets. */
function loadFor({ Module, context }: ModuleSystem, specifier: string, module: CommonJsModule): unknown {
  switch (context.behaviours.loadArguments) {
    case 'are two':
      return Module._load(specifier, module);
    case 'are three':
      return Module._load(specifier, module, false);
    case 'are four':
      return Module._load(specifier, module, false, undefined);
  }
}

function defineInheritedParent(prototype: CommonJsModule, { context, parents }: ModuleSystem): void {
  Object.defineProperty(prototype, 'parent', {
    get(this: object) {
      deprecate(context, 'DEP0144', context.texts.DEP0144, '');
      return parents.get(this);
    },
    set(this: object, parent: Parent) {
      deprecate(context, 'DEP0144', context.texts.DEP0144, '');
      parents.set(this, parent);
    },
  });
}
