// rewire, which gives the entry access to its own variables and loads the rest as require does.

import { onThisNode, requireIn } from './installed.mjs';

export function open({ folder }) {
  const rewire = requireIn(folder)('rewire');
  return { ...onThisNode, run: (entry) => void rewire(entry) };
}
