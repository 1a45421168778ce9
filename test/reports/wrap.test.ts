import { test } from 'tap';
import { fillLines, wrap } from '../../reports/parts/wrap.ts';

test('paragraphs are wrapped anew to the width', async (t) => {
  const text = 'One two three four five six seven eight nine ten\neleven twelve.\n\nThirteen.';
  t.strictSame(wrap(text, 50), [
    'One two three four five six seven eight nine ten',
    'eleven twelve.',
    '',
    'Thirteen.',
  ]);
  t.strictSame(wrap(text, 70), [
    'One two three four five six seven eight nine ten eleven twelve.',
    '',
    'Thirteen.',
  ]);
});

test('items stay items, and their further lines are indented', async (t) => {
  t.strictSame(wrap('- one two three four five six seven eight nine\n  ten\n- eleven', 40), [
    '- one two three four five six seven',
    '  eight nine ten',
    '- eleven',
  ]);
});

test('tables and code stay as they are', async (t) => {
  const text = `| a | ${'b'.repeat(60)} |\n\`\`\`js\nconst a = 1; // ${'c '.repeat(40)}\n\`\`\``;
  t.strictSame(wrap(text, 40), text.split('\n'));
});

test('a word that is longer than a line gets one', async (t) => {
  t.strictSame(fillLines('a bbbbbbbbbbbb c', 8, '', ''), ['a', 'bbbbbbbbbbbb', 'c']);
});
