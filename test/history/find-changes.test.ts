import fc from 'fast-check';
import { test } from 'tap';
import { findChanges } from '../../analysis/history/find-changes.ts';

/** The answers of versions; undefined for one that can't be driven. */
const answers = fc.array(fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }), {
  minLength: 1,
  maxLength: 40,
});

function find(line: readonly (number | undefined)[], samples: readonly number[]) {
  return findChanges(line.length, async (index) => line[index], Object.is, samples);
}

test('each change lies between two versions that differ, with none between them that can be driven', async (t) => {
  await fc.assert(
    fc.asyncProperty(answers, async (line) => {
      const { changes } = await find(line, []);
      return changes.every(
        ({ before, after, answers: [old, current] }) =>
          before < after &&
          old !== current &&
          old === line[before] &&
          current === line[after] &&
          line.slice(before + 1, after).every((answer) => answer === undefined),
      );
    }),
  );
  t.pass('for every line');
});

test('with every version as a sample, every change is found', async (t) => {
  await fc.assert(
    fc.asyncProperty(answers, async (line) => {
      const { changes } = await find(line, [...line.keys()]);
      const driven = line.filter((answer) => answer !== undefined);
      const wanted = driven.filter((answer, at) => at > 0 && answer !== driven[at - 1]).length;
      return changes.length === wanted;
    }),
  );
  t.pass('for every line');
});

test('a single change among a thousand versions takes a dozen answers', async (t) => {
  const line = Array.from({ length: 1000 }, (_, index) => Number(index >= 617));
  const { changes, asked } = await find(line, []);
  t.match(changes, [{ before: 616, after: 617 }]);
  t.ok(asked.size <= 12, `${asked.size} answers`);
});

test('the first version that can be driven is found by bisection', async (t) => {
  const line = Array.from({ length: 1000 }, (_, index) => (index < 700 ? undefined : Number(index >= 705)));
  const { changes, asked } = await find(line, []);
  t.match(changes, [{ before: 704, after: 705 }]);
  t.ok(asked.size <= 24, `${asked.size} answers`);
});
