import { test } from 'tap';
import { deploydBehavioursOf } from '../../../reference/deployd/editions.ts';
import { listResources } from '../../../reference/deployd/list-resources.ts';

const old = deploydBehavioursOf('deployd-1');
const nested = deploydBehavioursOf('deployd-1.1');

function names(app: string, behaviours = old): string[] {
  return listResources(app, behaviours)
    .map(({ name, config }) => `${name} ${config.type}`)
    .sort();
}

const config = (): Record<string, string> => ({ 'config.json': '{"type": "T"}' });

test('each folder with a config.json is a resource, files are not', async (t) => {
  const app = t.testdir({ resources: { a: config(), b: config(), 'readme.txt': '' } });
  t.strictSame(names(app), ['a T', 'b T']);
  t.strictSame(names(app, nested), ['a T', 'b T']);
});

test('since 1.1 they nest, and other folders are passed over', async (t) => {
  const app = t.testdir({ resources: { a: { ...config(), b: config() }, c: { d: config() } } });
  t.throws(() => names(app), { code: 'ENOENT' });
  t.strictSame(names(app, nested), ['a T', 'a/b T', 'c/d T']);
});

test('the folder itself is needed before 1.1', async (t) => {
  const app = t.testdir({});
  t.throws(() => names(app), /no folder resources/);
  t.strictSame(names(app, nested), []);
});
