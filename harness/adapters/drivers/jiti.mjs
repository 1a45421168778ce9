// jiti, through its programmatic interface. Up to version 1 the package itself is the function that makes a require, and resolves
// no imports. Its functions that resolve take conditions, which replace those of their way.

import { requireIn, toUrl } from './installed.mjs';

export function open({ folder }) {
  const jiti = requireIn(folder)('jiti');
  const createJiti = jiti.createJiti ?? ((filename) => jiti(filename, { cache: false, requireCache: true }));
  return {
    createRequire: (filename) => createJiti(filename, { fsCache: false }),
    resolve: (specifier, referrer, context) =>
      createJiti(referrer, { fsCache: false }).resolve(specifier, ...optionsFor('require', context)),
    resolveImport: (specifier, referrer, context) =>
      createJiti(toUrl(referrer), { fsCache: false }).esmResolve(specifier, ...optionsFor('import', context)),
  };
}

function optionsFor(way, { conditions: added }) {
  return added.length > 0 ? [{ conditions: ['node', way, ...added] }] : [];
}
