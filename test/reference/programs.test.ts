// Programs under the reference loader, on a file system in memory.

import { test } from 'tap';
import { createLoader, type Loader, type LoaderOptions } from '../../reference/index.ts';
import { type MemoryEntry, memoryFileSystem } from './memory-file-system.ts';

function loaderFor(
  files: Record<string, MemoryEntry>,
  edition = 'locked',
  options: Omit<LoaderOptions, 'edition' | 'files'> = {},
): Loader {
  return createLoader({ edition, files: memoryFileSystem(files), environment: {}, ...options });
}

function run(files: Record<string, MemoryEntry>, edition?: string): unknown {
  return loaderFor(files, edition).runMain('/t/main.js');
}

test('the five variables of a module', async (t) => {
  const source =
    'module.exports = [arguments.length, this === arguments[0], __filename, __dirname, typeof require]';
  t.strictSame(run({ 'main.js': source }), [5, true, '/t/main.js', '/t', 'function']);
});

test('the entry is the main module', async (t) => {
  const source = 'module.exports = [module.id, require.main === module, module.parent, module.loaded]';
  t.strictSame(run({ 'main.js': source }), ['.', true, null, false]);
});

test('process.mainModule is set only when asked', async (t) => {
  const before = process.mainModule;
  const loader = loaderFor({ 'main.js': 'module.exports = process.mainModule === module' });
  t.equal(loader.runMain('/t/main.js'), false);
  t.equal(process.mainModule, before);
  const files = { 'main.js': 'module.exports = process.mainModule === module' };
  const asked = loaderFor(files, 'locked', { ownsProcess: true });
  t.teardown(() => Reflect.set(process, 'mainModule', before));
  t.equal(asked.runMain('/t/main.js'), true);
});

test('a module is evaluated once, and again when it is taken from the cache', async (t) => {
  const source = `
    var a = require('./a');
    var same = a === require('./a.js');
    delete require.cache[require.resolve('./a')];
    module.exports = [same, a === require('./a')];`;
  t.strictSame(run({ 'main.js': source, 'a.js': 'exports.x = {}' }), [true, false]);
});

test('a cycle sees partial exports', async (t) => {
  const files = {
    'main.js': "module.exports = [require('./a').seen, require('./b').seen]",
    'a.js': "exports.early = 1; exports.seen = Object.keys(require('./b')); exports.late = 1",
    'b.js': "exports.seen = Object.keys(require('./a')); exports.done = 1",
  };
  t.strictSame(run(files), [['seen', 'done'], ['early']]);
});

test('a module that throws leaves the cache and is evaluated again', async (t) => {
  const source = `
    function attempt() { try { require('./a') } catch (e) { return e } }
    module.exports = [attempt() === attempt(), Object.keys(require.cache)];`;
  t.strictSame(run({ 'main.js': source, 'a.js': 'throw {}' }), [false, ['/t/main.js']]);
});

test('JSON, with a byte order mark, and broken', async (t) => {
  const source = `
    module.exports = [require('./a')];
    try { require('./b') } catch (e) { module.exports.push(e instanceof SyntaxError, e.message.indexOf('/t/b.json: ')) }`;
  t.strictSame(run({ 'main.js': source, 'a.json': '\uFEFF{"x":1}', 'b.json': '{' }), [{ x: 1 }, true, 0]);
});

test('registered and removed extensions', async (t) => {
  const source = `
    require.extensions['.x'] = function (module, filename) { module.exports = filename };
    delete require.extensions['.json'];
    module.exports = [require('./a')];
    try { require('./b') } catch (e) { module.exports.push(e.code) }`;
  t.strictSame(run({ 'main.js': source, 'a.x': '', 'b.json': '1' }), ['/t/a.x', 'MODULE_NOT_FOUND']);
});

test('a link is followed to the real file', async (t) => {
  const files = { 'main.js': { link: 'real/m.js' }, 'real/m.js': 'module.exports = __filename' };
  t.equal(run(files), '/t/real/m.js');
});

test('stack traces name the file and the line', async (t) => {
  const source = '\n\nmodule.exports = new Error().stack.split("\\n")[1]';
  for (const edition of ['locked', 'node-24'])
    t.match(run({ 'main.js': source }, edition), /\/t\/main\.js:3:/);
});

test('a program can replace the parts of its loader', async (t) => {
  const source = `
    var Module = require('module');
    var resolve = Module._resolveFilename;
    Module._resolveFilename = function (request) {
      return request === 'virtual' ? '/t/a.js' : resolve.apply(this, arguments);
    };
    Module.prototype._compile = (compile => function (source, filename) {
      return compile.call(this, source.replace('VALUE', '42'), filename);
    })(Module.prototype._compile);
    module.exports = [require('virtual'), module instanceof Module, Module.builtinModules.includes('fs')];`;
  t.strictSame(run({ 'main.js': source, 'a.js': 'module.exports = VALUE' }, 'node-6'), [42, true, true]);
});

test('a changed wrapper is used', async (t) => {
  const source = `
    var Module = require('module');
    Module.wrapper[0] += 'var injected = 7;';
    module.exports = require('./a');`;
  for (const edition of ['locked', 'node-24'])
    t.equal(run({ 'main.js': source, 'a.js': 'module.exports = injected' }, edition), 7);
});

test('createRequire takes a file, a folder and a URL, and nothing else', async (t) => {
  const loader = loaderFor({ 'p/a.js': 'exports.a = 1' });
  t.strictSame(loader.createRequire('/t/p/none.js')('./a'), { a: 1 });
  t.equal(loader.createRequire('/t/p/').resolve('./a'), '/t/p/a.js');
  t.equal(loader.createRequire(new URL('file:///t/p/none.js')).resolve('./a'), '/t/p/a.js');
  t.throws(() => loader.createRequire('p/a.js'), { code: 'ERR_INVALID_ARG_VALUE' });
});

test('two loaders share nothing', async (t) => {
  const files = { 'main.js': "module.exports = require('./a')", 'a.js': 'module.exports = {}' };
  const [one, two] = [loaderFor(files), loaderFor(files)];
  t.not(one.runMain('/t/main.js'), two.runMain('/t/main.js'));
  t.not(one.createRequire('/t/main.js').cache, two.createRequire('/t/main.js').cache);
  t.not(one.createRequire('/t/main.js')('module'), two.createRequire('/t/main.js')('module'));
});
