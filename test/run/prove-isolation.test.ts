import { test } from 'tap';
import { putInOrder } from '../../harness/run/order.ts';
import { arrangements, findLeaks } from '../../harness/run/prove-isolation.ts';
import type { Run, Verdict } from '../../model/run.ts';

function runOf(
  words: Record<string, Verdict['verdict']>,
  shared: Partial<Record<string, Verdict['verdict']>> = {},
): Run {
  const verdicts = Object.entries(words).map(([id, verdict]) => {
    const sharedVerdict = shared[id];
    return { implementation: 'x', case: id, verdict, ...(sharedVerdict ? { sharedVerdict } : {}) };
  });
  return { verdicts } as unknown as Run;
}

const [alone, shared] = arrangements(0);

test('a case whose verdict depends on the arrangement is named, also when it was put right afterwards', async (t) => {
  if (!alone || !shared) throw new Error('there are at least two ways');
  const runs = [
    { arrangement: alone, run: runOf({ a: 'pass', b: 'pass', c: 'pass' }) },
    { arrangement: shared, run: runOf({ a: 'pass', b: 'fail', c: 'pass' }, { c: 'crash' }) },
  ];
  t.strictSame(
    findLeaks(runs).map((leak) => [leak.case, leak.verdicts.map(({ verdict }) => verdict)]),
    [
      ['b', ['pass', 'fail']],
      ['c', ['pass', 'crash']],
    ],
  );
});

test('orders hold the same items; a seed gives the same order each time', async (t) => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const shuffled = putInOrder(items, { kind: 'shuffled', seed: 7 });
  t.strictSame(putInOrder(items, { kind: 'shuffled', seed: 7 }), shuffled);
  t.not(shuffled.join(), items.join());
  t.not(shuffled.join(), putInOrder(items, { kind: 'shuffled', seed: 8 }).join());
  t.strictSame(
    [...shuffled].sort((a, b) => a - b),
    items,
  );
  t.strictSame(putInOrder([1, 2, 3], { kind: 'reversed' }), [3, 2, 1]);
});
