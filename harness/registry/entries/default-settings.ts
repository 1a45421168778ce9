// What the settings of bundlers decide by default: the failures of variants that leave them as they are.

import type { IntendedDifference } from './entry.ts';

/** The bundler tries other extensions than Node. */
export function otherExtensions(about: string, link: string): IntendedDifference {
  return {
    about,
    link,
    concerns: [
      'file-no-other-extensions',
      'file-node-last',
      'file-double-extension',
      'folder-*-node',
      'folder-index-other-extension',
      'node-modules-unknown-extension',
      'node-modules-each-folder-in-full',
      'node-modules-extension-order',
      'node-modules-index-order',
      'node-modules-suffix-extensions',
      'imports-package-*-kinds',
      'import-main-extension*',
      'import-index-order',
    ],
  };
}

/** The bundler reads another field of a package.json before `main`, or if there is no `main`. */
export function otherMainFields(about: string, link: string): IntendedDifference {
  return {
    about,
    link,
    concerns: ['conditions-other-fields', 'folder-other-properties', 'import-main-module-field'],
  };
}

/** The cases about conditions that many tools set, and Node does not. */
export const conditionsOfTools: readonly string[] = [
  'conditions-tools',
  'conditions-development',
  'conditions-node-env',
  'import-condition-unknown',
];

/**
 * The bundler does not set all conditions of Node.
 * @param more the cases about conditions that it sets and Node does not
 */
export function otherConditions(
  about: string,
  link: string,
  more: readonly string[] = [],
): IntendedDifference {
  return {
    about,
    link,
    concerns: [
      'conditions-node-addons',
      'import-condition-node-addons',
      'import-condition-module-sync',
      ...more,
    ],
  };
}

/**
 * The exports of a module that throws stay in the cache.
 * @param more the cases about ES modules that throw, if they stay too
 */
export function keptFailures(about: string, link: string, more: readonly string[] = []): IntendedDifference {
  return {
    about,
    link,
    concerns: [
      'cache-failed-*',
      'error-retry-*',
      'cycle-inner-throws',
      'cycle-outer-throws',
      'file-syntax-error-again',
      'file-json-invalid-again',
      'module-variable-per-evaluation',
      'import-commonjs-throws-required*',
      'ways-found-elsewhere',
      ...more,
    ],
  };
}
