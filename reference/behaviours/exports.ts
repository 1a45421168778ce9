// What editions decide about package scopes and `exports`: the pages in spec/06-exports.

import type { NodeFlags } from './node-flags.ts';

export const exportsMap = {
  /**
   * The search for the package whose `imports` a file uses, or to which an ES module belongs; it goes from folder to parent folder.
   * - `ends at names that end in node_modules`: a folder `my_node_modules` ends it, too.
   * - `ends at node_modules`: only a folder of exactly this name ends it.
   *
   * @decides scope-node-modules
   */
  strictScope: {
    'node-0.10': 'ends at names that end in node_modules',
    'node-22': 'ends at node_modules',
  },

  /**
   * `imports` that are not JSON, in a line that parses only the fields it needs.
   * - `are an error in every use`: also for a specifier that does not need them.
   * - `are an error unless only the scope is read`: not for a path specifier of a file of the package.
   *
   * @decides scope-invalid
   */
  brokenImports: {
    'node-0.10': 'are an error in every use',
    'node-24': 'are an error unless only the scope is read',
  },

  /**
   * A `package.json` that is refused when the package of a file is looked for.
   * - `is the last`: its error ends the search.
   * - `is the last unless it is strict`: `import`, subpath imports and the entry look at those above it first, as below.
   * - `is not the last`: those above it are read first, until one is not refused. The error of the last that is refused counts.
   *
   * @decides scope-invalid-several
   */
  refusedScope: {
    'node-0.10': 'is the last',
    'node-22': 'is the last unless it is strict',
    'node-24': 'is not the last',
  },

  /**
   * `exports` and `imports` of a `package.json`.
   * - `are ignored`: a package is found by its folder alone, and `#` begins a bare specifier.
   * - `are used`: and a file can require its own package by name.
   *
   * @decides exports-entry, self-name, imports-name, error-tells-package
   * @unseen exports-entry, self-name, imports-name: their pages are about lines that have the maps
   */
  packageMaps: { 'node-0.10': 'are ignored', 'node-12': 'are used' },

  /**
   * `.`, `..` and `node_modules` in a target or a pattern match, where they are not allowed.
   * - `are compared as written`: `%2e` and `NODE_MODULES` are allowed.
   * - `are compared decoded`: percent-encoding and upper case make no difference.
   *
   * @decides exports-target-segments, exports-pattern-segments
   */
  refusedSegments: { 'node-0.10': 'are compared as written', 'node-16': 'are compared decoded' },

  /**
   * `$&` and other signs of `replace` in a pattern match.
   * - `is a replacement pattern`: as in the second argument of `String.prototype.replace`.
   * - `is text`: it is inserted as it is.
   *
   * @decides exports-pattern
   */
  dollarInMatch: { 'node-0.10': 'is a replacement pattern', 'node-16': 'is text' },

  /**
   * Text after the `*` of a key.
   * - `are not matched`: such a key is not a pattern; of the patterns that match, the longest key wins.
   * - `are matched`: of the patterns that match, the one with the most text before the `*` wins.
   *
   * @decides exports-pattern-trailer, exports-pattern-precedence
   */
  patternTrailers: { 'node-0.10': 'are not matched', 'node-14': 'are matched' },

  /**
   * The conditions that apply, beside `default` and the way: `require` or `import`.
   * - `node`: the loader is that of Node.
   * - `node-addons`: addons can be loaded.
   * - `module-sync`: `require` loads ES modules.
   *
   * @decides conditions-node-addons, conditions-module-sync
   */
  conditions: {
    'node-0.10': ['node'],
    'node-14': ['node', 'node-addons'],
    'node-20': ['node', 'node-addons', 'module-sync'],
  },

  /**
   * `exports` of `null`, when a file requires its own package by name.
   * - `throws TypeError`: it is read as if it were a map.
   * - `is ignored`: the package has no `exports`.
   *
   * @decides self-needs-exports
   */
  nullExportsOfSelf: { 'node-0.10': 'throws TypeError', 'node-18': 'is ignored' },

  /**
   * Keys that end in `/`.
   * - `are matched`: they map a folder, in which extensions and an index are tried.
   * - `are not matched`: they map nothing.
   *
   * @decides exports-folder-mapping
   */
  folderMappings: { 'node-0.10': 'are matched', 'node-18': 'are not matched' },

  /**
   * A key with a `*` or with `/` at its end, for a specifier that is exactly this key.
   * - `is matched`: its target is used as it is.
   * - `is not matched`: such a key only matches as a pattern or folder mapping.
   *
   * @decides exports-folder-mapping
   */
  patternKeyAsWritten: { 'node-0.10': 'is matched', 'node-14': 'is not matched' },

  /**
   * The options in NODE_OPTIONS that add a condition.
   * - `--conditions`, `-C`: followed by its name.
   *
   * @decides user-conditions-both-ways, user-conditions-short
   * @unseen node-12, node-14, user-conditions-both-ways, user-conditions-short: lines before do not start with the option
   */
  conditionOptions: {
    'node-0.10': [],
    'node-12': ['--conditions'],
    'node-14': ['--conditions', '-C'],
  },
} as const satisfies NodeFlags;
