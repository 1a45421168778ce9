// proxyquire without stubs, which then loads as require does.

import { onThisNode, requireIn } from './installed.mjs';

export function open({ folder }) {
  const proxyquire = requireIn(folder)('proxyquire');
  return { ...onThisNode, run: (entry) => void proxyquire(entry, {}) };
}
