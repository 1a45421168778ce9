// ES modules by way of the Node that runs the reference. It resolves and links what they import and keeps one of each
// for the whole process, so two loaders share their ES modules; files of theirs are read from the disk. What they
// import of CommonJS comes from the reference.

import HostModule from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { requireCycle } from '../errors/es-module-errors.ts';
import type { Telling } from '../errors/texts.ts';

/** A loader from which the host gets CommonJS modules. */
export interface Lender {
  readonly context: Telling;
  readonly Module: {
    _load(filename: string, parent: undefined, isMain: boolean): unknown;
    readonly _cache: Readonly<Record<string, CachedModule | undefined>>;
  };
}

interface CachedModule {
  readonly filename: string | null;
  readonly loaded: boolean;
}

const mainLoader = vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER;

/** Whether this Node can evaluate ES modules without waiting: since 20.19 and 22.12. */
export const hostLoadsEsModules: boolean = Reflect.get(process.features, 'require_module') === true;

/** The namespace of a file whose text is an ES module. Throws what linking and evaluating it throws. */
export function evaluateByHost(lender: Lender, source: string, filename: string): object {
  return withCommonJsOf(lender, () => {
    compileByHost(source, filename);
    const helper = `import * as namespace from ${urlOf(filename)}; export { namespace as 'module.exports' };`;
    return Object(compileByHost(helper, `${filename}#namespace`));
  });
}

/** An object that shows the exports of a file evaluated before, and `__esModule`. */
export function markByHost(filename: string): unknown {
  const url = urlOf(filename);
  const helper = `export * from ${url}; export { default } from ${url}; export const __esModule = true;`;
  return compileByHost(helper, `${filename}#marked`);
}

/** Imports the entry of a program, which may wait. An error ends the process, as nobody can catch it. */
export function startByHost(filename: string): void {
  void import(pathToFileURL(filename).href);
}

/** Lets `import()` work in a text that is compiled, with the loader of the Node that runs the reference. */
export function hostImport(text: string): { readonly importModuleDynamically: typeof mainLoader } {
  if (text.includes('import')) spendWarning();
  return { importModuleDynamically: mainLoader };
}

let isWarningSpent = false;

/** This Node warns of the first `import()` in such a text, because the setting is experimental. No line does. */
function spendWarning(): void {
  if (isWarningSpent) return;
  isWarningSpent = true;
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    vm.runInThisContext("void import('node:module')", { importModuleDynamically: mainLoader });
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Imports what a specifier resolves to from a folder. */
export function importByHost(specifier: string, folder: string): Promise<unknown> {
  const text = 'return import(specifier)';
  const options = { filename: join(folder, 'noop.js'), ...hostImport(text) };
  return vm.compileFunction(text, ['specifier'], options)(specifier);
}

function urlOf(filename: string): string {
  return JSON.stringify(pathToFileURL(filename).href);
}

/** Evaluates a text that is an ES module. Returns what `require` of the host gives for it. */
export function compileByHost(source: string, filename: string): unknown {
  const module = new host(filename);
  module._compile(source, filename, 'module');
  return module.exports;
}

/** The parts of the host's own loader that are used here; programs replace them too. */
interface Host {
  new (
    id: string,
  ): { readonly exports: unknown; _compile(text: string, filename: string, format: 'module'): unknown };
  _load(this: Host, request: string, parent: unknown, isMain: boolean): unknown;
  readonly _cache: Record<string, { exports: unknown } | undefined>;
}

const host: Host = HostModule as unknown as Host;

/** While `evaluate` runs, the host gets CommonJS modules from the reference. */
function withCommonJsOf<T>(lender: Lender, evaluate: () => T): T {
  const load = host._load;
  lendTo(lender, load);
  const release = refuseRunning(lender);
  try {
    return evaluate();
  } finally {
    release();
    host._load = load;
  }
}

let loadOfHost: Host['_load'] | undefined;

/** From here on the host gets CommonJS modules from the reference, so that `import()` gives what `require` gives. */
export function lendModules(lender: Lender): void {
  loadOfHost ??= host._load;
  lendTo(lender, loadOfHost);
}

/** Only what is imported is asked for without a parent and is not an entry. */
function lendTo(lender: Lender, load: Host['_load']): void {
  host._load = (request, parent, isMain) =>
    parent || isMain ? load.call(host, request, parent, isMain) : lendExports(lender, request);
}

/** The host takes the exports from its own cache, by the absolute path that it asked for. */
function lendExports({ Module }: Lender, filename: string): unknown {
  const exports = Module._load(filename, undefined, false);
  const lent = host._cache[filename];
  if (lent !== undefined) lent.exports = exports;
  return exports;
}

/** The host looks into its cache when it links: there the modules that still run refuse. */
function refuseRunning({ Module, context }: Lender): () => void {
  const running = Object.values(Module._cache).flatMap((module) =>
    module && !module.loaded && module.filename ? [module.filename] : [],
  );
  const before = running.map((name) => [name, Object.getOwnPropertyDescriptor(host._cache, name)] as const);
  for (const name of running)
    Object.defineProperty(host._cache, name, { configurable: true, get: refuse(context, name) });
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(host._cache, name, descriptor);
      else delete host._cache[name];
    }
  };
}

function refuse(context: Telling, filename: string): () => never {
  return () => {
    throw requireCycle(context, filename, undefined);
  };
}
