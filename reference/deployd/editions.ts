// The one place where the editions of Deployd differ: a table of named behaviours, each generation as a change of the
// one before it.

/** What an edition decides. Everything that is not named here is the same in all of them. */
export interface DeploydBehaviours {
  /** The edition of the module loader below: that of the Node that such a release ran on. */
  readonly moduleEdition: string;

  // Which modules
  /** Modules are only looked for when there is a resource that needs a type. */
  readonly modulesNeedResources: boolean;
  /** Entries of `node_modules` count when they are modules, or when their name passes the filter. */
  readonly entriesCountBy: 'module' | 'name';
  /** The lists of `package.json` that replace the folder; where there is none, `package.json` is not read. */
  readonly packageLists: readonly ('dependencies' | 'devDependencies')[];
  /** `dpdInclude` and `dpdIgnore` of `package.json`. */
  readonly includeAndIgnore: boolean;
  /** When there is something to look through and nothing in it to load, the start is never finished. */
  readonly waitsForFirstModule: boolean;

  // Errors
  /** A module that is not found, or misses another one: it stops the server, or is left out. */
  readonly notFound: 'stops' | 'leftOut';
  /** A request that finds the resources broken gets status 500 before the server ends. */
  readonly brokenResourcesAnswered: boolean;

  // Resources
  readonly resourcesFolder: 'required' | 'optional';
  readonly folderWithoutConfig: 'stops' | 'ignored';
  readonly nestedResources: boolean;
  /** Types may give a resource of their own with `selfHost`. */
  readonly selfHost: boolean;

  // From request to request
  /** What is created anew for each request in development. */
  readonly recreated: 'resources' | 'modulesAndResources';
  /** How long other environments keep their resources. */
  readonly resourcesKept: 'always' | 'forOneRequest';
}

const deployd06: DeploydBehaviours = {
  moduleEdition: 'node-4',
  modulesNeedResources: true,
  entriesCountBy: 'name',
  packageLists: [],
  includeAndIgnore: false,
  waitsForFirstModule: true,
  notFound: 'stops',
  brokenResourcesAnswered: true,
  resourcesFolder: 'required',
  folderWithoutConfig: 'stops',
  nestedResources: false,
  selfHost: false,
  recreated: 'resources',
  resourcesKept: 'forOneRequest',
};

const deployd08: DeploydBehaviours = {
  ...deployd06,
  packageLists: ['dependencies'],
  resourcesKept: 'always',
};

const deployd089: DeploydBehaviours = {
  ...deployd08,
  moduleEdition: 'node-20',
  includeAndIgnore: true,
  notFound: 'leftOut',
  brokenResourcesAnswered: false,
};

const deployd1: DeploydBehaviours = {
  ...deployd089,
  modulesNeedResources: false,
  packageLists: ['dependencies', 'devDependencies'],
  selfHost: true,
};

const deployd11: DeploydBehaviours = {
  ...deployd1,
  resourcesFolder: 'optional',
  folderWithoutConfig: 'ignored',
  nestedResources: true,
};

/** The text, and 0.6 wherever the text is silent. */
const locked: DeploydBehaviours = {
  ...deployd06,
  moduleEdition: 'locked',
  modulesNeedResources: false,
  entriesCountBy: 'module',
  waitsForFirstModule: false,
  resourcesFolder: 'optional',
  recreated: 'modulesAndResources',
  resourcesKept: 'always',
};

const behaviours: Readonly<Record<string, DeploydBehaviours>> = {
  'deployd-locked': locked,
  'deployd-0.6': deployd06,
  'deployd-0.8': deployd08,
  'deployd-0.8.9': deployd089,
  'deployd-1': deployd1,
  'deployd-1.1': deployd11,
};

/** The ids of the editions that the reference server knows, in release order. */
export const deploydEditions: readonly string[] = Object.keys(behaviours);

/**
 * What an edition decides.
 * @throws {RangeError} when there is no such edition; the message names those there are.
 */
export function deploydBehavioursOf(edition: string): DeploydBehaviours {
  const found = Object.hasOwn(behaviours, edition) ? behaviours[edition] : undefined;
  if (found) return found;
  throw new RangeError(`there is no edition '${edition}'; known are ${deploydEditions.join(', ')}`);
}
