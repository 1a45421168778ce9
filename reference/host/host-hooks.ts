// The hooks of a program for what the host imports. The host gets one hook of each kind, which asks all of the program's.

import HostModule from 'node:module';
import { fileURLToPath } from 'node:url';

/** What a hook gets, as the host has it; a hook may change it. */
interface Asked {
  conditions: unknown;
  parentURL?: string | undefined;
}

type HostHook<Result> = (
  first: string,
  context: Asked,
  next: (first: string, context?: object) => Result,
) => Result;

interface HostResolved {
  readonly url: string;
  readonly format?: string | null | undefined;
  readonly importAttributes?: object | undefined;
  readonly shortCircuit?: boolean;
}

interface HostLoaded {
  readonly source?: string | ArrayBuffer | NodeJS.TypedArray | null | undefined;
  readonly format?: string | null | undefined;
  readonly shortCircuit?: boolean;
}

/** The hooks that ask those of a program. */
export interface HostHooks {
  readonly resolve: HostHook<HostResolved>;
  readonly load: HostHook<HostLoaded>;
}

interface Registered {
  deregister(): void;
}

const register: ((hooks: Partial<HostHooks>) => Registered) | undefined = Reflect.get(
  HostModule,
  'registerHooks',
);

const registered: { resolve?: Registered; load?: Registered } = {};

/** From here on the host asks these hooks, and no others. */
export function lendHooks({ resolve, load }: Partial<HostHooks>): void {
  registered.resolve?.deregister();
  registered.load?.deregister();
  delete registered.resolve;
  delete registered.load;
  if (register === undefined) return;
  if (resolve) registered.resolve = register({ resolve: resolveBy(resolve) });
  if (load) registered.load = register({ load: loadBy(load) });
}

function resolveBy(resolve: HostHook<HostResolved>): HostHook<HostResolved> {
  return (specifier, context, next) => {
    if (isHelper(context.parentURL)) return next(specifier, context);
    return { ...resolve(specifier, context, next), shortCircuit: true };
  };
}

/** The name that helpers have instead of that of a file. */
export const helperMark = '#modspec-';

function isHelper(url: string | undefined): boolean {
  return url?.includes(encodeURIComponent(helperMark)) === true;
}

const sources = new Map<string, HostLoaded>();

function loadBy(load: HostHook<HostLoaded>): HostHook<HostLoaded> {
  return (url, context, next) => {
    const loaded = load(url, context, next);
    sources.set(url.startsWith('file:') ? fileURLToPath(url) : url, loaded);
    return { ...loaded, shortCircuit: true };
  };
}

/** What hooks have loaded for a CommonJS module that the host has linked, which is given out once. */
export function takeLinkedSource(filename: string): HostLoaded['source'] {
  const loaded = sources.get(filename);
  sources.delete(filename);
  return loaded?.source;
}
