// The hooks of a program, as `module.registerHooks` takes them: functions that resolve and load in the place of the loader, each
// of which may ask the next.

import { conditionsOf } from '../context/context.ts';
import { unknownBuiltin } from '../errors/errors.ts';
import { invalidConditions, invalidHook, unknownFormat } from '../errors/hook-errors.ts';
import { hasNodeScheme } from '../host/core-modules.ts';
import { readModuleText } from '../host/file-system.ts';
import { type HostHooks, lendHooks } from '../host/host-hooks.ts';
import { askHooks, isBytes, loading, loadingImports, resolving } from './hook-chains.ts';
import { marksOf } from './module-marks.ts';
import type {
  CommonJsModule,
  Hook,
  Loaded,
  ModuleHooks,
  ModuleSystem,
  Parent,
  Resolved,
  ResolveOptions,
} from './module-types.ts';

/** Registers hooks, which are asked before those that are registered already. This is `module.registerHooks`. */
export function registerHooks(system: ModuleSystem, { resolve, load }: ModuleHooks): ModuleHooks {
  for (const [name, hook] of Object.entries({ resolve, load }))
    if (hook && typeof hook !== 'function') throw invalidHook(system.context, name, hook);
  const deregister = (): void => {
    const place = system.hooks.indexOf(hooks);
    if (place >= 0) system.hooks.splice(place, 1);
    lendToHost(system);
  };
  const hooks: ModuleHooks = Object.freeze(
    Object.create(
      { deregister, ...disposing(deregister) },
      Object.getOwnPropertyDescriptors({ resolve, load }),
    ),
  );
  system.hooks.push(hooks);
  lendToHost(system);
  return hooks;

  function disposing(dispose: () => void): object {
    const { registeredHooks } = system.context.behaviours;
    const symbol: unknown = Reflect.get(Symbol, 'dispose');
    return registeredHooks === 'can be disposed' && typeof symbol === 'symbol' ? { [symbol]: dispose } : {};
  }
}

/** What is imported is resolved and loaded by the host, which asks the hooks through these. */
function lendToHost(system: ModuleSystem): void {
  if (!system.ownsProcess) return;
  const { context } = system;
  const lent: HostHooks = {
    resolve: (specifier, asked, next) =>
      askHooks(context, resolving, resolveHooksOf(system), specifier, asked, next),
    load: (url, asked, next) => askHooks(context, loadingImports, loadHooksOf(system), url, asked, next),
  };
  lendHooks({
    ...(resolveHooksOf(system).length > 0 && { resolve: lent.resolve }),
    ...(loadHooksOf(system).length > 0 && { load: lent.load }),
  });
}

function resolveHooksOf({ hooks }: ModuleSystem): Hook<Resolved>[] {
  return hooks.flatMap(({ resolve }) => resolve || []);
}

function loadHooksOf({ hooks }: ModuleSystem): Hook<Loaded>[] {
  return hooks.flatMap(({ load }) => load || []);
}

/** Where a module is: the path by which it is cached, and what hooks have said of it. */
export interface Place {
  readonly filename: unknown;
  readonly url?: string | undefined;
  readonly format?: string | null | undefined;
}

/** What the loader itself resolves a request to. */
type ByLoader = (request: unknown, options?: ResolveOptions) => string;

/** What `Module._resolveFilename` returns, unless hooks resolve. */
export function resolveWithHooks(
  system: ModuleSystem,
  request: unknown,
  parent: Parent,
  byLoader: ByLoader,
  options?: ResolveOptions,
): Place {
  const chain = resolveHooksOf(system);
  if (chain.length === 0) return unhooked(system, request, byLoader, options, options);
  const usual = conditionsOf(system.context);
  const context = {
    parentURL: urlOfModule(system, parent),
    importAttributes: undefined,
    conditions: usual as unknown,
  };
  const { url, format } = askHooks(
    system.context,
    resolving,
    chain,
    request as string,
    context,
    (specifier, { conditions }): Resolved => {
      const applying = conditionSet(system, conditions, usual);
      const found = unhooked(
        system,
        specifier,
        byLoader,
        { paths: options?.paths, conditions: applying },
        options,
      );
      return Object.assign(Object.create(null), {
        url: found.url ?? urlOf(system, found.filename as string),
        format: system.context.behaviours.hooks === 'are asked by require' ? undefined : found.format,
      });
    },
  );
  return { url, format, filename: pathOf(system, url) };
}

/** What the loader resolves to; a name with `node:` is not asked of `Module._resolveFilename`, but by `require.resolve`. */
function unhooked(
  { context }: ModuleSystem,
  request: unknown,
  byLoader: ByLoader,
  options?: ResolveOptions,
  byResolve?: ResolveOptions,
): Place {
  const isSchemed =
    byResolve === undefined && typeof request === 'string' && hasNodeScheme(context.behaviours, request);
  // A program's own `Module._resolveFilename` may return anything.
  if (!isSchemed) return { filename: byLoader(request, options).toString() };
  if (!context.core.has(request)) throw unknownBuiltin(context, request);
  return { url: request, format: 'builtin', filename: request.slice('node:'.length) };
}

function conditionSet(
  system: ModuleSystem,
  conditions: unknown,
  usual: readonly string[],
): ReadonlySet<string> {
  if (conditions === undefined) return new Set(usual);
  if (!Array.isArray(conditions)) throw invalidConditions(system.context, conditions);
  return new Set(conditions);
}

/** The URL of the module that requires; what a hook has said of it counts. */
function urlOfModule(system: ModuleSystem, module: Parent): string | undefined {
  if (!module) return undefined;
  const marks = marksOf(module);
  if (!marks.url && module.filename) marks.url = urlOf(system, module.filename);
  return marks.url;
}

/** The text of a module and its format. */
interface LoadedText {
  readonly source: string;
  readonly format?: string | null | undefined;
}

/** The text of a file and its format, unless hooks load. */
export function loadSource(
  system: ModuleSystem,
  module: CommonJsModule,
  filename: string,
  format: string | undefined,
  read: () => string = () => readModuleText(system.context.files, filename),
): LoadedText {
  const marks = marksOf(module);
  if (marks.format === undefined) marks.format = format;
  if (marks.source !== undefined) return { source: marks.source, format: marks.format };
  if (loadHooksOf(system).length === 0) return { source: read(), format };
  marks.url ??= urlOf(system, filename);
  const { url } = marks;
  const loaded = loadFromUrl(system, url, marks.format, (asked, wanted) =>
    readAs(system, asked === url ? filename : pathOf(system, asked), wanted),
  );
  if (loaded.format !== undefined) marks.format = loaded.format;
  marks.source = textOf(loaded.source);
  return { source: marks.source, format: marks.format };
}

/** The source of a module as text. */
export function textOf(source: Loaded['source']): string {
  return isBytes(source) ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(source) : String(source);
}

const readFormats = ['module', 'commonjs', 'json', 'module-typescript', 'commonjs-typescript', 'typescript'];

function readAs({ context }: ModuleSystem, filename: string, format: unknown): Loaded {
  if (format === 'builtin') return { source: null, format };
  if (format !== undefined && format !== null && !readFormats.includes(String(format)))
    throw unknownFormat(context, String(format), urlOf({ context }, filename));
  return { source: readModuleText(context.files, filename), format: format as string };
}

/** Asks the hooks for a core module. What they return, if they say that it is another kind of module. */
export function loadCoreWithHooks(
  system: ModuleSystem,
  name: string,
  { url, format }: Place,
): Loaded | undefined {
  if (loadHooksOf(system).length === 0) return undefined;
  const asked = url ?? `node:${name}`;
  const loaded = loadFromUrl(system, asked, format || 'builtin', (changed, wanted) =>
    readAs(system, changed === asked ? name : pathOf(system, changed), wanted),
  );
  return loaded.format && loaded.format !== 'builtin' ? loaded : undefined;
}

function loadFromUrl(
  system: ModuleSystem,
  url: string,
  format: string | null | undefined,
  byLoader: (url: string, format: unknown) => Loaded,
): Loaded {
  const context = {
    format,
    importAttributes: undefined,
    conditions: conditionsOf(system.context) as unknown,
  };
  return askHooks(system.context, loading, loadHooksOf(system), url, context, (asked, given) =>
    byLoader(asked, given.format),
  );
}

/** What is neither a core module nor a path is a URL that a hook has given. */
function urlOf({ context }: Pick<ModuleSystem, 'context'>, filename: string): string {
  const schemed = filename.startsWith('node:') ? filename : `node:${filename}`;
  if (context.core.has(schemed)) return schemed;
  return context.paths.isAbsolute(filename) ? context.paths.toUrl(filename).href : filename;
}

function pathOf({ context }: Pick<ModuleSystem, 'context'>, url: string): string {
  if (context.core.has(url)) return url.replace(/^node:/, '');
  return url.startsWith('file://') ? context.paths.toPath(url) : url;
}
