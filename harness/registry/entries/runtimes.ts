// Runtimes that replace Node.

import { loaderCapabilities } from '../../../model/vocabulary.ts';
import type { RegistryEntry } from './entry.ts';
import { bunPackage, denoPackage } from './platform-packages.ts';

export const runtimes: readonly RegistryEntry[] = [
  {
    name: 'bun',
    kind: 'runtime',
    homepage: 'https://bun.sh',
    package: bunPackage,
    version: '1.4.5',
    former: { below: '1.1.0', pipe: true },
    driving: {
      kind: 'runtime',
      binary: process.platform === 'win32' ? 'bin/bun.exe' : 'bin/bun',
      flags: ['--no-install'],
      replies: 'preloaded',
    },
    capabilities: [
      ...loaderCapabilities,
      'import',
      'import.meta.resolve',
      'url specifiers',
      'user conditions',
      'es programs',
    ],
    note: 'Without automatic installation, which would use the network. Programs run as its main module; judged by the line of Node that it reports. What import resolves to is asked of Bun.resolveSync.',
    differences: [
      {
        about:
          'It also tries the extensions of TypeScript and of ES modules, and a .ts file for a missing .js file.',
        link: 'https://bun.com/docs/runtime/module-resolution#syntax',
        concerns: [
          'file-no-other-extensions',
          'folder-index-other-extension',
          'node-modules-unknown-extension',
          'esm-mjs-not-searched',
          'esm-cjs-not-searched',
          'node-modules-extension-not-replaced',
          'require-extensions-keys',
        ],
      },
      {
        about: 'Both import and require work in every file, whatever its extension or package.json.',
        link: 'https://bun.com/docs/runtime/module-resolution#using-import-and-require-together',
        concerns: [
          'esm-mjs-in-commonjs-package',
          'esm-mjs-commonjs-code',
          'esm-cjs-with-syntax',
          'esm-type-commonjs-code',
          'esm-type-no-extension',
          'esm-commonjs-syntax',
          'file-mjs',
        ],
      },
    ],
  },
  {
    name: 'deno',
    kind: 'runtime',
    homepage: 'https://deno.com',
    package: denoPackage,
    version: '2.9.6',
    driving: {
      kind: 'runtime',
      binary: process.platform === 'win32' ? 'deno.exe' : 'deno',
      flags: ['run', '--allow-all', '--quiet', '--no-lock', '--no-config', '--no-remote', '--cached-only'],
      replies: 'on stderr',
    },
    capabilities: [
      ...loaderCapabilities.filter((name) => name !== 'global folders'),
      'import.meta.resolve',
      'url specifiers',
      'user conditions',
      'es programs',
    ],
    note: 'With all permissions and without the network. A .cjs file loads the program as the main module; from 2.1 to 2.7, Deno loads a .js file as an ES module unless a package.json says otherwise, and most programs fail; judged by the line of Node that it reports.',
  },
];
