// Hooks that are preloaded into Node to look at what it loads, or at its errors, and that are meant to change nothing.

import { type Capability, loaderCapabilities, waysOfImport } from '../../../model/vocabulary.ts';
import type { RegistryEntry } from './entry.ts';

const all: readonly Capability[] = [
  ...loaderCapabilities,
  ...waysOfImport,
  'url specifiers',
  'user conditions',
  'es programs',
];

export const observingHooks: readonly RegistryEntry[] = [
  {
    name: 'import-in-the-middle',
    kind: 'loader hook',
    homepage: 'https://github.com/nodejs/import-in-the-middle',
    package: 'import-in-the-middle',
    version: '3.6.0',
    driving: {
      kind: 'node hook',
      start:
        "module.register('import-in-the-middle/hook.mjs', here); new (require('import-in-the-middle').Hook)(() => {});",
    },
    capabilities: all.filter((name) => name !== 'import'),
    note: 'Its hook for ES modules, with a function that is called for every module and changes none. It marks URLs for itself, so what import resolves to is seen only in programs.',
  },
  {
    name: 'require-in-the-middle',
    kind: 'loader hook',
    homepage: 'https://github.com/nodejs/require-in-the-middle',
    package: 'require-in-the-middle',
    version: '8.0.1',
    driving: {
      kind: 'node hook',
      start: "new (require('require-in-the-middle').Hook)(null, { internals: true }, (exports) => exports);",
    },
    capabilities: all,
    note: 'Its hook for require, with a function that is called for every module, also inside packages, and returns what it is given.',
  },
  {
    name: '@cspotcode/source-map-support',
    kind: 'loader hook',
    homepage: 'https://github.com/cspotcode/node-source-map-support',
    package: '@cspotcode/source-map-support',
    version: '0.8.1',
    driving: { kind: 'node hook', preload: ['@cspotcode/source-map-support/register'] },
    capabilities: all,
    note: 'Preloaded as its documentation says for Node.',
  },
];
