// What editions decide about resolving: one tree and specifier each, and the answer by edition.

import { test } from 'tap';
import { createLoader, type LoaderError } from '../../reference/index.ts';
import { ask } from './ask-editions.ts';
import { memoryFileSystem } from './memory-file-system.ts';

test('a file beside the main of a folder', async (t) => {
  const files = { 'p/foo.js': '', 'p/foo/package.json': '{"main":"lib"}', 'p/foo/lib.js': '' };
  t.strictSame(ask(files, './foo'), [
    'locked: p/foo.js',
    '0.10: p/foo.js',
    '4: p/foo/lib.js',
    '10: p/foo.js',
  ]);
});

test('the main of a main is not asked for', async (t) => {
  const files = {
    'p/a/package.json': '{"main":"b"}',
    'p/a/b/package.json': '{"main":"c"}',
    'p/a/b/c.js': '',
  };
  t.strictSame(ask({ ...files, 'p/a/b/index.js': '' }, './a'), [
    'locked: p/a/b/index.js',
    '0.10: p/a/b/index.js',
  ]);
});

test('two dots, and a file named like the folder', async (t) => {
  const files = { 'p.js': '', 'p/index.js': '', 'index.js': '', 'p/s.js': '', 'p/s/index.js': '' };
  t.strictSame(ask(files, './s/.'), ['locked: p/s/index.js', '0.10: p/s.js', '10: p/s/index.js']);
  t.strictSame(ask(files, './s/..'), ['locked: p/index.js', '0.10: p.js', '10: p/index.js']);
});

test('a dot alone', async (t) => {
  t.strictSame(ask({ 'p/index.js': '' }, '.'), [
    'locked: p/index.js',
    '0.10: MODULE_NOT_FOUND',
    '4: p/index.js',
  ]);
  t.strictSame(ask({ 'p/main.js': '', 'node_modules/index.js': '' }, '.'), [
    'locked: MODULE_NOT_FOUND',
    '0.10: node_modules/index.js',
    '12: MODULE_NOT_FOUND',
  ]);
});

test('two dots as the beginning of a name', async (t) => {
  const files = { 'p/..foo.js': '', 'node_modules/..foo.js': '' };
  t.strictSame(ask(files, '..foo'), ['locked: node_modules/..foo.js', '0.10: p/..foo.js']);
});

test('a slash at the end', async (t) => {
  const files = { 'p/a.js': '', 'p/a/index.js': '', 'p/b.js': '' };
  t.strictSame(ask(files, './a/'), ['locked: p/a/index.js', '0.10: p/a/index.js']);
  t.strictSame(ask(files, './b.js/'), ['locked: MODULE_NOT_FOUND', '0.10: MODULE_NOT_FOUND']);
});

test('a folder that is missing on the way', async (t) => {
  t.strictSame(ask({ 'x.js': '', 'p/main.js': '' }, 'none/../../x'), [
    'locked: MODULE_NOT_FOUND',
    '0.10: x.js',
    '4: MODULE_NOT_FOUND',
  ]);
  t.strictSame(ask({ 'x.js': '' }, '../x'), [
    'locked: MODULE_NOT_FOUND',
    '0.10: x.js',
    '4: MODULE_NOT_FOUND',
    '18: x.js',
  ]);
});

test('a broken main without an index', async (t) => {
  const files = { 'p/node_modules/n/package.json': '{"main":"none"}', 'node_modules/n.js': '' };
  t.strictSame(ask(files, 'n'), [
    'locked: node_modules/n.js',
    '0.10: node_modules/n.js',
    '12: MODULE_NOT_FOUND',
  ]);
});

test('a main that is no string', async (t) => {
  t.strictSame(ask({ 'p/n/package.json': '{"main":true}', 'p/n/index.js': '' }, './n'), [
    'locked: TypeError',
    '0.10: TypeError',
    '10: ERR_INVALID_ARG_TYPE',
    '18: p/n/index.js',
  ]);
  t.strictSame(ask({ 'p/n/package.json': '{"main":false}', 'p/n/index.js': '' }, './n'), [
    'locked: p/n/index.js',
    '0.10: p/n/index.js',
  ]);
});

test('an empty package.json', async (t) => {
  t.strictSame(ask({ 'p/n/package.json': '', 'p/n/index.js': '' }, './n'), [
    'locked: SyntaxError',
    '0.10: SyntaxError',
    '10: p/n/index.js',
    '18: SyntaxError',
    '22: ERR_INVALID_PACKAGE_CONFIG',
  ]);
});

test('a package.json that is not JSON', async (t) => {
  t.strictSame(ask({ 'p/n/package.json': '{"main":"m",}', 'p/n/index.js': '' }, './n'), [
    'locked: SyntaxError',
    '0.10: SyntaxError',
    '22: ERR_INVALID_PACKAGE_CONFIG',
  ]);
  t.strictSame(ask({ 'p/n/package.json': '{"exports": x}', 'p/n/index.js': '' }, './n'), [
    'locked: SyntaxError',
    '0.10: SyntaxError',
    '10: p/n/index.js',
    '12: SyntaxError',
    '22: p/n/index.js',
  ]);
});

test('defects that a lazy reader does not see', async (t) => {
  const seen = (text: string | Uint8Array) =>
    ask({ 'p/n/package.json': text, 'p/n/index.js': '', 'p/n/m.js': '' }, './n').at(-1);
  t.equal(seen('{"a":{"b":},"main":"m.js"}'), '22: p/n/m.js');
  t.equal(seen('{"main": m.js}'), '22: p/n/index.js');
  t.equal(seen('{"main":"m.js","main":5}'), '22: p/n/m.js');
  t.equal(seen('{"main":"m.js"}}'), '22: p/n/m.js');
  t.equal(seen('{"main":"m.js"} x'), '22: ERR_INVALID_PACKAGE_CONFIG');
  t.equal(seen('{"name":5,"main":"m.js"}'), '22: ERR_INVALID_PACKAGE_CONFIG');
  t.equal(seen('[]'), '22: ERR_INVALID_PACKAGE_CONFIG');
  t.equal(seen(Buffer.from('{"a":"\xff","main":"m.js"}', 'latin1')), '22: ERR_INVALID_PACKAGE_CONFIG');
  t.equal(seen('{}'), '0.10: p/n/index.js');
});

test('a byte order mark in package.json', async (t) => {
  t.strictSame(ask({ 'p/n/package.json': '\uFEFF{"main":"m.js"}', 'p/n/m.js': '' }, './n'), [
    'locked: p/n/m.js',
    '0.10: SyntaxError',
    '4: p/n/m.js',
  ]);
});

test('an invalid package.json above the referrer', async (t) => {
  t.strictSame(ask({ 'package.json': '{"main":', 'p/a.js': '' }, './a'), [
    'locked: p/a.js',
    '0.10: p/a.js',
    '12: SyntaxError',
    '22: ERR_INVALID_PACKAGE_CONFIG',
  ]);
});

test('empty and relative entries of NODE_PATH', async (t) => {
  const here = process.cwd();
  const files = { [`..${here}/cwd.js`]: '', '../t/p/main.js': '' };
  t.strictSame(ask(files, 'cwd', { NODE_PATH: ':/t/none' }), [
    'locked: MODULE_NOT_FOUND',
    `0.10: ${here}/cwd.js`,
    '4: MODULE_NOT_FOUND',
  ]);
  t.strictSame(ask(files, 'cwd', { NODE_PATH: '.' }), [`locked: ${here}/cwd.js`, `0.10: ${here}/cwd.js`]);
});

test('the node: scheme', async (t) => {
  t.strictSame(ask({}, 'node:fs'), ['locked: MODULE_NOT_FOUND', '0.10: MODULE_NOT_FOUND', '14: node:fs']);
});

test('core modules come and go', async (t) => {
  t.strictSame(ask({ 'node_modules/async_hooks.js': '' }, 'async_hooks'), [
    'locked: async_hooks',
    '0.10: node_modules/async_hooks.js',
    '8: async_hooks',
  ]);
  t.strictSame(ask({}, 'freelist').slice(1), ['0.10: freelist', '6: MODULE_NOT_FOUND']);
  t.strictSame(ask({}, 'node:sqlite').at(-1), '22: node:sqlite');
});

test('a NUL behind the name of a file', async (t) => {
  t.strictSame(ask({ 'p/a.js': '' }, './a.js\0b'), [
    'locked: ENOENT',
    '0.10: MODULE_NOT_FOUND',
    '4: ENOENT',
    '10: ERR_INVALID_ARG_VALUE',
  ]);
});

test('an unknown edition is refused by name', async (t) => {
  t.throws(() => createLoader({ edition: 'node-5' }), {
    name: 'RangeError',
    message: /locked, node-0\.10.*node-all/,
  });
});

test('a package.json that cannot be read', async (t) => {
  const answers = ['node-0.10', 'node-24', 'node-26'].map((edition) => {
    const files = memoryFileSystem({ 'p/n/package.json': '{"main":"m"}', 'p/n/index.js': '' });
    const kindOf = (path: string) => (path.endsWith('package.json') ? 'unreachable' : files.kindOf(path));
    const loader = createLoader({ edition, files: { ...files, kindOf }, environment: {} });
    try {
      return loader.resolve('./n', '/t/p/main.js');
    } catch (error) {
      return (error as LoaderError).code;
    }
  });
  t.strictSame(answers, ['/t/p/n/index.js', '/t/p/n/index.js', 'ERR_INVALID_PACKAGE_CONFIG']);
});
