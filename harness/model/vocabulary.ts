// The closed vocabularies of the suite: levels, requirement words, and what a case can need.

/** The levels that are scored apart, so that a pure resolver is not blamed for not evaluating. */
export const levels = ['resolve', 'load', 'cache', 'process', 'deployd'] as const;
export type Level = (typeof levels)[number];

/** How strongly a rule binds, in the words of RFC 2119; `unspecified` where the text is silent. */
export const requirements = ['MUST', 'SHOULD', 'MAY', 'unspecified'] as const;
export type Requirement = (typeof requirements)[number];

/** What a loader may lack. A case that needs a capability which an implementation does not claim is skipped. */
export const capabilities = {
  resolve: 'answers which file a specifier names, without loading it',
  run: 'evaluates a program and lets its output be seen',
  'error codes': 'gives its errors the codes that Node gives them; without it, only the rejection is judged',
  builtins: 'knows the core modules of Node',
  json: 'loads .json files',
  addons: 'tries to load .node files as compiled addons',
  'require.resolve': 'gives programs require.resolve',
  'require.cache': 'gives programs a require.cache that can be read and edited',
  'require.extensions': 'gives programs require.extensions',
  'require.main': 'sets require.main to the module of the entry',
  'module object': 'gives programs id, filename, loaded, parent, children, paths and require of module',
  'computed specifiers': 'takes specifiers that are only known when the program runs',
  'global folders': 'searches NODE_PATH and the folders in the home directory',
  'es modules':
    'loads ES modules through require, or refuses them with the codes of the Node line it aims at',
  'type stripping': 'loads .ts files as JavaScript with their types taken out',
  warnings: 'emits the warnings of Node, with their names and codes, on process',
  'preserved links': 'leaves symbolic links in the names of modules where the variables of Node say so',
  timers: 'runs callbacks of timers and of other asynchronous work',
  serve: 'is a server that loads the modules of an app when it starts',
} as const;
export type Capability = keyof typeof capabilities;

/** Everything that a loader of modules can offer; a server around one is another implementation. */
export const nodeCapabilities: readonly Capability[] = keysOf(capabilities).filter(
  (name) => name !== 'serve',
);

/** What is asked of any loader that does not say what it lacks. The warnings and variables of Node are its own. */
export const loaderCapabilities: readonly Capability[] = nodeCapabilities.filter(
  (name) => name !== 'warnings' && name !== 'preserved links',
);

/** What the machine must offer. A case whose need the file system or the user cannot meet is skipped. */
export const hostNeeds = {
  symlinks: 'a file system and a user that can create symbolic links',
  'case-sensitive': 'a file system on which names that differ in case are two files',
  permissions: 'a user whom file modes can keep from reading (not root)',
  posix: 'a system with / between names and : between the entries of a list of paths',
  'fresh process': 'a process in which nothing is left of another case',
  'own process': 'a process that begins with the program and ends with it',
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
