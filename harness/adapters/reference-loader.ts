// The bundled reference loader as an adapter module. Every case gets its own loader.

import { createLoader, hostPlatform, onDrive, type Platform, runProgram } from '../../reference/index.ts';

/** The same object for all questions of a case. */
interface Context {
  readonly edition: string;
  readonly platform: Platform;
}

/** Its process contains nothing but a loader. */
export const bare = true;

const loaders = new WeakMap<Context, ReturnType<typeof createLoader>>();

export function resolve(specifier: string, referrer: string, context: Context): string {
  return loaderFor(context).resolve(specifier, referrer);
}

export function resolveImport(specifier: string, referrer: string, context: Context): string {
  return loaderFor(context).resolveImport(specifier, referrer);
}

export function resolveImportMeta(specifier: string, referrer: string, context: Context): string {
  return loaderFor(context).resolveImportMeta(specifier, referrer);
}

/** Returns a promise if the entry is imported; the exports of another entry are nothing to wait for. */
export function run(entry: string, { edition, platform }: Context): unknown {
  const { NODE_OPTIONS: nodeOptions } = process.env;
  const returned = runProgram(entry, {
    edition,
    platform,
    environment: environmentFor(platform),
    nodeOptions,
  });
  const isImported = entry.endsWith('.mjs') || /--import\b/.test(nodeOptions ?? '');
  return isImported ? returned : undefined;
}

function loaderFor(context: Context): ReturnType<typeof createLoader> {
  const { edition, platform } = context;
  const loader =
    loaders.get(context) ?? createLoader({ edition, platform, environment: environmentFor(platform) });
  loaders.set(context, loader);
  return loader;
}

/** The home folder of the process is where the platform has it; what a case declares is there already. */
function environmentFor(platform: Platform): NodeJS.ProcessEnv {
  const { USERPROFILE: home } = process.env;
  if (platform === 'win32' && hostPlatform !== 'win32' && home?.startsWith('/'))
    process.env['USERPROFILE'] = onDrive(home);
  return process.env;
}
