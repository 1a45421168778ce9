import { test } from 'tap';
import { shrinkContent } from '../../analysis/capture/shrink-content.ts';
import { simplerSpecifiers } from '../../analysis/capture/simpler-specifiers.ts';

/** The smallest text that still holds. */
async function shrunk(path: string, text: string, holds: (text: string) => boolean): Promise<string> {
  let smallest = text;
  await shrinkContent({ kind: 'file', path, text }, async (smaller) => {
    if (!holds(smaller)) return false;
    smallest = smaller;
    return true;
  });
  return smallest;
}

test('of JSON, members, items and whole levels are left out', async (t) => {
  const value = {
    name: 'a',
    exports: { '.': [{ node: { require: './a.js', import: './b.js' } }, './c.js'] },
  };
  t.equal(
    await shrunk('package.json', JSON.stringify(value), (text) => text.includes('./a.js')),
    '{"require":"./a.js"}\n',
  );
  const holds = (text: string) => JSON.parse(text || '{}').exports !== undefined && text.includes('c.js');
  t.equal(await shrunk('package.json', JSON.stringify(value), holds), '{"exports":["./c.js"]}\n');
});

test('JSON that means something only as it is written is shrunk as text', async (t) => {
  const holds = (text: string) => (text.match(/"main"/g) ?? []).length === 2;
  t.equal(await shrunk('package.json', '{"a": 1, "main":"x", "main":"y"}', holds), '"main""main"');
});

test('text without a line end after its last line is shrunk like any other', async (t) => {
  let smallest = '';
  const text = '{ "name": "a", "main": "./b.js" }';
  const entry = {
    kind: 'bytes',
    path: 'package.json',
    base64: Buffer.from(text).toString('base64'),
  } as const;
  await shrinkContent(entry, async (smaller) => {
    if (!smaller.includes('b.js')) return false;
    smallest = smaller;
    return true;
  });
  t.equal(smallest, '{"main":"./b.js"}\n');
  const bytes = {
    kind: 'bytes',
    path: 'a.js',
    base64: Buffer.from([0xff, 0xfe]).toString('base64'),
  } as const;
  const tried: string[] = [];
  await shrinkContent(bytes, async (smaller) => {
    tried.push(smaller);
    return false;
  });
  t.strictSame(tried, [''], 'what is not UTF-8 stays bytes');
});

test('other files lose lines', async (t) => {
  t.equal(await shrunk('a.js', 'a\nb\nc\n', (text) => text.includes('b')), 'b\n');
});

test('specifiers lose segments, then characters', async (t) => {
  const suspect = { tree: [], asked: { kind: 'resolve', from: 'main.js', specifier: './a/b' } } as const;
  const simpler = [...simplerSpecifiers(suspect)].map(({ asked }) =>
    asked.kind === 'resolve' ? asked.specifier : '',
  );
  t.strictSame(simpler, ['./b', './a', 'a/b', '/a/b', '.a/b', './/b', './ab', './a/']);
});
