// Engines with a CommonJS loader of their own, where the system has them. They come from no registry of packages.

import type { EngineEntry } from '../entry.ts';

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
    note: 'Its command line, with a module search function as its guide has one: the id and .js, else the id itself, below the tree. The console is made of its print.',
    differences: [
      {
        about:
          'A module is known by its identifier alone, and has no file: which text it has is left to the embedder.',
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
    note: 'Its shell with the newest language version; modules are searched in the folder of the entry and in node_modules of the tree. The console is made of its print.',
  },
];
