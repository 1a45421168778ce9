// jiti, through its programmatic interface. Up to version 1 the package itself is the function that makes a require.

import { requireIn, toUrl } from './installed.mjs';

export function open({ folder }) {
  const jiti = requireIn(folder)('jiti');
  const createJiti = jiti.createJiti ?? ((filename) => jiti(filename, { cache: false, requireCache: true }));
  return {
    createRequire: (filename) => createJiti(filename, { fsCache: false }),
    resolveImport: (specifier, referrer) =>
      createJiti(toUrl(referrer), { fsCache: false }).esmResolve(specifier),
  };
}
