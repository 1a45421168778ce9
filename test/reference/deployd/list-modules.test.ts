import { test } from 'tap';
import { deploydBehavioursOf, deploydEditions } from '../../../reference/deployd/editions.ts';
import { listModules } from '../../../reference/deployd/list-modules.ts';

/** What each edition lists; `stalls` where the start would never be finished. */
function listed(app: string): Record<string, readonly string[] | 'stalls'> {
  return Object.fromEntries(
    deploydEditions.map((edition) => [
      edition.replace('deployd-', ''),
      listModules(app, deploydBehavioursOf(edition)) ?? 'stalls',
    ]),
  );
}

/** The same for all editions, apart from some. */
function all<T>(value: T, others: Record<string, T> = {}): Record<string, T> {
  const names = deploydEditions.map((edition) => edition.replace('deployd-', ''));
  return { ...Object.fromEntries(names.map((name) => [name, value])), ...others };
}

const module = (): Record<string, string> => ({ 'index.js': '' });

test('a folder is listed by name, byte by byte, and the text lists any module', async (t) => {
  const app = t.testdir({
    node_modules: {
      'b.js': '',
      'a-b.js': '',
      'a.js': '',
      'B.js': '',
      '10.js': '',
      '9.js': '',
      'x.js.js': '',
      'data.json': '',
      plain: '',
      '.bin': {},
      '.a': module(),
      'socket.io': module(),
      folder: module(),
    },
  });
  const files = ['10.js', '9.js', 'B.js', 'a-b.js', 'a.js', 'b.js'];
  t.strictSame(
    listed(app),
    all(['.a', ...files, 'folder', 'plain'], {
      locked: ['.a', ...files, 'folder', 'socket.io', 'x.js.js'],
    }),
  );
});

test('nothing to look through is fine, nothing to load is not', async (t) => {
  t.strictSame(listed(t.testdir({})), all([]));
  t.strictSame(listed(t.testdir({ node_modules: {} })), all([]));
  t.strictSame(listed(t.testdir({ node_modules: 'a file' })), all([]));
  const bin = t.testdir({ node_modules: { '.bin': {} } });
  t.strictSame(listed(bin), all<readonly string[] | 'stalls'>('stalls', { locked: [] }));
});

test('package.json replaces the folder from 0.8 on', async (t) => {
  const app = t.testdir({
    'package.json':
      '{"devDependencies": {"c": "1", "b": "1"}, "dependencies": {"b": "1", "x.y": "1", "2": "1"}}',
    node_modules: { 'hello.js': '' },
  });
  const without = ['2', 'b', 'x.y'];
  const withDev = [...without, 'c'];
  t.strictSame(listed(app), {
    locked: ['hello.js'],
    '0.6': ['hello.js'],
    '0.8': without,
    '0.8.9': without,
    '1': withDev,
    '1.1': withDev,
  });
});

test('dpdInclude and dpdIgnore count from 0.8.9 on', async (t) => {
  const app = t.testdir({
    'package.json': '{"dependencies": {"a": "1"}, "dpdInclude": ["z", "b", "y"], "dpdIgnore": "tubs, y"}',
    node_modules: { a: module() },
  });
  t.strictSame(listed(app), all(['z'], { locked: ['a'], '0.6': ['a'], '0.8': ['a'] }));
  const string = t.testdir({ 'package.json': '{"dependencies": {}, "dpdInclude": "a"}' });
  t.throws(() => listModules(string, deploydBehavioursOf('deployd-1')), TypeError);
});

test('an edition that is not there is named', async (t) => {
  t.throws(() => deploydBehavioursOf('node-4'), /no edition 'node-4'; known are deployd-locked/);
});
