// The steps of an algorithm: their labels, their words and their conditions.

import { test } from 'tap';
import { UsageError } from '../../model/usage-error.ts';
import { parseBlocks } from '../../suite/pages/blocks.ts';
import { readSteps } from '../../suite/pages/steps.ts';

function read(markdown: string) {
  return readSteps('spec/t.md', 'FIND', parseBlocks(markdown));
}

test('labels have the numerals with which lists are drawn', async (t) => {
  const steps = read(`
1. One.
2. Two
   1. and
      1. three,
      2. four;
   2. five.`);
  t.strictSame(steps, [
    { label: 'FIND 1', text: 'One.' },
    { label: 'FIND 2', text: 'Two' },
    { label: 'FIND 2.i', text: 'and' },
    { label: 'FIND 2.i.a', text: 'three,' },
    { label: 'FIND 2.i.b', text: 'four;' },
    { label: 'FIND 2.ii', text: 'five.' },
  ]);
});

test('a condition limits a step and those below it', async (t) => {
  const steps = read(`
1. (locked, node 4–6) If X (a path) is there,
   1. return it;
   2. (node 6) return
      1. nothing.
2. Throw.`);
  const limited = ['locked', 'node-4', 'node-6'];
  t.strictSame(steps, [
    { label: 'FIND 1', text: 'If X (a path) is there,', editions: limited },
    { label: 'FIND 1.i', text: 'return it;', editions: limited },
    { label: 'FIND 1.ii', text: 'return', editions: ['node-6'] },
    { label: 'FIND 1.ii.a', text: 'nothing.', editions: ['node-6'] },
    { label: 'FIND 2', text: 'Throw.' },
  ]);
});

test('conditions that are wrong are reported with file and line', async (t) => {
  const wrong = (markdown: string, message: RegExp) => {
    t.throws(() => read(markdown), UsageError);
    t.throws(() => read(markdown), { message });
  };
  wrong('1. Do.\n2. (nod 12+) Do.', /^spec\/t\.md:2: .*unknown edition 'nod 12\+'/);
  wrong('1. (node 4)', /^spec\/t\.md:1: a step says what is done/);
  wrong('1. (node 12+) If\n   1. (node 10+) do.', /^spec\/t\.md:2: the condition names node-10/);
});
