// What Rollup and its plugins for Node's modules document as different from Node.

import { conditionsOfTools, otherConditions, otherExtensions, otherMainFields } from './default-settings.ts';
import type { IntendedDifference } from './entry.ts';

const plugins = 'https://github.com/rollup/plugins/tree/master/packages';

const always: readonly IntendedDifference[] = [
  {
    about: 'Its output is in strict mode by default.',
    link: 'https://rollupjs.org/configuration-options/#output-strict',
    concerns: ['scope-sloppy-*', 'scope-strict-not-*', 'scope-global-assigned'],
  },
  {
    about: 'Where require is not called with a name in the text, the bundle throws.',
    link: `${plugins}/commonjs#ignoredynamicrequires`,
    concerns: ['require-is-value'],
  },
];

const otherNames: readonly string[] = [
  'file-unknown-extension-is-javascript',
  'file-last-extension-decides',
  'file-upper-case-extension',
  'file-trailing-dot-is-javascript',
  'links-json-to-text',
];

/** The cases in which the condition `node` decides. */
const decidedByNode: readonly string[] = [
  'conditions-node',
  'import-condition-node',
  'import-condition-order-written',
  'import-condition-nested',
  'exports-conditions-first',
  'exports-nested-both',
  'exports-nested-null',
  'exports-nested-deep',
  'exports-nested-key-order-outside',
  'user-conditions-*-too',
  'imports-polyfill',
];

export const ofRollup: readonly IntendedDifference[] = [
  ...always,
  {
    about: 'Its plugin always sets the conditions module, and production or development.',
    link: `${plugins}/node-resolve#exportconditions`,
    concerns: conditionsOfTools,
  },
  {
    about: 'Only files with the extensions .cjs and those of its settings are CommonJS.',
    link: `${plugins}/commonjs#exclude`,
    concerns: otherNames,
  },
];

export const ofRollupByDefault: readonly IntendedDifference[] = [
  ...always,
  otherExtensions(
    'By default its plugin tries .mjs, .js, .json and .node files.',
    `${plugins}/node-resolve#extensions`,
  ),
  otherMainFields(
    'By default its plugin reads the field module before main.',
    `${plugins}/node-resolve#mainfields`,
  ),
  otherConditions(
    'By default its conditions are those of the way, module, and production or development, but not node.',
    `${plugins}/node-resolve#exportconditions`,
    [...conditionsOfTools, ...decidedByNode],
  ),
  {
    about: 'By default only files with the extensions .js and .cjs are CommonJS.',
    link: `${plugins}/commonjs#exclude`,
    concerns: [...otherNames, 'file-no-extension-is-javascript', 'file-shebang-no-extension'],
  },
];
