// One module system: what a loader knows, and its Module constructor.

import type { Environment, ResolverContext } from '../context/context.ts';
import type {
  CommonJsModule,
  ModuleConstructor,
  ModuleHooks,
  ModuleSystem,
} from '../modules/module-types.ts';
import { createPartialExports } from '../modules/partial-exports.ts';
import { createModuleConstructor } from './module-constructor.ts';

/** The context of a new loader but for the tables that programs see, which the module system itself knows. */
export type Settings = Omit<ResolverContext, 'extensions' | 'foundFiles'>;

/** A module system with an empty cache. */
export class LoaderSystem implements ModuleSystem {
  readonly context: ResolverContext;
  readonly Module: ModuleConstructor;
  readonly ownWrap: ModuleConstructor['wrap'];
  readonly ownLookups: ModuleSystem['ownLookups'];
  main: CommonJsModule | undefined;
  importedEntry: CommonJsModule | undefined;
  readonly remembered: Map<string, string> = new Map();
  isPreloading = false;
  readonly hooks: ModuleHooks[] = [];
  readonly partialExports: object;
  readonly esModules: WeakSet<CommonJsModule> = new WeakSet();
  readonly parents: ModuleSystem['parents'] = new WeakMap();
  readonly ownsProcess: boolean;
  readonly readEnvironment: () => Environment;

  constructor(settings: Settings, readEnvironment: () => Environment, ownsProcess: boolean) {
    this.ownsProcess = ownsProcess;
    this.context = {
      ...settings,
      extensions: () => Object.keys(this.Module._extensions),
      foundFiles: () => this.Module._pathCache,
    };
    this.partialExports = createPartialExports(settings);
    this.readEnvironment = readEnvironment;
    this.Module = createModuleConstructor(this);
    this.ownWrap = this.Module.wrap;
    this.ownLookups = {
      _findPath: this.Module._findPath,
      _resolveLookupPaths: this.Module._resolveLookupPaths,
    };
    this.Module._initPaths();
  }
}
