// ES modules by way of the Node that runs the reference. It resolves and links what they import and keeps one of each
// for the whole process, so two loaders share their ES modules; files of theirs are read from the disk. What they
// import of CommonJS comes from the reference.

import HostModule from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { helperMark } from './host-hooks.ts';
import { hostModule, type Lender, lendDuring } from './lent-module.ts';

const mainLoader = vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER;

/** Whether this Node can evaluate ES modules without waiting: since 20.19 and 22.12. */
export const hostLoadsEsModules: boolean = Reflect.get(process.features, 'require_module') === true;

/**
 * The namespace of a file whose text is an ES module. Throws what linking and evaluating it throws.
 * @param parent the file that requires it, which errors name
 */
export function evaluateByHost(
  lender: Lender,
  source: string,
  filename: string,
  parent: string | undefined,
): object {
  return lendDuring(lender, () => {
    compileByHost(source, filename, parent);
    const helper = `import * as namespace from ${urlOf(filename)}; export { namespace as 'module.exports' };`;
    return Object(compileByHost(helper, `${filename}${helperMark}namespace`));
  });
}

/** What `require` of the host gives of a text that is an ES module without a file, which nothing can import again. */
export function evaluateElsewhere(lender: Lender, source: string, name: string): unknown {
  return lendDuring(lender, () => compileByHost(source, name));
}

/** An object that shows the exports of a file evaluated before, and `__esModule`. */
export function markByHost(filename: string): unknown {
  const url = urlOf(filename);
  const helper = `export * from ${url}; export { default } from ${url}; export const __esModule = true;`;
  return compileByHost(helper, `${filename}${helperMark}marked`);
}

/** Imports the entry of a program that the host, too, takes for an ES module. Returns a promise if the host does not wait for it. */
export function startAsMain(filename: string): unknown {
  return hostKnowsMain ? hostModule.runMain(filename) : startByHost(filename);
}

/** Since Node 22 `import.meta.main` is true in what the host starts. */
const hostKnowsMain = Number.parseInt(process.versions.node, 10) >= 22;

/** Imports the entry of a program, which may wait. If it waits for ever, the process ends with 13. */
export async function startByHost(filename: string): Promise<unknown> {
  const event = listenersSeeCode ? 'beforeExit' : 'exit';
  const endWaiting = (): void => {
    process.exitCode ??= 13;
  };
  process.on(event, endWaiting);
  try {
    spendWarning();
    return await importer('entry', { importModuleDynamically: mainLoader })(pathToFileURL(filename).href);
  } finally {
    process.off(event, endWaiting);
  }
}

/** Since Node 22 listeners of `exit` get this code; before, only the process ends with it. */
const listenersSeeCode = Number.parseInt(process.versions.node, 10) >= 22;

/** Lets `import()` work in a text that is compiled, with the loader of the Node that runs the reference. */
export function hostImport(text: string): { readonly importModuleDynamically: typeof mainLoader } {
  if (/\bimport\b/.test(text)) spendWarning();
  return { importModuleDynamically: mainLoader };
}

let isWarningSpent = false;

/** This Node warns of the first `import()` in such a text, because the setting is experimental. No line does. */
function spendWarning(): void {
  if (isWarningSpent || mainLoader === undefined) return;
  isWarningSpent = true;
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    void importer(join(process.cwd(), `${helperMark}warning`), { importModuleDynamically: mainLoader })(
      'node:module',
    );
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Imports what a specifier resolves to from a folder, as the option `--import` does. */
export function importByHost(specifier: string, folder: string): Promise<unknown> {
  spendWarning();
  const options = { importModuleDynamically: mainLoader };
  return importer(pathToFileURL(join(folder, '/')).href, options)(specifier);
}

/** A name that is neither a path nor a URL is not a referrer: what it imports is the entry. */
function importer(
  filename: string,
  options: ReturnType<typeof hostImport>,
): (name: string) => Promise<unknown> {
  return vm.compileFunction('return import(name)', ['name'], {
    filename,
    ...options,
  }) as () => Promise<unknown>;
}

function urlOf(filename: string): string {
  return JSON.stringify(pathToFileURL(filename).href);
}

/** Evaluates a text that is an ES module. Returns what `require` of the host gives for it. */
export function compileByHost(source: string, filename: string, parent?: string): unknown {
  const module: { exports?: unknown } = Object.create(hostModule.prototype);
  Reflect.apply(HostModule, module, [filename, parent === undefined ? undefined : { filename: parent }]);
  Reflect.apply(Reflect.get(hostModule.prototype, '_compile'), module, [source, filename, 'module']);
  return module.exports;
}
