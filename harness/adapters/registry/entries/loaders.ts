// Loaders that bring a require of their own inside Node.

import { loaderCapabilities } from '../../../model/vocabulary.ts';
import type { RegistryEntry } from '../entry.ts';

export const loaders: readonly RegistryEntry[] = [
  {
    name: 'jiti',
    kind: 'loader',
    homepage: 'https://github.com/unjs/jiti',
    package: 'jiti',
    version: '2.7.0',
    driving: { kind: 'module', driver: 'jiti' },
    capabilities: loaderCapabilities.filter(
      (name) => name !== 'require.main' && name !== 'global folders' && name !== 'require.extensions',
    ),
    edition: 'node-24',
    note: 'Its programmatic interface, without its cache on disk. It loads programs from within another, so they are no main module.',
  },
  {
    name: 'jest',
    kind: 'loader',
    homepage: 'https://jestjs.io',
    package: 'jest',
    version: '30.5.2',
    driving: { kind: 'module', driver: 'jest' },
    capabilities: [
      'run',
      'error codes',
      'builtins',
      'json',
      'addons',
      'require.resolve',
      'module object',
      'computed specifiers',
      'timers',
    ],
    edition: 'node-24',
    note: 'Its runtime in the node environment, without transforms, mocks and caches, and with the extensions of Node. Which file a specifier names is asked of jest-resolve.',
  },
  {
    name: 'vm2',
    kind: 'loader',
    homepage: 'https://github.com/patriksimek/vm2',
    package: 'vm2',
    version: '3.12.2',
    driving: { kind: 'module', driver: 'vm2' },
    capabilities: ['run', 'builtins', 'json', 'computed specifiers', 'timers'],
    edition: 'node-24',
    note: 'A NodeVM that may require any file and any core module, with the console, the arguments and the environment of the process, and modules in sloppy mode unless they say otherwise. Its error codes are its own.',
    differences: [
      {
        about:
          'Programs in the sandbox have only some of what process offers: they can neither end it nor listen to its events.',
        link: 'https://github.com/patriksimek/vm2#readme',
        concerns: [
          'main-process-exit',
          'main-ends-with-exit-event',
          'main-exit-code-set',
          'main-uncaught-exit-event',
        ],
      },
    ],
  },
];
