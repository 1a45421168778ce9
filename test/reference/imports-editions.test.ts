// What editions decide about private names and about packages that ask for themselves.

import { test } from 'tap';
import { askModern } from './ask-editions.ts';

const files = {
  'a.js': '',
  'b.js': '',
  'lib/a.js': '',
  'node_modules/dep/index.js': '',
  'node_modules/dep/sub.js': '',
  'node_modules/#x.js': '',
};

function askFrom(packageJson: object, specifier: string, more: Record<string, string> = {}): string[] {
  return askModern({ 'package.json': JSON.stringify(packageJson), ...files, ...more }, specifier);
}

test('private names', async (t) => {
  const imports = { '#a': './a.js', '#none': './none.js', '#not': null };
  t.strictSame(askFrom({ imports }, '#a'), ['12: a.js']);
  t.strictSame(askFrom({ imports }, '#b'), ['12: ERR_PACKAGE_IMPORT_NOT_DEFINED']);
  t.strictSame(askFrom({ imports }, '#not'), ['12: ERR_PACKAGE_IMPORT_NOT_DEFINED']);
  t.strictSame(askFrom({ imports }, '#'), ['12: ERR_INVALID_MODULE_SPECIFIER']);
  t.strictSame(askFrom({ imports }, '#none'), ['12: MODULE_NOT_FOUND']);
  t.strictSame(askFrom({}, '#x'), ['12: node_modules/#x.js']);
});

test('slashes in private names', async (t) => {
  t.strictSame(askFrom({ imports: { '#/a': './a.js' } }, '#/a'), [
    '12: ERR_INVALID_MODULE_SPECIFIER',
    '24: a.js',
  ]);
  t.strictSame(askFrom({ imports: { '#a/': './a.js' } }, '#a/'), [
    '12: a.js',
    '18: ERR_INVALID_MODULE_SPECIFIER',
  ]);
});

test('an import that no condition has a target for', async (t) => {
  t.strictSame(askFrom({ imports: { '#a': { import: './a.js' } } }, '#a'), [
    '12: TypeError',
    '14: ERR_INVALID_ARG_TYPE',
    '16: ERR_PACKAGE_IMPORT_NOT_DEFINED',
  ]);
  t.strictSame(askFrom({ imports: { '#*': { import: './*.js' } } }, '#a'), [
    '12: TypeError',
    '14: ERR_INVALID_ARG_TYPE',
    '18: ERR_PACKAGE_IMPORT_NOT_DEFINED',
  ]);
});

test('other packages as targets', async (t) => {
  const imports = {
    '#d': 'dep',
    '#s': 'dep/sub',
    '#j': 'dep/sub.js',
    '#at': '@s',
    '#dot': '.dep',
    '#fs': 'fs',
  };
  t.strictSame(askFrom({ imports }, '#d'), ['12: node_modules/dep/index.js']);
  t.strictSame(askFrom({ imports }, '#s'), ['12: MODULE_NOT_FOUND']);
  t.strictSame(askFrom({ imports }, '#j'), ['12: node_modules/dep/sub.js']);
  t.strictSame(askFrom({ imports }, '#at'), ['12: ERR_INVALID_MODULE_SPECIFIER']);
  t.strictSame(askFrom({ imports }, '#dot'), ['12: MODULE_NOT_FOUND', '16: ERR_INVALID_MODULE_SPECIFIER']);
  t.strictSame(askFrom({ imports }, '#fs'), ['12: MODULE_NOT_FOUND', '16: ERR_INVALID_URL_SCHEME']);
  t.strictSame(askFrom({ imports: { '#n': '../a.js' } }, '#n'), ['12: ERR_INVALID_PACKAGE_TARGET']);
});

test('another package answers by its exports', async (t) => {
  const more = { 'node_modules/e/package.json': '{"exports":{"./x":"./y.js"}}', 'node_modules/e/y.js': '' };
  t.strictSame(askFrom({ imports: { '#e': 'e/x' } }, '#e', more), ['12: node_modules/e/y.js']);
  t.strictSame(askFrom({ imports: { '#e': 'e' } }, '#e', more), ['12: ERR_PACKAGE_PATH_NOT_EXPORTED']);
});

test('a package that asks for itself', async (t) => {
  const exports = { '.': './a.js', './lib/*': './lib/*.js' };
  t.strictSame(askFrom({ name: 'me', exports }, 'me'), ['12: a.js']);
  t.strictSame(askFrom({ name: 'me', exports }, 'me/lib/a'), ['12: lib/a.js']);
  t.strictSame(askFrom({ name: 'me', exports }, 'me/b'), ['12: ERR_PACKAGE_PATH_NOT_EXPORTED']);
  t.strictSame(askFrom({ name: 'me', main: 'a.js' }, 'me'), ['12: MODULE_NOT_FOUND']);
  t.strictSame(askFrom({ name: 'dep', exports }, 'dep'), ['12: a.js']);
});

test('a scope ends at the next package.json and at node_modules', async (t) => {
  const exports = './a.js';
  t.strictSame(askFrom({ name: 'me', exports }, 'me', { 'p/package.json': '{}' }), ['12: MODULE_NOT_FOUND']);
  t.strictSame(askFrom({ name: 'me', exports: null }, 'dep/none'), ['12: MODULE_NOT_FOUND']);
  t.strictSame(askFrom({ name: 'dep', exports: null }, 'dep'), [
    '12: TypeError',
    '18: node_modules/dep/index.js',
  ]);
});
