// ES modules under the reference loader: what an edition decides, and where the host's loader meets the reference.

import path from 'node:path';
import { test } from 'tap';
import { createLoader, hostLoadsEsModules, type TraceEvent } from '../../reference/index.ts';

const skip = hostLoadsEsModules ? false : 'this Node does not load ES modules through require';

test('lines refuse ES modules or load them', { skip }, async (t) => {
  const folder = t.testdir({
    'package.json': '{}',
    'main.js': "try { module.exports = require('./a.mjs').id } catch (e) { module.exports = e.code }",
    'a.mjs': 'export const id = 1',
  });
  const run = (edition: string) => createLoader({ edition }).runMain(path.join(folder, 'main.js'));
  t.strictSame(['node-12', 'node-18', 'node-20', 'node-26'].map(run), [
    'ERR_REQUIRE_ESM',
    'ERR_REQUIRE_ESM',
    1,
    1,
  ]);
});

test('what an ES module imports of CommonJS is what the reference loads', { skip }, async (t) => {
  const folder = t.testdir({
    'package.json': '{}',
    'main.js':
      "exports.same = require('./a.mjs').b === require('./b.cjs'); exports.by = require('./b.cjs').by",
    'a.mjs': "export { default as b } from './b.cjs'",
    'b.cjs': "exports.by = require('module')",
  });
  const loader = createLoader({ edition: 'node-24' });
  const main = path.join(folder, 'main.js');
  const { same, by } = Object(loader.runMain(main));
  t.equal(same, true);
  t.equal(by, loader.createRequire(main)('module'), 'its require is that of the reference');
});

test('an error about top-level await names the file that requires the module', { skip }, async (t) => {
  const folder = t.testdir({
    'package.json': '{}',
    'main.js': "try { require('./waits.mjs') } catch (e) { exports.message = e.message }",
    'waits.mjs': 'await 1;',
  });
  const main = path.join(folder, 'main.js');
  const { message } = Object(createLoader({ edition: 'node-24' }).runMain(main));
  t.match(message, `\n  From ${main} \n  Requiring ${path.join(folder, 'waits.mjs')} `);
});

test('the cache of the host is left as it was', { skip }, async (t) => {
  const folder = t.testdir({
    'package.json': '{}',
    'main.js': "try { require('./a.mjs') } catch (e) { exports.code = e.code }",
    'a.mjs': "import './main.js'",
  });
  const { createRequire } = await import('node:module');
  const host = createRequire(import.meta.url);
  t.match(createLoader({ edition: 'node-24' }).runMain(path.join(folder, 'main.js')), {
    code: 'ERR_REQUIRE_CYCLE_MODULE',
  });
  t.notOk(Object.keys(host.cache).some((name) => name.startsWith(folder)));
});

test('the steps of an ES module are told', { skip }, async (t) => {
  const folder = t.testdir({ 'package.json': '{}', 'main.js': "require('./a')", 'a.js': 'export default 1' });
  const events: TraceEvent[] = [];
  const loader = createLoader({ edition: 'node-24', trace: (event) => events.push(event) });
  loader.runMain(path.join(folder, 'main.js'));
  t.strictSame(
    events.map(({ step, outcome }) => `${step} ${outcome}`).filter((line) => /DETECT|ES_MODULE/.test(line)),
    [
      'MAYBE_DETECT_AND_LOAD 1 holds',
      'MAYBE_DETECT_AND_LOAD 1 fails',
      'MAYBE_DETECT_AND_LOAD 2 holds',
      'LOAD_ES_MODULE 2 done',
      'LOAD_ES_MODULE 3 fails',
      'LOAD_ES_MODULE 4 holds',
    ],
  );
});
