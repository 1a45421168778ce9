// What an edition of Deployd decides: every flag in which editions differ, in the order of the pages in spec/17-deployd.
// How flags are written is said in reference/behaviours.ts.

import type { History, Values } from '../behaviours/flags.ts';

type Column =
  | 'deployd-locked'
  | 'deployd-0.6'
  | 'deployd-0.8'
  | 'deployd-0.8.9'
  | 'deployd-1'
  | 'deployd-1.1';

/** `deployd-locked` has a column only where the text does not do what 0.6 does. */
type DeploydFlags = Readonly<Record<string, History<Column, 'deployd-0.6'>>>;

export const flags = {
  /**
   * An app without a resource.
   * - `loads no modules`: modules are only loaded when a resource can need their types.
   * - `loads its modules`: as with resources.
   *
   * @decides deployd-without-resources
   */
  appWithoutResources: {
    'deployd-0.6': 'loads no modules',
    'deployd-1': 'loads its modules',
    'deployd-locked': 'loads its modules',
  },

  /**
   * An app without the folder `resources`.
   * - `does not start`: the server ends.
   * - `has no resources`: as with an empty folder.
   *
   * @decides deployd-without-resources
   */
  appWithoutResourcesFolder: {
    'deployd-0.6': 'does not start',
    'deployd-1.1': 'has no resources',
    'deployd-locked': 'has no resources',
  },

  /**
   * What loads the modules: the rules of the Node that such a release ran on.
   * - `does as node-4`, `does as node-20`: the edition of that line.
   * - `does as locked`: the edition of the text.
   *
   * @decides deployd-commonjs
   * @unseen deployd-0.8.9, deployd-locked, deployd-commonjs: no case on Deployd has a module that they would load differently
   */
  moduleLoader: {
    'deployd-0.6': 'does as node-4',
    'deployd-0.8.9': 'does as node-20',
    'deployd-locked': 'does as locked',
  },

  /**
   * The lists of the `package.json` of the app that name its modules, instead of the folder `node_modules`. With none of
   * them the `package.json` is not read.
   * - `dependencies`: what the app needs.
   * - `devDependencies`: what it needs in development.
   *
   * @decides deployd-dependency-kinds, deployd-package-json
   */
  packageLists: {
    'deployd-0.6': [],
    'deployd-0.8': ['dependencies'],
    'deployd-1': ['dependencies', 'devDependencies'],
  },

  /**
   * `dpdInclude` and `dpdIgnore` of the `package.json` of the app.
   * - `are ignored`: every listed module is loaded.
   * - `are used`: `dpdInclude` takes the place of the lists, and what `dpdIgnore` names is left out.
   *
   * @decides deployd-include, deployd-ignore
   */
  includeAndIgnore: { 'deployd-0.6': 'are ignored', 'deployd-0.8.9': 'are used' },

  /**
   * An entry of `node_modules`.
   * - `counts by its name`: if the name has no dot, or its first `.js` is at its end.
   * - `counts as a module`: if it is a `.js` file, or a folder with a `package.json` or an `index.js`.
   *
   * @decides deployd-any-name
   */
  folderEntry: { 'deployd-0.6': 'counts by its name', 'deployd-locked': 'counts as a module' },

  /**
   * A start with something to look through and nothing in it to load.
   * - `never ends`: the server does not listen.
   * - `ends`: the server listens.
   *
   * @decides deployd-nothing-passes
   */
  startWithoutModule: { 'deployd-0.6': 'never ends', 'deployd-locked': 'ends' },

  /**
   * A module that is not found, or that requires a missing module.
   * - `stops the server`: as any error of a module does.
   * - `is left out`: the server starts without it.
   *
   * @decides deployd-missing-requirement, deployd-not-installed
   */
  missingModule: { 'deployd-0.6': 'stops the server', 'deployd-0.8.9': 'is left out' },

  /**
   * A request while the resources cannot be made.
   * - `is answered`: with the status 500, before the server ends.
   * - `is not answered`: the server ends at once.
   *
   * @decides deployd-broken-while-running
   */
  requestForBrokenResources: { 'deployd-0.6': 'is answered', 'deployd-0.8.9': 'is not answered' },

  /**
   * The resources of an app.
   * - `are the folders in resources`: the server ends where one has no `config.json`.
   * - `are all folders with a config.json`: those in other folders, too.
   *
   * @decides deployd-resource-folders
   */
  resourceFolders: {
    'deployd-0.6': 'are the folders in resources',
    'deployd-1.1': 'are all folders with a config.json',
  },

  /**
   * The function `selfHost` of a Resource Type.
   * - `is ignored`: it is a property like others.
   * - `makes resources`: what it returns is a resource, too.
   *
   * @decides deployd-self-host
   */
  selfHost: { 'deployd-0.6': 'is ignored', 'deployd-1': 'makes resources' },

  /**
   * A request in development.
   * - `makes resources anew`: modules stay as they are.
   * - `makes modules and resources anew`: modules are evaluated again.
   *
   * @decides deployd-recreated-modules, deployd-changed-module
   */
  requestInDevelopment: {
    'deployd-0.6': 'makes resources anew',
    'deployd-locked': 'makes modules and resources anew',
  },

  /**
   * Resources in another environment than development.
   * - `are kept for one request`: those of the start serve the first request, then each request makes its own.
   * - `are kept`: as long as the server runs.
   *
   * @decides deployd-kept-resources, deployd-changed-resources
   */
  keptResources: {
    'deployd-0.6': 'are kept for one request',
    'deployd-0.8': 'are kept',
    'deployd-locked': 'are kept',
  },
} as const satisfies DeploydFlags;

/** What one edition of Deployd does, by flag. */
export type DeploydBehaviours = Values<typeof flags>;
