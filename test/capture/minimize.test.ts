import { test } from 'tap';
import { minimize } from '../../analysis/capture/minimize.ts';

const numbers = Array.from({ length: 40 }, (_, index) => index);

test('what is left is all that is needed, in its order', async (t) => {
  const holds = async (part: readonly number[]) => [3, 17, 18, 39].every((one) => part.includes(one));
  t.strictSame(await minimize(numbers, holds), [3, 17, 18, 39]);
});

test('nothing is left where nothing is needed, and everything where all is', async (t) => {
  t.strictSame(await minimize(numbers, async () => true), []);
  t.strictSame(await minimize([1, 2, 3], async (part) => part.length === 3), [1, 2, 3]);
  t.strictSame(await minimize([], async () => true), []);
});

test('two that only go together are left out together', async (t) => {
  const lines = ['keep', '{', 'inner', '}', 'keep too'];
  const holds = async (part: readonly string[]) =>
    part.includes('keep') && part.includes('keep too') && part.includes('{') === part.includes('}');
  t.strictSame(await minimize(lines, holds), ['keep', 'keep too']);
});

test('it asks about far fewer parts than there are', async (t) => {
  let asked = 0;
  await minimize(
    Array.from({ length: 1000 }, (_, index) => index),
    async (part) => {
      asked++;
      return part.includes(500);
    },
  );
  t.ok(asked < 60, `${asked}`);
});
