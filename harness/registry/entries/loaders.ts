// Loaders that run inside Node with their own require.

import { currentEdition } from '../../../model/editions.ts';
import { loaderCapabilities } from '../../../model/vocabulary.ts';
import type { RegistryEntry } from './entry.ts';

export const loaders: readonly RegistryEntry[] = [
  {
    name: 'jiti',
    kind: 'loader',
    homepage: 'https://github.com/unjs/jiti',
    package: 'jiti',
    version: '2.7.0',
    driving: { kind: 'module', driver: 'jiti' },
    capabilities: [
      ...loaderCapabilities.filter(
        (name) => name !== 'require.main' && name !== 'global folders' && name !== 'require.extensions',
      ),
      'import',
    ],
    edition: currentEdition,
    note: 'Its programmatic interface, without its cache on disk. It loads a program from within another program, so the program is not the main module.',
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
    edition: currentEdition,
    note: 'Its runtime in the node environment, without transforms, mocks and caches, and with the extensions of Node. For resolutions, see jest-resolve.',
  },
  {
    name: 'vm2',
    kind: 'loader',
    homepage: 'https://github.com/patriksimek/vm2',
    package: 'vm2',
    version: '3.12.2',
    driving: { kind: 'module', driver: 'vm2' },
    capabilities: ['run', 'builtins', 'json', 'computed specifiers', 'timers'],
    edition: currentEdition,
    note: 'A NodeVM that may require any file and any core module, with the console, the arguments and the environment of the process, and modules in sloppy mode by default. Its error codes differ from those of Node.',
    differences: [
      {
        about:
          'Programs in the sandbox have only a part of process: they can neither end the process nor listen to its events.',
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
