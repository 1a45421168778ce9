// What the maps of packages decided: the winner, and why each of the others lost.

import { test } from 'tap';
import { mapChoices } from '../../analysis/trace/map-choices.ts';
import { createLoader, type TraceEvent } from '../../reference/index.ts';
import { memoryFileSystem } from '../reference/memory-file-system.ts';

/** Each choice as `mark kind what: why`, indented. */
function choose(packages: Record<string, object>, specifier: string): string[] {
  const events: TraceEvent[] = [];
  const files = Object.entries(packages).map(([file, json]) => [file, JSON.stringify(json)]);
  const loader = createLoader({
    edition: 'node-24',
    files: memoryFileSystem(Object.fromEntries(files)),
    environment: {},
    trace: (event) => events.push(event),
  });
  try {
    loader.resolve(specifier, '/t/main.js');
  } catch {
    // none of the files is there
  }
  return mapChoices(events).map(
    ({ depth, won, kind, what, why }) =>
      `${'  '.repeat(depth)}${won ? '✓' : '✗'} ${kind}${what && ` ${what}`}: ${why}`,
  );
}

function ofExports(exports: unknown, specifier: string): string[] {
  return choose({ 'node_modules/p/package.json': { exports } }, specifier);
}

test('nothing where no map is asked', async (t) => {
  t.strictSame(choose({ 'node_modules/p/package.json': { main: 'a.js' } }, 'p'), []);
});

test('nested conditions', async (t) => {
  const exports = { node: { production: './p.js', import: './i.js' }, require: './r.js', default: './d.js' };
  t.strictSame(ofExports(exports, 'p'), [
    '✓ key .: is the very name that is asked for',
    '✗ condition node: applies, but nothing in it does',
    '  ✗ condition production: does not apply',
    '  ✗ condition import: does not apply',
    '✓ condition require: is the first that applies',
    '✗ condition default: comes later',
  ]);
});

test('the best pattern against the others', async (t) => {
  const exports = { './*': './1/*', './lib/*': './2/*', './lib/*.js': './3/*.js', './other/*': './4/*' };
  t.strictSame(ofExports(exports, 'p/lib/a.js'), [
    '✗ pattern ./other/*: does not match',
    '✓ pattern ./lib/*.js: matches, with a in the place of its star',
    '✗ pattern ./lib/*: matches too, but is shorter',
    '✗ pattern ./*: matches too, but has less text before its star',
  ]);
});

test('a key against the patterns that match it, and a name that nothing matches', async (t) => {
  const exports = { './a': './a.js', './*': './lib/*' };
  t.strictSame(ofExports(exports, 'p/a'), [
    '✓ key ./a: is the very name that is asked for',
    '✗ pattern ./*: matches too, but the name itself is a key',
  ]);
  t.strictSame(ofExports({ './a': './a.js', './b/*': './b/*' }, 'p/c'), [
    '✗ pattern ./b/*: does not match',
    '✗ key ./c: is not a key of the map, and no pattern matches it',
  ]);
});

test('null: as a target, and behind a condition', async (t) => {
  t.strictSame(ofExports({ './*': './*', './in/*': null }, 'p/in/a').slice(0, 3), [
    '✓ pattern ./in/*: matches, with a in the place of its star',
    '✗ pattern ./*: matches too, but has less text before its star',
    '✗ target null: says that there is nothing to be had',
  ]);
  t.strictSame(ofExports({ require: null, default: './d.js' }, 'p'), [
    '✓ key .: is the very name that is asked for',
    '✓ condition require: says that there is nothing to be had',
    '  ✗ target null: says that there is nothing to be had',
    '✗ condition default: comes later',
  ]);
});

test('arrays', async (t) => {
  const exports = { require: [null, 'lib.js', { import: './i.js' }, './a.js', './b.js'] };
  t.strictSame(ofExports(exports, 'p'), [
    '✓ key .: is the very name that is asked for',
    '✓ condition require: is the first that applies',
    '  ✗ item null: says that there is nothing to be had',
    '  ✗ item lib.js: does not begin with ./',
    '  ✗ item {"import":"./i.js"}: has no condition that applies',
    '    ✗ condition import: does not apply',
    '  ✓ item ./a.js: is the first that is a target',
    '  ✗ item ./b.js: comes later',
  ]);
});

test('targets that are refused', async (t) => {
  t.strictSame(ofExports({ '.': { require: 'a.js' } }, 'p'), [
    '✓ key .: is the very name that is asked for',
    '✗ condition require: ends with an error',
    '  ✗ target a.js: does not begin with ./',
  ]);
  t.match(ofExports('./../a.js', 'p').at(-1), 'target ./../a.js: has a part that is ., .. or node_modules');
  t.match(ofExports({ '.': 5 }, 'p').at(-1), 'target 5: is of no type for a target');
});

test('imports, and the package that they lead to', async (t) => {
  const packages = {
    'package.json': { imports: { '#a/*': './a/*', '#b': { import: './b.js', default: 'p' } } },
    'node_modules/p/package.json': { exports: { '.': './p.js', './*': null } },
  };
  t.strictSame(choose(packages, '#b'), [
    '✓ key #b: is the very name that is asked for',
    '✗ condition import: does not apply',
    '✓ condition default: is the first that applies',
    '  ✓ key .: is the very name that is asked for',
  ]);
});

test('the own name goes before node_modules', async (t) => {
  const packages = {
    'package.json': { name: 'p', exports: { './*': './lib/*' } },
    'node_modules/p/package.json': { exports: './other.js' },
  };
  t.strictSame(choose(packages, 'p/a'), [
    '✓ package p: is the own name of the package that asks',
    '✓ pattern ./*: matches, with a in the place of its star',
  ]);
});
