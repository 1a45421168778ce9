// The closed vocabularies of the suite: levels, requirement words, and the needs of cases.

/** The levels, which have separate scores, so that a pure resolver is not judged for evaluation. */
export const levels = ['resolve', 'import', 'load', 'cache', 'process', 'deployd'] as const;
export type Level = (typeof levels)[number];

/** The ways of asking for a specifier that follow the rules of ES modules; `import.meta.resolve` does not look for the file. */
export const waysOfImport = ['import', 'import.meta.resolve'] as const;
export type WayOfImport = (typeof waysOfImport)[number];
/** What asks for a specifier. */
export const ways = ['require', ...waysOfImport] as const;
export type Way = (typeof ways)[number];

/** How strongly a rule binds, in the words of RFC 2119; `unspecified` if the source says nothing about it. */
export const requirements = ['MUST', 'SHOULD', 'MAY', 'unspecified'] as const;
export type Requirement = (typeof requirements)[number];

/** The capabilities of implementations. A case is skipped if the implementation lacks a capability that the case needs. */
export const capabilities = {
  resolve: 'resolves specifiers to files without loading them',
  import: 'resolves specifiers as import does, without loading the files',
  'url specifiers':
    'takes specifiers of import as URLs: with percent-encoding, a query or a fragment, or a scheme such as file: and data:',
  'import.meta.resolve': 'resolves specifiers as import.meta.resolve does',
  'user conditions': 'takes conditions of package maps that a user adds, as Node does with --conditions',
  run: 'runs programs, whose output can be observed',
  'es programs': 'runs programs whose entry is an ES module, a file that ends in .mjs',
  'import hooks':
    'programs have module.register and module.registerHooks, whose hooks are asked for what is imported',
  webassembly: 'loads .wasm files by import, in the lines that do',
  'error codes': 'its errors have the same codes as in Node; without it, only whether it throws is judged',
  builtins: 'has the core modules of Node',
  json: 'loads .json files',
  addons: 'tries to load .node files as compiled addons',
  'require.resolve': 'programs have require.resolve',
  'require.cache': 'programs have a require.cache that they can read and change',
  'require.extensions': 'programs have require.extensions',
  'require.main':
    'the entry is the main module: require.main is its module, whose id is . and whose parent is null',
  'module object': 'module has id, filename, loaded, parent, children, paths and require',
  'computed specifiers': 'accepts specifiers that are computed while the program runs',
  'global folders': 'searches the folders of NODE_PATH and of the home folder',
  'es modules':
    'loads ES modules through require, or throws with the error codes of the Node line that it follows',
  'type stripping': 'loads .ts files by removing their types',
  warnings: 'emits the warnings of Node, with their names and codes, on process',
  'preserved links': 'keeps symbolic links in filenames if the environment variables of Node say so',
  preloading: 'loads what NODE_OPTIONS names with --require or --import before the entry',
  timers: 'runs callbacks of timers and of other asynchronous work',
  serve: 'is a server that loads the modules of an app when it starts',
} as const;
export type Capability = keyof typeof capabilities;

/** All capabilities of module loaders; a server that uses a loader is another implementation. */
export const nodeCapabilities: readonly Capability[] = keysOf(capabilities).filter(
  (name) => name !== 'serve',
);

const specificToNode: readonly Capability[] = [
  ...waysOfImport,
  'url specifiers',
  'user conditions',
  'es programs',
  'import hooks',
  'webassembly',
  'warnings',
  'preserved links',
  'preloading',
];

/** The default capabilities of a loader. Warnings and environment variables are specific to Node, and `import` is asked of those that offer it. */
export const loaderCapabilities: readonly Capability[] = nodeCapabilities.filter(
  (name) => !specificToNode.includes(name),
);

/** The default capabilities of what only resolves. */
export const resolverCapabilities: readonly Capability[] = ['resolve', 'error codes', 'builtins'];

/** The needs that the machine must meet. A case is skipped if the file system or the user does not meet its needs. */
export const hostNeeds = {
  symlinks: 'a file system and a user that can create symbolic links',
  'case-sensitive': 'a file system that distinguishes names that differ only in case',
  'case-insensitive': 'a file system that finds a name whatever the case of its letters',
  'normalization-insensitive': 'a file system that finds a name whatever its Unicode normal form',
  permissions: 'a user who cannot read files without read permission (not root)',
  posix: 'a system that separates names with / and the entries of a list of paths with :',
  windows:
    'a system that has drives, and separates names with \\ as well as / and the entries of a list of paths with ;',
  'fresh process': 'a process that no other case has changed',
  'own process': 'a process that starts and ends with the program',
} as const;
export type HostNeed = keyof typeof hostNeeds;

export type Need = Capability | HostNeed;

export const needs: readonly Need[] = [...keysOf(capabilities), ...keysOf(hostNeeds)];

export function isCapability(need: Need): need is Capability {
  return need in capabilities;
}

export function keysOf<T extends object>(record: T): (keyof T & string)[] {
  return Object.keys(record) as (keyof T & string)[];
}
