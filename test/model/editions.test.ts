import { test } from 'tap';
import { formatEditions, parseEditionSelector } from '../../model/edition-selector.ts';
import {
  editionIds,
  editionOfDeploydVersion,
  editionOfNodeVersion,
  releasedEditions,
  withCommonEditions,
} from '../../model/editions.ts';

test('selectors name editions', async (t) => {
  t.strictSame(parseEditionSelector('locked'), ['locked']);
  t.strictSame(parseEditionSelector('node 4'), ['node-4']);
  t.strictSame(parseEditionSelector('node-4'), ['node-4']);
  t.strictSame(parseEditionSelector('node 4–8'), ['node-4', 'node-6', 'node-8']);
  t.strictSame(parseEditionSelector('node 4-8'), ['node-4', 'node-6', 'node-8']);
  t.strictSame(parseEditionSelector('node 24+, locked').slice(0, 3), ['locked', 'node-24', 'node-26']);
  t.strictSame(
    withCommonEditions(parseEditionSelector('locked, node, deployd-locked, deployd')),
    editionIds,
    'what all lines do alike is the only edition that no selector names',
  );
  t.strictSame(parseEditionSelector('deployd'), [
    'deployd-0.6',
    'deployd-0.8',
    'deployd-0.8.9',
    'deployd-1',
    'deployd-1.1',
  ]);
  t.strictSame(parseEditionSelector('deployd 0.6–0.8'), ['deployd-0.6', 'deployd-0.8']);
  t.strictSame(parseEditionSelector('deployd 1+, deployd-locked'), [
    'deployd-locked',
    'deployd-1',
    'deployd-1.1',
  ]);
});

test('what all lines do alike follows from the lines', async (t) => {
  t.ok(withCommonEditions(parseEditionSelector('node')).includes('node-all'));
  t.notOk(withCommonEditions(parseEditionSelector('locked, node 0.12+')).includes('node-all'));
  t.equal(formatEditions(['locked', 'node-all', 'node-4']), 'locked, node 4', 'it is not written');
  t.throws(() => parseEditionSelector('node-all'), /unknown edition 'node-all'/);
});

test('a selector that names nothing says what would', async (t) => {
  t.throws(() => parseEditionSelector('node 5'), /unknown edition 'node 5'; expected locked, node/);
  t.throws(
    () => parseEditionSelector('deployd 2'),
    /expected deployd-locked, deployd, .* N and M are of 0\.6 0\.8/,
  );
  t.throws(() => parseEditionSelector('node 8–4'), /expected the older line first/);
  t.throws(() => parseEditionSelector('node 4, node 4–6'), /names node-4 twice/);
});

test('formatting is the inverse of parsing', async (t) => {
  for (const selector of [
    'locked',
    'node',
    'node 4',
    'node 4–8',
    'node 10+',
    'locked, node 0.10–0.12, node 10+',
    'deployd-locked',
    'deployd-locked, deployd',
    'deployd 0.6, deployd 0.8.9–1',
    'locked, node 4, deployd-locked, deployd 1+',
  ]) {
    t.equal(formatEditions(parseEditionSelector(selector)), selector);
  }
});

test('a version belongs to its line, or to the newest line before it', async (t) => {
  const editions = [
    '0.8.28',
    '0.10.48',
    '0.11.0',
    '0.12.18',
    '3.3.1',
    '4.9.1',
    '5.12.0',
    '10.0.0',
    'v20.20.2',
  ];
  t.strictSame(
    editions.map((version) => editionOfNodeVersion(version)?.id),
    [undefined, 'node-0.10', 'node-0.10', 'node-0.12', 'node-0.12', 'node-4', 'node-4', 'node-10', 'node-20'],
  );
  t.equal(editionOfNodeVersion('99.0.0'), releasedEditions('node').at(-1));
});

test('a version of Deployd belongs to its generation', async (t) => {
  const versions = [
    '0.5.9',
    '0.6.10',
    '0.7.0',
    '0.8.8',
    '0.8.9',
    '0.8.10',
    '1.0.0',
    '1.1.2',
    '1.2.0',
    '2.0.0',
  ];
  t.strictSame(
    versions.map((version) => editionOfDeploydVersion(version)?.id.replace('deployd-', '')),
    [undefined, '0.6', '0.6', '0.8', '0.8.9', '0.8.9', '1', '1.1', '1.1', '1.1'],
  );
});
