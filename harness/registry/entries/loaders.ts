// Loaders that run inside Node with their own require.

import { currentEdition } from '../../../model/editions.ts';
import { type Capability, loaderCapabilities } from '../../../model/vocabulary.ts';
import type { EntryWithVariants } from './entry.ts';

const ofJest: readonly Capability[] = [
  'user conditions',
  'run',
  'error codes',
  'builtins',
  'json',
  'addons',
  'require.resolve',
  'module object',
  'computed specifiers',
  'timers',
];

/** Of loaders for ES modules, which transform them. */
const importing: readonly Capability[] = ['user conditions', 'es programs', 'builtins', 'json', 'timers'];

/** Of a function that loads programs with Node's own loader, from within another program. */
const onNode: readonly Capability[] = [
  ...loaderCapabilities.filter((name) => name !== 'resolve' && name !== 'require.main'),
  'user conditions',
];

export const loaders: readonly EntryWithVariants[] = [
  {
    name: 'jiti',
    kind: 'loader',
    homepage: 'https://github.com/unjs/jiti',
    package: 'jiti',
    version: '2.7.0',
    former: { below: '2.0.0', lack: ['import', 'user conditions'] },
    driving: { kind: 'module', driver: 'jiti' },
    capabilities: [
      ...loaderCapabilities.filter(
        (name) => name !== 'require.main' && name !== 'global folders' && name !== 'require.extensions',
      ),
      'import',
      'user conditions',
    ],
    edition: currentEdition,
    note: 'Its programmatic interface, without its cache on disk. It loads a program from within another program, so the program is not the main module. Conditions that a user adds are options of its functions that resolve, and don’t reach what a program requires.',
  },
  {
    name: 'jest',
    kind: 'loader',
    homepage: 'https://jestjs.io',
    package: 'jest',
    version: '30.5.2',
    driving: { kind: 'module', driver: 'jest' },
    capabilities: ofJest,
    edition: currentEdition,
    note: 'Its runtime in the node environment, without transforms, mocks and caches, and with the extensions of Node. For resolutions, see jest-resolve.',
    variants: [
      {
        suffix: 'esm',
        homepage: 'https://jestjs.io/docs/ecmascript-modules',
        driving: { kind: 'module', driver: 'jest', flags: ['--experimental-vm-modules'] },
        capabilities: [...ofJest, 'es programs'],
        note: 'As jest, in a Node that is started with --experimental-vm-modules, which its documentation wants for ES modules.',
      },
    ],
  },
  {
    name: 'vitest',
    kind: 'loader',
    homepage: 'https://vitest.dev',
    package: 'vitest',
    version: '4.1.12',
    driving: { kind: 'module', driver: 'vitest' },
    capabilities: importing,
    note: 'Runs the entry as the file of a test, without a configuration, in a thread. That the file has no test is not counted as an error. The run ends with the file, whatever the file would still print.',
  },
  {
    name: 'vite',
    kind: 'loader',
    homepage: 'https://vite.dev/guide/api-environment-runtimes#modulerunner',
    package: 'vite',
    version: '8.4.0',
    driving: { kind: 'module', driver: 'vite', loadsByNode: true },
    capabilities: ['import', ...importing],
    note: 'The module runner of its ssr environment, with the extensions, the conditions and the main field of Node. Packages are left to Node, as by default.',
  },
  {
    name: 'vite-node',
    kind: 'loader',
    homepage: 'https://github.com/antfu-collective/vite-node',
    package: 'vite-node',
    version: '6.0.0',
    beside: ['vite@8.4.0'],
    driving: { kind: 'module', driver: 'vite-node', loadsByNode: true },
    capabilities: ['run', 'computed specifiers', ...importing],
    note: 'Its runner and its server in one process, with Vite configured as vite is. A file in a package, and what a require asks for, are left to Node, as by default.',
  },
  {
    name: 'mocha',
    kind: 'loader',
    homepage: 'https://mochajs.org',
    package: 'mocha',
    version: '12.0.3',
    driving: { kind: 'module', driver: 'mocha', loadsByNode: true },
    capabilities: [...onNode, 'es programs'],
    note: 'The function that loads the files of tests.',
  },
  {
    name: 'proxyquire',
    kind: 'loader',
    homepage: 'https://github.com/thlorenz/proxyquire',
    package: 'proxyquire',
    version: '2.1.3',
    driving: { kind: 'module', driver: 'proxyquire', loadsByNode: true },
    capabilities: onNode,
    note: 'Loads the entry without stubs.',
  },
  {
    name: 'rewire',
    kind: 'loader',
    homepage: 'https://github.com/jhnns/rewire',
    package: 'rewire',
    version: '9.0.1',
    driving: { kind: 'module', driver: 'rewire', loadsByNode: true },
    capabilities: onNode.filter((name) => name !== 'es modules'),
    note: 'Loads the entry as the module whose variables a test may set. Its documentation says that it is only for CommonJS modules.',
    differences: [
      {
        about: 'Every call executes the module again, so the entry is not in the cache.',
        link: 'https://github.com/jhnns/rewire#caveats',
        concerns: [
          'cache-entry-once',
          'require-cache-entry',
          'cycle-main',
          'links-entry-required-again',
          'links-store-own-name',
          'module-parent-cycle',
        ],
      },
    ],
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
