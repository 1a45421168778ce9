// The host's own `Module` with the parts of a loader: what ES modules import of CommonJS, and what they get of the core module
// `module`, is then the loader's. The host looks these parts up each time that it needs them.

import HostModule from 'node:module';
import { requireCycle } from '../errors/es-module-errors.ts';
import type { Telling } from '../errors/texts.ts';

/** A loader from which the host gets CommonJS modules. */
export interface Lender {
  readonly context: Telling;
  readonly Module: { readonly prototype: object; readonly _cache: Cache };
}

type Cache = Readonly<Record<string, CachedModule | undefined>>;

interface CachedModule {
  readonly filename: string | null;
  readonly loaded: boolean;
}

interface Lent {
  readonly Module: Lender['Module'];
  /** The cache as the host sees it. */
  readonly cache: () => Cache;
}

/** The parts that are lent; all else in `module` has nothing to do with a loader. */
const lentNames = [
  '_cache',
  '_pathCache',
  '_extensions',
  '_load',
  '_resolveFilename',
  '_resolveLookupPaths',
  '_findPath',
  '_stat',
  '_nodeModulePaths',
  '_initPaths',
  'globalPaths',
  'runMain',
  'createRequire',
  'registerHooks',
] as const;

/** What the host's `Module` is without a loader. */
export const hostModule: {
  readonly prototype: object;
  readonly load: (request: string) => unknown;
  readonly loadFile: () => void;
  readonly runMain: (entry: string) => unknown;
} = {
  prototype: HostModule.prototype,
  load: Reflect.get(HostModule, '_load'),
  loadFile: Reflect.get(HostModule.prototype, 'load'),
  runMain: Reflect.get(HostModule, 'runMain'),
};

let lent: Lent | undefined;

/** From here on the host has the parts of this loader. */
export function lendModules({ Module }: Lender): void {
  become({ Module, cache: () => Module._cache });
}

/** The parts that the host gets while it only notes what a module exports. */
let noting: Readonly<Record<string, unknown>> | undefined;

/**
 * Notes what an import of the module gives from now on, whatever programs put into the cache later. The host does so when it has
 * loaded a module, so it loads this one again, with handlers that do nothing.
 */
export function noteExports(module: CachedModule & { readonly paths: unknown }): void {
  const { filename, paths } = module;
  // A program may have assigned anything to it.
  if (!isInstalled || typeof filename !== 'string' || !Reflect.set(module, 'loaded', false)) return;
  const handlers = new Proxy({}, { get: () => () => undefined });
  noting = { _extensions: handlers, _nodeModulePaths: () => paths };
  try {
    Reflect.apply(hostModule.loadFile, module, [filename]);
  } finally {
    noting = undefined;
  }
}

/** While `evaluate` runs, the host has the parts of this loader, and refuses to link modules that still run. */
export function lendDuring<T>(lender: Lender, evaluate: () => T): T {
  const before = lent;
  const running = runningIn(lender.Module._cache);
  const unmarked = executing ? running.filter((module) => Reflect.get(module, executing) !== true) : [];
  const cache = executing ? lender.Module._cache : refusing(lender, running);
  mark(unmarked, true);
  become({ Module: lender.Module, cache: () => cache });
  try {
    return evaluate();
  } finally {
    become(before);
    mark(unmarked, false);
  }
}

/** The mark by which the host knows the modules whose code it runs; Node has it since 20.19 and 22.13. */
const executing: symbol | undefined = findExecuting();

function findExecuting(): symbol | undefined {
  const module: object = Object.create(HostModule.prototype);
  Reflect.apply(Reflect.get(HostModule.prototype, '_compile'), module, ['', '/']);
  return Object.getOwnPropertySymbols(module).find(({ description }) => description === 'kIsExecuting');
}

function mark(modules: readonly CachedModule[], value: boolean): void {
  if (executing) for (const module of modules) Reflect.set(module, executing, value);
}

function become(next: Lent | undefined): void {
  install();
  const isOther = next?.Module !== lent?.Module;
  lent = next;
  if (!isOther) return;
  Reflect.set(HostModule, 'prototype', next?.Module.prototype ?? hostModule.prototype);
  HostModule.syncBuiltinESMExports();
}

let isInstalled = false;

function install(): void {
  if (isInstalled) return;
  isInstalled = true;
  for (const name of lentNames) {
    let own: unknown = Reflect.get(HostModule, name);
    Object.defineProperty(HostModule, name, {
      configurable: true,
      enumerable: name !== '_stat',
      get: () => {
        if (noting && name in noting) return noting[name];
        return lent === undefined ? own : name === '_cache' ? lent.cache() : Reflect.get(lent.Module, name);
      },
      set: (value: unknown) => {
        if (lent === undefined) own = value;
        else Reflect.set(lent.Module, name, value);
      },
    });
  }
}

function runningIn(cache: Cache): CachedModule[] {
  return Object.values(cache).filter(
    (module) => module && !module.loaded && module.filename !== null && !isOnlyLinked(module),
  ) as CachedModule[];
}

/** A cache for a host without the mark, which looks into it when it links: the modules that still run refuse. */
function refusing({ Module, context }: Lender, running: readonly CachedModule[]): Cache {
  const filenames = new Set<unknown>(running.map(({ filename }) => filename));
  return new Proxy(Module._cache, {
    get(cache, name) {
      if (typeof name === 'string' && filenames.has(name)) throw requireCycle(context, name, undefined);
      return Reflect.get(cache, name);
    },
  });
}

/** Modules that the host has made when it linked, and whose evaluation has begun. */
const begun = new WeakSet<object>();

/** Whether the host has made this module when it linked, and nothing has asked for its exports. From now on something has. */
export function beginLinked(module: object): boolean {
  if (!isOnlyLinked(module)) return false;
  begun.add(module);
  return true;
}

function isOnlyLinked(module: object): boolean {
  if (begun.has(module) || Reflect.get(module, 'loaded') === true) return false;
  return Object.getOwnPropertySymbols(module).some(
    (symbol) => symbol.description === 'kIsCachedByESMLoader' && Reflect.get(module, symbol) === true,
  );
}
