// Runtimes that take the place of node.

import { loaderCapabilities } from '../../../model/vocabulary.ts';
import type { RegistryEntry } from '../entry.ts';
import { bunPackage, denoPackage } from '../platform-packages.ts';

export const runtimes: readonly RegistryEntry[] = [
  {
    name: 'bun',
    kind: 'runtime',
    homepage: 'https://bun.sh',
    package: bunPackage,
    version: '1.4.5',
    driving: {
      kind: 'runtime',
      binary: process.platform === 'win32' ? 'bin/bun.exe' : 'bin/bun',
      flags: ['--no-install'],
      replies: 'preloaded',
    },
    capabilities: loaderCapabilities,
    note: 'Without automatic installation, which would reach the network. Programs are run as its main module; judged by the line of Node that it says it is.',
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
    capabilities: loaderCapabilities.filter((name) => name !== 'global folders'),
    note: 'With all permissions and without the network. Deno takes a .js file for an ES module unless a package.json says otherwise, so programs are loaded as the main module by a .cjs file; judged by the line of Node that it says it is.',
  },
];
