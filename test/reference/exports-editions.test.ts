// What editions decide about the exports of packages: one map and specifier each, and the answer by edition.

import { test } from 'tap';
import { askModern } from './ask-editions.ts';

const files = {
  'node_modules/n/index.js': '',
  'node_modules/n/a.js': '',
  'node_modules/n/b.js': '',
  'node_modules/n/lib/a.js': '',
  'node_modules/n/lib/index.js': '',
};

function askExports(exports: unknown, specifier = 'n'): string[] {
  const packageJson = JSON.stringify({ name: 'n', exports });
  const answers = askModern({ 'node_modules/n/package.json': packageJson, ...files }, specifier);
  return answers.map((answer) => answer.replace('node_modules/n/', ''));
}

test('the entry of a package', async (t) => {
  t.strictSame(askExports('./a.js'), ['12: a.js']);
  t.strictSame(askExports({ '.': './a.js' }), ['12: a.js']);
  t.strictSame(askExports('./a'), ['12: MODULE_NOT_FOUND']);
  t.strictSame(askExports('a.js'), ['12: ERR_INVALID_PACKAGE_TARGET']);
  t.strictSame(askExports(null), ['12: index.js']);
  t.strictSame(askExports(false), ['12: ERR_PACKAGE_PATH_NOT_EXPORTED', '22: index.js']);
  t.strictSame(askExports({ '.': './a.js', node: './b.js' }), ['12: ERR_INVALID_PACKAGE_CONFIG']);
});

test('what is not exported', async (t) => {
  t.strictSame(askExports('./a.js', 'n/b'), ['12: ERR_PACKAGE_PATH_NOT_EXPORTED']);
  t.strictSame(askExports('./a.js', 'n/package.json'), ['12: ERR_PACKAGE_PATH_NOT_EXPORTED']);
  t.strictSame(askExports({ './b': null }, 'n/b'), ['12: ERR_PACKAGE_PATH_NOT_EXPORTED']);
  t.strictSame(askExports({}, 'n'), ['12: ERR_PACKAGE_PATH_NOT_EXPORTED']);
});

test('conditions', async (t) => {
  t.strictSame(askExports({ import: './a.js', require: './b.js' }), ['12: b.js']);
  t.strictSame(askExports({ default: './a.js', require: './b.js' }), ['12: a.js']);
  t.strictSame(askExports({ 'node-addons': './a.js', default: './b.js' }), ['12: b.js', '14: a.js']);
  t.strictSame(askExports({ 'module-sync': './a.js', default: './b.js' }), ['12: b.js', '20: a.js']);
  t.strictSame(askExports({ node: { import: './a.js' }, default: './b.js' }), ['12: b.js']);
  t.strictSame(askExports({ node: null, default: './b.js' }), ['12: ERR_PACKAGE_PATH_NOT_EXPORTED']);
  t.strictSame(askExports({ 0: './a.js', default: './b.js' }), ['12: ERR_INVALID_PACKAGE_CONFIG']);
});

test('patterns', async (t) => {
  t.strictSame(askExports({ './*': './lib/*.js' }, 'n/a'), ['12: lib/a.js']);
  t.strictSame(askExports({ './*.js': './lib/*.js' }, 'n/a.js'), [
    '12: ERR_PACKAGE_PATH_NOT_EXPORTED',
    '14: lib/a.js',
  ]);
  t.strictSame(askExports({ './*': './a.js', './l*': './b.js' }, 'n/lib'), ['12: b.js']);
  t.strictSame(askExports({ './*': './lib/*.js', './a': './a.js' }, 'n/a'), ['12: a.js']);
  t.strictSame(askExports({ './*': './lib/*', './x*': null }, 'n/xy'), ['12: ERR_PACKAGE_PATH_NOT_EXPORTED']);
  t.strictSame(askExports({ './*': './lib/*' }, 'n/../a.js'), ['12: ERR_INVALID_MODULE_SPECIFIER']);
  t.strictSame(askExports({ './*': './lib/*' }, 'n/%2e./a.js'), [
    '12: a.js',
    '16: ERR_INVALID_MODULE_SPECIFIER',
  ]);
});

test('folder mappings', async (t) => {
  const gone = '18: ERR_PACKAGE_PATH_NOT_EXPORTED';
  t.strictSame(askExports({ './l/': './lib/' }, 'n/l/a'), ['12: lib/a.js', gone]);
  t.strictSame(askExports({ './l/': './lib/' }, 'n/l/'), ['12: MODULE_NOT_FOUND', '14: lib/index.js', gone]);
  t.strictSame(askExports({ './l/': './lib' }, 'n/l/a'), ['12: ERR_INVALID_PACKAGE_TARGET', gone]);
});

test('arrays', async (t) => {
  t.strictSame(askExports(['a.js', './b.js']), ['12: b.js']);
  t.strictSame(askExports(['./none.js', './b.js']), ['12: MODULE_NOT_FOUND']);
  t.strictSame(askExports(['a.js', null]), ['12: ERR_PACKAGE_PATH_NOT_EXPORTED']);
  t.strictSame(askExports([null, 'a.js']), ['12: ERR_INVALID_PACKAGE_TARGET']);
  t.strictSame(askExports([{ import: './a.js' }, './b.js']), ['12: b.js']);
});

test('targets as URLs', async (t) => {
  t.strictSame(askExports('./a.js?x'), ['12: a.js']);
  t.strictSame(askExports('./%61.js'), ['12: a.js']);
  t.strictSame(askExports('./lib%2Fa.js'), ['12: ERR_INVALID_MODULE_SPECIFIER']);
  t.strictSame(askExports('./lib/../a.js'), ['12: ERR_INVALID_PACKAGE_TARGET']);
  t.strictSame(askExports('./.\t./a.js'), ['12: ERR_INVALID_PACKAGE_TARGET']);
});

test('names of packages', async (t) => {
  const scoped = { 'node_modules/@s/n/package.json': '{"exports":"./x.js"}', 'node_modules/@s/n/x.js': '' };
  t.strictSame(askModern(scoped, '@s/n').at(-1), '12: node_modules/@s/n/x.js');
  t.strictSame(askModern(scoped, '@s/n/x').at(-1), '12: ERR_PACKAGE_PATH_NOT_EXPORTED');
  const dotted = { 'node_modules/.n/package.json': '{"exports":"./x.js"}', 'node_modules/.n/index.js': '' };
  t.strictSame(askModern(dotted, '.n').at(-1), '12: node_modules/.n/index.js');
});

test('a path into a package asks nobody', async (t) => {
  const packageJson = JSON.stringify({ exports: './a.js', main: './b.js' });
  t.strictSame(
    askModern({ 'p/n/package.json': packageJson, 'p/n/b.js': '', 'p/n/c.js': '' }, './n').at(-1),
    '12: p/n/b.js',
  );
});

test('maps that a lazy reader finds broken', async (t) => {
  const last = (text: string) =>
    askModern(
      { 'node_modules/n/package.json': text, 'node_modules/n/a.js': '', 'node_modules/n/b.js': '' },
      'n',
    ).at(-1);
  t.equal(last('{"exports": {"./a":}}'), '22: ERR_INVALID_PACKAGE_CONFIG');
  t.equal(last('{"exports": {"./a": x}}'), '12: SyntaxError');
  t.equal(last('{"exports": "{x"}'), '22: SyntaxError');
  t.equal(last('{"exports": "./a.js", "exports": null, "main": "b"}'), '22: node_modules/n/a.js');
});
