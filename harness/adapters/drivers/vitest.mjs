// Vitest, which runs the entry as the file of a test, in a thread of its own.

import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ofThisNode, requireIn } from './installed.mjs';

export async function open({ folder }) {
  const file = requireIn(folder).resolve('vitest/node');
  const { createVitest } = await import(pathToFileURL(file).href);
  // Below 6, Vite adds to its own conditions what a user sets, and does not export them.
  const { defaultServerConditions = [] } = await import(
    pathToFileURL(createRequire(file).resolve('vite')).href
  );
  return {
    ...ofThisNode,
    async importModule(entry, { root, conditions: added }) {
      const conditions = [...defaultServerConditions, ...added];
      const vitest = await createVitest('test', settings(entry, root), {
        configFile: false,
        logLevel: 'silent',
        cacheDir: mkdtempSync(path.join(tmpdir(), 'vitest-')),
        ...(added.length > 0 ? { ssr: { resolve: { conditions } } } : {}),
      });
      const { testModules, unhandledErrors } = await vitest.start();
      await vitest.close();
      // It sets the exit code, because no test ran.
      process.exitCode = 0;
      const errors = [...testModules.flatMap((file) => file.errors()), ...unhandledErrors];
      const error = errors.find(({ message }) => !message.startsWith('No test suite found'));
      if (error) throw error;
    },
  };
}

const settings = (entry, root) => ({
  root,
  include: [path.relative(root, entry)],
  exclude: [],
  watch: false,
  config: false,
  cache: false,
  pool: 'threads',
  reporters: [
    { onUserConsoleLog: ({ type, content }) => type === 'stdout' && process.stdout.write(content) },
  ],
});
