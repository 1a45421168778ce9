import { test } from 'tap';
import type { Description } from '../../harness/adapters/adapter.ts';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { groupCases } from '../../harness/run/group-cases.ts';
import { type DescribedLoader, placeOf, variablesToStartWith } from '../../harness/run/place.ts';
import { judgedCase } from '../../model/judged-case.ts';
import { findCase } from '../../suite/cases/catalog.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';

const catalog = loadCatalog(undefined);

function placesIn(loader: DescribedLoader, edition: string, ...ids: string[]): string[] {
  return ids.map((id) => placeOf(judgedCase(findCase(catalog, id), edition), loader));
}

async function nodeOf(version: string): Promise<DescribedLoader> {
  const adapter = await findAdapter('node');
  return {
    adapter,
    description: adapter.describe({ version: 1, implementation: { name: 'node', version } }),
  };
}

test('what ends or changes a whole process gets a thread where there are some, else a process', async (t) => {
  const apart = ['main-exit-in-entry', 'scope-wrap-once'];
  const node = await nodeOf('20.20.2');
  t.strictSame(placesIn(node, 'node-20', 'cycle-two-files', ...apart), ['shared', 'thread', 'thread']);
  t.strictSame(
    placesIn(node, 'node-20', 'preserved-file'),
    ['thread'],
    'Node reads that variable at its start',
  );
  t.strictSame(
    placesIn(node, 'node-20', 'preload-before-entry-file', 'preload-errors-exit', 'preload-import-module'),
    ['shared', 'thread', 'process'],
    'the host preloads what --require names',
  );
  t.strictSame(
    placesIn(node, 'node-20', 'user-conditions-exports'),
    ['process'],
    'Node reads it at its start',
  );
  t.strictSame(placesIn(await nodeOf('10.24.1'), 'node-10', 'cycle-two-files', ...apart), [
    'shared',
    'process',
    'process',
  ]);
});

test('the reference reads every variable anew, and in Node 0.10 has exit codes of its own', async (t) => {
  const adapter = await findAdapter('reference');
  const loader = { adapter, description: adapter.describe(undefined) };
  t.strictSame(placesIn(loader, 'node-20', 'preserved-file', 'main-exit-in-entry'), ['shared', 'thread']);
  t.strictSame(placesIn(loader, 'node-20', 'preload-before-entry-file', 'preload-errors-exit'), [
    'shared',
    'thread',
  ]);
  t.strictSame(placesIn(loader, 'node-20', 'user-conditions-exports', 'user-conditions-program'), [
    'shared',
    'process',
  ]);
  t.strictSame(placesIn(loader, 'node-0.10', 'main-exit-in-entry'), ['process']);
});

test('servers, and loaders without a shared host, get processes', async (t) => {
  const { adapter, description } = await nodeOf('20.20.2');
  const [server] = catalog.cases.filter(({ questions }) => questions.some(({ kind }) => kind === 'serve'));
  const [edition] = server?.questions[0]?.expect[0]?.editions ?? [];
  if (!server || !edition) throw new Error('there is no case for servers');
  t.equal(placeOf(judgedCase(server, edition), { adapter, description }), 'process');
  const { shared: _, ...command } = adapter;
  t.strictSame(placesIn({ adapter: command, description }, 'node-20', 'cycle-two-files'), ['process']);
});

test('a host that holds more than a loader shares less', async (t) => {
  const { adapter, description } = await nodeOf('20.20.2');
  const { bare: _, threads: __, ...crowded }: Description = description;
  const ids = ['cycle-two-files', 'main-exit-zero', 'import-order-depth-first'];
  const places = placesIn({ adapter, description: crowded }, 'node-20', ...ids);
  t.strictSame(places, ['shared', 'process', 'process']);
});

test('a host in another runtime shares nothing about the main module, or that it does not put back', async (t) => {
  const { adapter, description } = await nodeOf('20.20.2');
  const { bare: _, threads: __, ...crowded }: Description = description;
  const ids = ['cycle-two-files', 'main-run-directly', 'require-extensions-keys', 'global-folders-loads'];
  t.strictSame(
    placesIn({ adapter: { ...adapter, putsBack: false }, description: crowded }, 'node-20', ...ids),
    ['shared', 'process', 'process', 'process'],
  );
  t.strictSame(placesIn({ adapter, description: crowded }, 'node-20', 'main-run-directly'), ['shared']);
});

test('variables that Node reads when it starts are those of a shared host, if the case can share one', async (t) => {
  const node = await nodeOf('20.20.2');
  const variablesOf = (loader: DescribedLoader, id: string) =>
    variablesToStartWith(judgedCase(findCase(catalog, id), 'node-20'), loader);
  t.strictSame(variablesOf(node, 'preserved-file'), { NODE_PRESERVE_SYMLINKS: '1' });
  t.strictSame(variablesOf(node, 'preload-is-preloading-not'), { NODE_OPTIONS: '--no-warnings' });
  t.equal(
    variablesOf(node, 'preload-import-module'),
    undefined,
    'it names what is loaded before the program',
  );
  t.equal(variablesOf(node, 'main-exit-in-entry'), undefined);
  const reference = await findAdapter('reference');
  const rereads = { adapter: reference, description: reference.describe(undefined) };
  t.equal(variablesOf(rereads, 'preserved-file'), undefined, 'any host takes it');
});

test('at least two cases with the same variables are a group', async (t) => {
  const ids = ['cycle-two-files', 'preserved-file', 'preserved-zero', 'preserved-missing', 'main-exit-zero'];
  const cases = ids.map((id) => ({ judged: judgedCase(findCase(catalog, id), 'node-20') }));
  const { groups, rest } = groupCases(cases, await nodeOf('20.20.2'));
  t.strictSame(groups, [{ variables: { NODE_PRESERVE_SYMLINKS: '1' }, cases: [cases[1], cases[3]] }]);
  t.strictSame(rest, [cases[0], cases[2], cases[4]]);
});
