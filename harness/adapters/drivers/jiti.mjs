// jiti, through its programmatic interface.

import { requireIn } from './installed.mjs';

export function open({ folder }) {
  const { createJiti } = requireIn(folder)('jiti');
  return { createRequire: (filename) => createJiti(filename, { fsCache: false }) };
}
