// A chain of hooks: each is asked with what the one after it goes on with, and its result is checked before it is passed on.

import { invalidHookResult } from '../errors/hook-errors.ts';
import type { Telling } from '../errors/texts.ts';
import type { Hook, Loaded, Resolved } from './module-types.ts';

/** The kind of a chain, with the check of what its hooks and the loader return. */
export interface ChainKind<Result> {
  readonly name: 'resolve' | 'load';
  check(teller: Telling, first: string, result: Result): Result;
}

/** What is asked: it changes while hooks go on with another context. */
export interface HookContext {
  conditions: unknown;
}

/** Asks the last hook of a chain; what that calls to go on asks the one before it, and in the end the loader. */
export function askHooks<Result extends { readonly shortCircuit?: boolean }, Context extends HookContext>(
  teller: Telling,
  kind: ChainKind<Result>,
  chain: readonly Hook<Result>[],
  first: string,
  context: Context,
  byLoader: (first: string, context: Context) => Result,
): Result {
  let last = chain.length;
  const step = (place: number): ((asked: string, more?: object) => Result) => {
    const hook = chain[place - 1];
    const next = hook === undefined ? undefined : step(place - 1);
    return (asked, more) => {
      last = place;
      if (more && more !== context) Object.assign(context, more);
      const result =
        hook === undefined || next === undefined ? byLoader(asked, context) : hook(asked, context, next);
      const isEnd = last > 0 && last === place && !result.shortCircuit;
      if (isEnd) throw invalidHookResult(teller, kind.name, 'shortCircuit', result.shortCircuit);
      return kind.check(teller, asked, result);
    };
  };
  return step(chain.length)(first, context);
}

/** Hooks that resolve. */
export const resolving: ChainKind<Resolved> = {
  name: 'resolve',
  check(teller, _specifier, { url, format, importAttributes }) {
    if (typeof url !== 'string') throw invalidHookResult(teller, 'resolve', 'url', url);
    if (format && typeof format !== 'string') throw invalidHookResult(teller, 'resolve', 'format', format);
    if (importAttributes && typeof importAttributes !== 'object')
      throw invalidHookResult(teller, 'resolve', 'importAttributes', importAttributes);
    return Object.assign(Object.create(null), { url, format, importAttributes });
  },
};

/** Hooks that load for `require`. */
export const loading: ChainKind<Loaded> = {
  name: 'load',
  check(teller, url, result) {
    checkSource(teller, url, result);
    return checkFormat(teller, result);
  },
};

/** Hooks that load for `import`, where the loader itself may have no text of a CommonJS module. */
export const loadingImports: ChainKind<Loaded> = {
  name: 'load',
  check(teller, url, result) {
    const mayLack = result.format === 'commonjs' && (result.source === null || result.source === undefined);
    if (!mayLack) checkSource(teller, url, result);
    return checkFormat(teller, result);
  },
};

function checkSource(teller: Telling, url: string, { source, format }: Loaded): void {
  const isText = typeof source === 'string' || isBytes(source);
  if (!url.startsWith('node:') && !isText && format !== 'addon')
    throw invalidHookResult(teller, 'load', 'source', source);
}

function checkFormat(teller: Telling, result: Loaded): Loaded {
  const { format } = result;
  if (typeof format !== 'string' && format !== undefined)
    throw invalidHookResult(teller, 'load', 'format', format);
  return result;
}

/** Whether a source is bytes. */
export function isBytes(source: unknown): source is ArrayBuffer | NodeJS.TypedArray {
  return source instanceof ArrayBuffer || source instanceof SharedArrayBuffer || ArrayBuffer.isView(source);
}
