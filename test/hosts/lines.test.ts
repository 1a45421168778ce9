import { Readable } from 'node:stream';
import { test } from 'tap';
import { longestLine, readLines } from '../../harness/hosts/lines.ts';

async function read(
  ...chunks: readonly (string | Buffer)[]
): Promise<{ lines: string[]; overflows: number }> {
  const heard = { lines: [] as string[], overflows: 0 };
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  const onLine = (line: string) => heard.lines.push(line);
  readLines(stream, onLine, () => heard.overflows++);
  await new Promise((resolve) => stream.on('end', resolve));
  return heard;
}

test('lines end where newlines are, wherever the chunks end', async (t) => {
  t.strictSame(await read('a', 'b\nc\n', '\nd', '\n', 'rest'), { lines: ['ab', 'c', '', 'd'], overflows: 0 });
});

test('a character may be split between chunks', async (t) => {
  const bytes = Buffer.from('é\n');
  t.strictSame((await read(bytes.subarray(0, 1), bytes.subarray(1))).lines, ['é']);
});

test('a line that grows past the limit is reported once and left out', async (t) => {
  t.strictSame(await read('x'.repeat(longestLine), 'x', 'y\nnext\n'), { lines: ['y', 'next'], overflows: 1 });
});
