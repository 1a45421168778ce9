import { test } from 'tap';
import { behavioursOf } from '../../reference/editions/editions.ts';
import { conditionsOf, preloadsOf } from '../../reference/program/node-options.ts';

const newest = behavioursOf('node-26');

test('NODE_OPTIONS names what is preloaded, in every way of writing', (t) => {
  const options = '--require ./a.js -r b --no-warnings --require=./c.js --import ./d.mjs --import=e';
  t.strictSame(preloadsOf(newest, options), {
    requires: ['./a.js', 'b', './c.js'],
    imports: ['./d.mjs', 'e'],
  });
  t.strictSame(preloadsOf(newest, '--require "./with space.js" -r "a\\\\b"').requires, [
    './with space.js',
    'a\\b',
  ]);
  t.strictSame(preloadsOf(newest, '--no-warnings'), { requires: [], imports: [] });
  t.end();
});

test('older lines know fewer options', (t) => {
  const options = '--require a --import b';
  t.strictSame(preloadsOf(behavioursOf('node-4'), options), { requires: [], imports: [] });
  t.strictSame(preloadsOf(behavioursOf('node-16'), options), { requires: ['a'], imports: [] });
  t.end();
});

test('NODE_OPTIONS adds conditions, in the lines that know the options', (t) => {
  const options = '--conditions a --conditions=b -C c --no-warnings';
  t.strictSame(conditionsOf(newest, options), ['a', 'b', 'c']);
  t.strictSame(conditionsOf(behavioursOf('node-12'), options), ['a', 'b']);
  t.strictSame(conditionsOf(behavioursOf('node-10'), options), []);
  t.end();
});
