// The operation PACKAGE_MAIN_RESOLVE of spec/01-algorithm/2-package-algorithm.md: the main of a package that is imported.

import type { ResolverContext } from '../context/context.ts';
import type { PackageJson } from '../context/package.ts';
import { checkAbout, note, noteAbout } from '../context/trace.ts';
import { deprecate } from '../context/warnings.ts';
import { packageNotFound } from '../errors/package-errors.ts';
import { fill } from '../errors/texts.ts';
import { stat } from '../files/stat.ts';

/** PACKAGE_MAIN_RESOLVE: the URL of the main or the index of a package, for the file `base`. */
export function packageMainResolve(
  context: ResolverContext,
  found: string,
  pkg: PackageJson | undefined,
  base: string,
): URL {
  const url = mainIn(context, found, pkg, base) ?? indexIn(context, found, pkg, base);
  return url ?? refuseMain(context, found, pkg, base);
}

function mainIn(
  context: ResolverContext,
  found: string,
  pkg: PackageJson | undefined,
  base: string,
): URL | undefined {
  const main = pkg?.main;
  for (const ending of typeof main === 'string' ? endings : []) {
    // PACKAGE_MAIN_RESOLVE 1: If PKG is not nothing, and its `main` is a string, for each ENDING of the empty
    //   string, `.js`, `.json`, `.node`, `/index.js`, `/index.json` and `/index.node`,
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1', 'done', ending);
    // PACKAGE_MAIN_RESOLVE 1.i: let TEXT be `./`, the `main` of PKG, and ENDING;
    const text = `./${main}${ending}`;
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1.i', 'done', text);
    const url = urlOfMain(context, found, text, main === '');
    const p = pathOfMain(context, { found, main: String(main), ending }, url);
    if (p === undefined || !isFileAt(context, 'PACKAGE_MAIN_RESOLVE 1.viii', p)) continue;
    if (ending !== '') warnIfEsModule(context, context.texts.DEP0151, pkg, p, base);
    return url;
  }
  return undefined;
}

const endings = ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'];

/** A main is a relative URL, or in newer lines a path. */
function urlOfMain(context: ResolverContext, found: string, text: string, isEmpty: boolean): URL {
  if (context.behaviours.mainBehindImports !== 'is a path') {
    // PACKAGE_MAIN_RESOLVE 1.ii: (node 12–20) let URL be the URL of TEXT in FOUND;
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1.ii', 'done', text);
    return urlIn(context, found, text);
  }
  // PACKAGE_MAIN_RESOLVE 1.iii: (node 22+) let URL be the URL of the path TEXT applied to FOUND; the `./` of
  //   TEXT counts only if the `main` of PKG is empty;
  const p = context.paths.resolve(found, isEmpty ? text : text.slice('./'.length));
  note(context, 'PACKAGE_MAIN_RESOLVE 1.iii', 'done', p);
  return context.paths.toUrl(p);
}

/** The URL of a text in a folder. */
function urlIn({ paths }: ResolverContext, folder: string, text: string): URL {
  return new URL(text, paths.toUrl(paths.join(folder, 'package.json')));
}

/** A main in the folder of a package, with what is tried behind it. */
interface Tried {
  readonly found: string;
  readonly main: string;
  readonly ending: string;
}

function pathOfMain(context: ResolverContext, tried: Tried, url: URL): string | undefined {
  const { found, main, ending } = tried;
  const text = `./${main}${ending}`;
  if (context.behaviours.mainBehindImports === 'is a path') return pathBeside(context, tried);
  if (context.behaviours.mainBehindImports === 'is a URL of any bytes') {
    // PACKAGE_MAIN_RESOLVE 1.iv: (node 20) let START be `./` and the `main` of PKG, without its first U+0000
    //   and what follows it, and let P be the file path of the URL of START in FOUND, with what is malformed
    //   in its percent-encoding as it is, and with ENDING after it;
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1.iv', 'done', text);
    const [known = ''] = main.split('\0');
    return pathOfBytes(context, urlIn(context, found, `./${known}`)) + ending;
  }
  const p = pathOfUrl(context, url);
  const isLost = p instanceof Error;
  // PACKAGE_MAIN_RESOLVE 1.v: (node 12) if the file path of URL throws an error, go on with the next ENDING;
  if (
    context.behaviours.mainBehindImports === 'is a URL or ignored' &&
    checkAbout(context, 'PACKAGE_MAIN_RESOLVE 1.v', isLost, text)
  )
    return undefined;
  // PACKAGE_MAIN_RESOLVE 1.vi: (node 12–18) let P be the file path of URL;
  noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1.vi', isLost ? 'thrown' : 'done', text);
  if (isLost) throw p;
  return p;
}

/** Newer lines look beside the folder that a main with a slash at its end names. */
function pathBeside(context: ResolverContext, { found, main, ending }: Tried): string {
  // PACKAGE_MAIN_RESOLVE 1.vii: (node 22+) let P be the `main` of PKG applied to FOUND, with ENDING after it;
  const p = context.paths.resolve(found, main) + ending;
  note(context, 'PACKAGE_MAIN_RESOLVE 1.vii', 'done', p);
  return p;
}

/** The file path of a URL whose percent-encoding may be malformed; an encoded slash is an error even then. */
function pathOfBytes({ paths }: ResolverContext, url: URL): string {
  if (/%2f/i.test(url.pathname)) return paths.toPath(url);
  const bytes = url.pathname.replace(/%([0-9a-f]{2})/gi, (_, digits) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  const path = Buffer.from(bytes, 'latin1').toString('utf8');
  return paths.platform === 'win32' ? path.slice(1).replaceAll('/', '\\') : path;
}

function pathOfUrl({ paths }: ResolverContext, url: URL): string | Error {
  try {
    return paths.toPath(url);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isFileAt(context: ResolverContext, step: string, p: string): boolean {
  // PACKAGE_MAIN_RESOLVE 1.viii: if STAT(P) returns `file`, return URL.
  const isFile = stat(context, p) === 'file';
  note(context, step, isFile ? 'found' : 'missing', p);
  return isFile;
}

function indexIn(
  context: ResolverContext,
  found: string,
  pkg: PackageJson | undefined,
  base: string,
): URL | undefined {
  for (const name of ['index.js', 'index.json', 'index.node']) {
    // PACKAGE_MAIN_RESOLVE 2: For each NAME of `index.js`, `index.json` and `index.node`,
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 2', 'done', name);
    // PACKAGE_MAIN_RESOLVE 2.i: let P be NAME applied to FOUND;
    const p = context.paths.join(found, name);
    note(context, 'PACKAGE_MAIN_RESOLVE 2.i', 'done', p);
    // PACKAGE_MAIN_RESOLVE 2.ii: if STAT(P) returns `file`, return the URL of P.
    if (!isFileAt(context, 'PACKAGE_MAIN_RESOLVE 2.ii', p)) continue;
    warnIfEsModule(context, context.texts.DEP0151ForIndex, pkg, p, base);
    return context.paths.toUrl(p);
  }
  return undefined;
}

function refuseMain(
  context: ResolverContext,
  found: string,
  pkg: PackageJson | undefined,
  base: string,
): never {
  // PACKAGE_MAIN_RESOLVE 3: Throw an error with the code `ERR_MODULE_NOT_FOUND`.
  note(context, 'PACKAGE_MAIN_RESOLVE 3', 'thrown', found);
  throw packageNotFound(context, missingMain(context, found, pkg?.main), base);
}

/** What errors say is missing. */
function missingMain(context: ResolverContext, found: string, main: unknown): string {
  const { paths } = context;
  const index = paths.join(found, 'index.js');
  switch (context.texts.missingMain) {
    case 'is a folder':
      return paths.join(found, '/');
    case 'is a URL':
      return typeof main === 'string' ? pathOfBytes(context, urlIn(context, found, `./${main}`)) : index;
    case 'is a path':
      return typeof main === 'string' ? paths.join(found, main) : index;
  }
}

/** An ES module wants a main that names it whole. */
function warnIfEsModule(
  context: ResolverContext,
  text: string,
  pkg: PackageJson | undefined,
  path: string,
  base: string,
): void {
  if (pkg?.type !== 'module' || !path.endsWith('.js')) return;
  const { folder, main } = pkg;
  const values = {
    folder,
    main: String(JSON.stringify(main)),
    file: context.paths.relative(folder, path),
    base,
  };
  deprecate(context, 'DEP0151', fill(text, values));
}
