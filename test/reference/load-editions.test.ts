// What editions decide about loading: one program each, and what it exports by edition.

import { test } from 'tap';
import { createLoader, type LoaderError, referenceEditions } from '../../reference/index.ts';
import { type MemoryEntry, memoryFileSystem } from './memory-file-system.ts';

type Files = Record<string, MemoryEntry>;

/** Runs `main.js` in every edition and folds neighbours that export the same: `first edition: exports`. */
function run(files: Files): string[] {
  const results = referenceEditions.map((edition) => [edition, runIn(edition, files)]);
  return results
    .filter(([, result], index) => index <= 1 || result !== results[index - 1]?.[1])
    .map(([edition, result]) => `${edition?.replace('node-', '')}: ${result}`);
}

function runIn(edition: string, files: Files): string {
  const loader = createLoader({ edition, files: memoryFileSystem(files), environment: {} });
  try {
    return String(loader.runMain('/t/main.js'));
  } catch (error) {
    return (error as LoaderError).code ?? (error as Error).name;
  }
}

const caught = (code: string) =>
  `try { ${code}; module.exports = 'fine' } catch (e) { module.exports = e.code || e.name }`;

test('children that were loaded before', async (t) => {
  const files = {
    'main.js': "require('./a'); require('./b'); module.exports = module.children.map(c => c.children.length)",
    'a.js': "require('./b')",
    'b.js': "require('./a')",
  };
  t.strictSame(run(files), ['locked: 1,1', '0.10: 1', '8: 1,1']);
});

test('children that failed', async (t) => {
  const files = {
    'main.js': "try { require('./a') } catch (e) {} module.exports = module.children.length",
    'a.js': 'throw 1',
  };
  t.strictSame(run(files), ['locked: 1', '0.10: 1', '12: 0']);
});

test('the prototype of unfinished exports', async (t) => {
  const files = {
    'main.js':
      "var a = require('./a'); module.exports = [a.during, Object.getPrototypeOf(a) === Object.prototype]",
    'a.js': "exports.during = require('./b').plain",
    'b.js': "exports.plain = Object.getPrototypeOf(require('./a')) === Object.prototype",
  };
  t.strictSame(run(files), ['locked: true,true', '0.10: true,true', '14: false,true']);
});

test('something that is no specifier', async (t) => {
  const results = ['locked: AssertionError', '0.10: AssertionError', '8: ERR_ASSERTION'];
  t.strictSame(run({ 'main.js': caught('require(5)') }), [...results, '10: ERR_INVALID_ARG_TYPE']);
  t.strictSame(run({ 'main.js': caught("require('')") }), [...results, '10: ERR_INVALID_ARG_VALUE']);
  t.strictSame(run({ 'main.js': caught('require.resolve(5)') }), [
    'locked: TypeError',
    '0.10: TypeError',
    '10: ERR_INVALID_ARG_TYPE',
  ]);
});

test('source that breaks out of the wrapper', async (t) => {
  t.strictSame(run({ 'main.js': "}); (function (exports, require, module) { module.exports = 'out'" }), [
    'locked: out',
    '0.10: out',
    '10: SyntaxError',
  ]);
});

test('a byte order mark before #!', async (t) => {
  t.strictSame(run({ 'main.js': "\uFEFF#!/bin/node\nmodule.exports = 'ran'" }), [
    'locked: ran',
    '0.10: ran',
    '12: SyntaxError',
  ]);
  t.strictSame(run({ 'main.js': "#!/bin/node\nmodule.exports = 'ran'" }), ['locked: ran', '0.10: ran']);
  t.strictSame(run({ 'main.js': "\uFEFFmodule.exports = 'ran'" }), ['locked: ran', '0.10: ran']);
});

test('an extension with two dots', async (t) => {
  const files = {
    'main.js':
      "require.extensions['.b.c'] = m => { m.exports = 'both' }; module.exports = require('./a.b.c')",
    'a.b.c': "module.exports = 'source'",
  };
  t.strictSame(run(files), ['locked: source', '0.10: source', '10: both']);
});

test('null in the cache', async (t) => {
  const files = {
    'main.js': `require.cache[require.resolve('./a')] = null; ${caught("require('./a')")}`,
    'a.js': '',
  };
  t.strictSame(run(files), ['locked: fine', '0.10: fine', '12: TypeError']);
});

test('a request that its folder remembers', async (t) => {
  const files = {
    'main.js': `module.paths = ['/t/x']; require('n'); module.paths = []; ${caught("require('n')")}`,
    'x/n.js': '',
  };
  t.strictSame(run(files), ['locked: MODULE_NOT_FOUND', '0.10: MODULE_NOT_FOUND', '12: fine']);
});

test('properties of modules and of require', async (t) => {
  const keys =
    "module.exports = [Object.keys(module).includes('path'), Object.keys(module).includes('parent')]";
  t.strictSame(run({ 'main.js': keys }), [
    'locked: false,true',
    '0.10: false,true',
    '12: true,true',
    '16: true,false',
  ]);
  t.strictSame(run({ 'main.js': 'module.exports = Object.getPrototypeOf(require.cache) === null' }), [
    'locked: false',
    '0.10: false',
    '8: true',
  ]);
});

test('the paths option of require.resolve', async (t) => {
  const at = (paths: string) => ({
    'main.js': caught(`require.resolve('n', { paths: ${paths} })`),
    'x/n.js': '',
    'y/node_modules/n.js': '',
  });
  t.strictSame(run(at("['/t/y']")), ['locked: MODULE_NOT_FOUND', '0.10: MODULE_NOT_FOUND', '8: fine']);
  t.strictSame(run(at("['/t/x']")), [
    'locked: MODULE_NOT_FOUND',
    '0.10: MODULE_NOT_FOUND',
    '8: fine',
    '12: MODULE_NOT_FOUND',
  ]);
  t.strictSame(run(at("'x'")), [
    'locked: MODULE_NOT_FOUND',
    '0.10: MODULE_NOT_FOUND',
    '12: ERR_INVALID_OPT_VALUE',
    '16: ERR_INVALID_ARG_VALUE',
  ]);
});

test('the chain of referrers in an error', async (t) => {
  const files = {
    'main.js': "try { require('./a') } catch (e) { module.exports = e.requireStack }",
    'a.js': "require('./none')",
  };
  t.strictSame(run(files), ['locked: undefined', '0.10: undefined', '12: /t/a.js,/t/main.js']);
});

test('an entry of the cache under the name of a core module', async (t) => {
  const source = "require.cache.path = { exports: 'mine' }; module.exports = typeof require('path')";
  t.strictSame(run({ 'main.js': source }), ['locked: object', '0.10: string']);
});

test('a file that is no addon', async (t) => {
  const source = "try { require('./a') } catch (e) { module.exports = String(e.code) }";
  t.strictSame(run({ 'main.js': source, 'a.node': '' }), [
    'locked: undefined',
    '0.10: undefined',
    '14: ERR_DLOPEN_FAILED',
  ]);
});

test('the key __proto__ in JSON', async (t) => {
  const source = "module.exports = Object.keys(require('./a')).length";
  t.strictSame(run({ 'main.js': source, 'a.json': '{"__proto__":{"x":1}}' }), [
    'locked: 1',
    '0.10: 0',
    '0.12: 1',
  ]);
});
