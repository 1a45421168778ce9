import { test } from 'tap';
import { quoteCommand, quoteWord } from '../../model/quote-command.ts';

const quoted: [word: string, as: string][] = [
  ['./a-b_c.cjs', './a-b_c.cjs'],
  ['folder-*', '"folder-*"'],
  ['my pages', '"my pages"'],
  ['.\\my loader.cjs', '".\\my loader.cjs"'],
  ["it's", '"it\'s"'],
  ['$HOME', "'$HOME'"],
  ['50% !', "'50% !'"],
  ['a "b"', '\'a "b"\''],
  ['\\\\server\\x', "'\\\\server\\x'"],
  ['folder\\', "'folder\\'"],
  ['', "''"],
];
for (const [word, as] of quoted) {
  test(`${word} is quoted as ${as}`, async (t) => {
    t.equal(quoteWord(word), as);
  });
}

test('a command is its words', async (t) => {
  t.equal(quoteCommand(['npx', 'modspec', 'a b']), 'npx modspec "a b"');
});
