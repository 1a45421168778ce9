// What the functions of a loader say beside the URL: errors with the words and the `url` of Node, and settings of one question.

import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'tap';
import { createLoader } from '../../reference/index.ts';

const editions = ['node-12', 'node-18', 'node-24'] as const;

function thrownBy(ask: () => unknown): { code?: string; url?: string; message: string; name: string } {
  try {
    ask();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}

test('the URL of a missing file is in the error since Node 18, that of a folder in every line', async (t) => {
  const folder = t.testdir({ lib: { 'index.js': '' } });
  const from = join(folder, 'main.mjs');
  for (const edition of editions) {
    const loader = createLoader({ edition, environment: {} });
    const missing = thrownBy(() => loader.resolveImport('./none.mjs?x', from));
    t.equal(missing.code, 'ERR_MODULE_NOT_FOUND');
    t.equal(missing.message, `Cannot find module '${join(folder, 'none.mjs')}' imported from ${from}`);
    t.equal(missing.url, edition === 'node-12' ? undefined : `${pathToFileURL(folder).href}/none.mjs?x`);
    const directory = thrownBy(() => loader.resolveImport('./lib', from));
    t.equal(directory.code, 'ERR_UNSUPPORTED_DIR_IMPORT');
    t.equal(directory.url, `${pathToFileURL(folder).href}/lib`);
  }
});

test('an error advises what `require` finds', async (t) => {
  const folder = t.testdir({ node_modules: { dep: { 'a.js': '', lib: { 'index.js': '' } } } });
  const from = join(folder, 'main.mjs');
  const messageIn = (edition: string, specifier: string) =>
    thrownBy(() => createLoader({ edition, environment: {} }).resolveImport(specifier, from)).message;
  t.match(messageIn('node-24', 'dep/a'), /\nDid you mean to import "dep\/a\.js"\?$/);
  t.match(messageIn('node-24', 'dep/lib'), /\nDid you mean to import "dep\/lib\/index\.js"\?$/);
  t.match(
    messageIn('node-24', join(folder, 'node_modules/dep/a')),
    /import ".*\/node_modules\/dep\/a\.js"\?$/,
  );
  t.match(messageIn('node-18', 'dep/a'), /\nDid you mean to import dep\/a\.js\?$/);
  t.notMatch(messageIn('node-24', 'dep/none'), /Did you mean/);
});

test('conditions of one question are added to those of the loader', async (t) => {
  const exports = { one: './one.js', two: './two.js', import: './three.js' };
  const folder = t.testdir({
    node_modules: {
      dep: { 'package.json': JSON.stringify({ exports }), 'one.js': '', 'two.js': '', 'three.js': '' },
    },
  });
  const from = join(folder, 'main.mjs');
  const loader = createLoader({ edition: 'node-24', environment: {}, conditions: ['two'] });
  t.match(loader.resolveImport('dep', from), /two\.js$/);
  t.match(loader.resolveImport('dep', from, { conditions: ['one'] }), /one\.js$/);
  t.match(loader.resolveImportMeta('dep', from, { conditions: ['one'] }), /one\.js$/);
  t.match(createLoader({ edition: 'node-24', environment: {} }).resolveImport('dep', from), /three\.js$/);
});

test('symbolic links are preserved where the loader is told so', async (t) => {
  const folder = t.testdir({ 'real.mjs': '' });
  symlinkSync('real.mjs', join(folder, 'link.mjs'));
  const from = join(folder, 'main.mjs');
  const resolveWith = (preserveSymlinks: boolean) =>
    createLoader({ edition: 'node-24', environment: {}, preserveSymlinks }).resolveImport(
      './link.mjs?',
      from,
    );
  t.match(resolveWith(false), /\/real\.mjs$/);
  t.match(resolveWith(true), /\/link\.mjs\?$/);
});

test('which characters of a path are encoded in its URL depends on the line', async (t) => {
  const folder = t.testdir({ '[a]^|~.mjs': '' });
  const from = join(folder, 'main.mjs');
  const nameIn = (edition: string) =>
    createLoader({ edition, environment: {} }).resolveImport('./[a]^|~.mjs?[~]', from).replace(/.*\//, '');
  t.equal(nameIn('node-18'), '[a]^|~.mjs?[~]');
  t.equal(nameIn('node-20'), '%5Ba%5D%5E%7C%7E.mjs?[~]');
});

test('editions without `import`, and referrers that are none, are refused', async (t) => {
  const old = createLoader({ edition: 'node-10', environment: {} });
  t.throws(() => old.resolveImport('fs', '/main.mjs'), { name: 'RangeError', message: /no import/ });
  t.throws(() => old.resolveImportMeta('fs', '/main.mjs'), { name: 'RangeError' });
  const loader = createLoader({ edition: 'node-24', environment: {} });
  t.throws(() => loader.resolveImport('fs', 'main.mjs'), {
    name: 'TypeError',
    message: /referrer 'main\.mjs' is neither an absolute path nor a file: or data: URL/,
  });
  t.equal(loader.resolveImport('fs', 'data:text/javascript,1'), 'node:fs');
});

test('a line end in the name of a package is none in its URL', async (t) => {
  const folder = t.testdir({ node_modules: { ab: { 'index.js': '' } } });
  const loader = createLoader({ edition: 'node-24', environment: {} });
  t.match(loader.resolveImport('a\nb', join(folder, 'main.mjs')), /\/node_modules\/ab\/index\.js$/);
});
