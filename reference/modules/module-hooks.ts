// The hooks of a program, as `module.registerHooks` takes them: functions that resolve and load in the place of the loader, each
// of which may ask the next.

import { invalidHook, invalidHookResult } from '../errors/hook-errors.ts';
import { readModuleText } from '../host/file-system.ts';
import type { Hook, Loaded, ModuleHooks, ModuleSystem, Parent, Resolved } from './module-types.ts';

/** Registers hooks, which are asked before those that are registered already. This is `module.registerHooks`. */
export function registerHooks(system: ModuleSystem, { resolve, load }: ModuleHooks): ModuleHooks {
  for (const [name, hook] of Object.entries({ resolve, load }))
    if (hook !== undefined && typeof hook !== 'function') throw invalidHook(system.context, name, hook);
  const hooks: ModuleHooks = { resolve, load };
  system.hooks.push(hooks);
  const deregister = (): void => {
    const place = system.hooks.indexOf(hooks);
    if (place >= 0) system.hooks.splice(place, 1);
  };
  return Object.create({ deregister }, Object.getOwnPropertyDescriptors(hooks));
}

/** What `Module._resolveFilename` returns, unless hooks resolve. */
export function resolveWithHooks(
  system: ModuleSystem,
  request: unknown,
  parent: Parent,
  byLoader: (request: unknown) => string,
): string {
  const chain = system.hooks.flatMap(({ resolve }) => resolve ?? []);
  if (chain.length === 0) return byLoader(request);
  const parentURL = parent?.filename ? urlOf(system, parent.filename) : undefined;
  const context = { conditions: conditionsOf(system), importAttributes: undefined, parentURL };
  const { url } = ask({ system, name: 'resolve' }, chain, String(request), context, (specifier): Resolved => {
    return { url: urlOf(system, byLoader(specifier)), format: undefined, importAttributes: undefined };
  });
  if (typeof url !== 'string') throw invalidHookResult(system.context, 'resolve', 'url', url);
  return pathOf(system, url);
}

/** The text of a file and its format, unless hooks load. */
export function loadWithHooks(
  system: ModuleSystem,
  filename: string,
  format: string | undefined,
): LoadedText {
  const read = (path: string): LoadedText => ({ source: readModuleText(system.context.files, path), format });
  const byHooks = loadFromUrl(system, filename, format, (url) => read(pathOf(system, url)));
  const { source, format: given } = byHooks ?? read(filename);
  if (typeof source === 'string') return { source, format: given };
  if (!isBytes(source)) throw invalidHookResult(system.context, 'load', 'source', source);
  return { source: new TextDecoder('utf-8', { ignoreBOM: true }).decode(source), format: given };
}

function isBytes(source: Loaded['source']): source is ArrayBuffer | NodeJS.TypedArray {
  return source instanceof ArrayBuffer || ArrayBuffer.isView(source);
}

interface LoadedText {
  readonly source: string;
  readonly format?: string | null | undefined;
}

/** Asks the hooks for a core module, though what they return makes no difference. */
export function askHooksForCore(system: ModuleSystem, name: string): void {
  loadFromUrl(system, name, 'builtin', () => ({ source: null, format: 'builtin' }));
}

function loadFromUrl(
  system: ModuleSystem,
  filename: string,
  format: string | undefined,
  byLoader: (url: string) => Loaded,
): Loaded | undefined {
  const chain = system.hooks.flatMap(({ load }) => load ?? []);
  if (chain.length === 0) return undefined;
  const context = { conditions: conditionsOf(system), importAttributes: undefined, format };
  return ask({ system, name: 'load' }, chain, urlOf(system, filename), context, byLoader);
}

/** Asks the last hook of a chain; what that calls to go on asks the one before it, and in the end the loader. */
function ask<Result extends { readonly shortCircuit?: boolean }>(
  asked: { readonly system: ModuleSystem; readonly name: 'resolve' | 'load' },
  chain: readonly Hook<Result>[],
  first: string,
  context: object,
  byLoader: (first: string) => Result,
): Result {
  const hook = chain.at(-1);
  if (hook === undefined) return byLoader(first);
  let goesOn = false;
  const result = hook(first, context, (changed = first, more = {}) => {
    goesOn = true;
    return ask(asked, chain.slice(0, -1), changed, { ...context, ...more }, byLoader);
  });
  if (!goesOn && result.shortCircuit !== true)
    throw invalidHookResult(asked.system.context, asked.name, 'shortCircuit', result.shortCircuit);
  return result;
}

function conditionsOf({ context }: ModuleSystem): string[] {
  return [...context.behaviours.conditions, ...context.conditions];
}

/** What is neither a core module nor a path is a URL that a hook has given. */
function urlOf({ context }: ModuleSystem, filename: string): string {
  if (context.core.has(filename)) return filename.startsWith('node:') ? filename : `node:${filename}`;
  return context.paths.isAbsolute(filename) ? context.paths.toUrl(filename).href : filename;
}

function pathOf({ context }: ModuleSystem, url: string): string {
  if (url.startsWith('file:')) return context.paths.toPath(url);
  const name = url.replace(/^node:/, '');
  return name !== url && context.core.has(name) ? name : url;
}
