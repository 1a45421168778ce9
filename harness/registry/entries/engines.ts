// Engines with their own CommonJS loader that are installed on the system. No package registry contains them.

import type { EngineEntry } from './entry.ts';

export const engines: readonly EngineEntry[] = [
  {
    name: 'duktape',
    kind: 'engine',
    homepage: 'https://duktape.org',
    command: 'duk',
    install: "'apt-get install duktape' or 'brew install duktape'",
    driver: 'duktape',
    capabilities: ['run', 'computed specifiers'],
    edition: 'node-all',
    note: 'Its command line, with a module search function like that of its guide: it tries the id with .js, then the id itself, below the root of the tree. The console uses its print function.',
    differences: [
      {
        about: 'A module has an identifier but no file: the embedder supplies its text.',
        link: 'https://github.com/svaarala/duktape/blob/master/doc/modules.rst',
        concerns: ['cache-key', 'cache-key-real', 'cycle-by-file', 'scope-filename', 'links-*'],
      },
    ],
  },
  {
    name: 'rhino',
    kind: 'engine',
    homepage: 'https://github.com/mozilla/rhino',
    command: 'rhino',
    install: "'apt-get install rhino' or 'brew install rhino'",
    driver: 'rhino',
    capabilities: ['run', 'computed specifiers'],
    edition: 'node-all',
    note: 'Its shell with the newest language version; modules are searched for in the folder of the entry and in node_modules of the tree. The console uses its print function.',
  },
];
