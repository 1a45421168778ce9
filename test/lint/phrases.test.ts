// Phrases in running text: where they are found, and what keeps them from being found.

import { test } from 'tap';
import { glossaryIn, glossaryPhrases } from '../../suite/lint/subject/glossary.ts';
import { findPhrases } from '../../suite/lint/subject/phrases.ts';
import { proseIn } from '../../suite/lint/subject/prose.ts';
import { turnsOfPhrase } from '../../suite/lint/subject/turns-of-phrase.ts';
import { proseOfCode } from './code-prose.ts';

function turns(markdown: string): string[] {
  return findPhrases(proseIn(markdown), turnsOfPhrase).map(({ line, words }) => `${line} ${words}`);
}

test('a phrase is found over line breaks, in lists, headings, cells and links', async (t) => {
  t.strictSame(
    turns(
      '# It leads nowhere\n\n- The file is\n  no file\n\n| a | b |\n| --- | --- |\n| x | [once more](x) |\n',
    ),
    ['1 leads nowhere', '3 is no', '8 once more'],
  );
});

test('code, fences, comments and front matter are not read', async (t) => {
  t.strictSame(
    turns(
      '---\ntitle: once more\n---\n\n`once more`, once `x` more\n\n```\nonce more\n```\n\n<!-- once more -->\n',
    ),
    [],
  );
});

test('plain English is left alone', async (t) => {
  for (const text of [
    'There is no file; the file is no longer read.',
    'A title stands alone, and nobody can tell why.',
    'They are told apart by a stand-in.',
    'It holds no file other than this.',
  ])
    t.strictSame(turns(text), [], text);
});

const glossary = glossaryIn(
  '| term | meaning | do not write |\n| --- | --- | --- |\n| pattern trailer | the text after it | text behind the `*`, tail |\n| `index` | | |\n',
);

test('the glossary is the table with its three columns', async (t) => {
  t.strictSame(glossary, [
    { term: 'pattern trailer', words: 'text behind the `*`' },
    { term: 'pattern trailer', words: 'tail' },
  ]);
  t.strictSame(glossaryIn('| term | meaning |\n| --- | --- |\n| a | b |\n'), []);
  const found = findPhrases(
    proseIn('Tails and text\nbehind the `*`; a cocktail, tail-end.'),
    glossaryPhrases(glossary),
  );
  t.match(found, [
    { words: 'text behind the □', line: 1, instead: /^write 'pattern trailer'/ },
    { words: 'Tails', line: 1 },
  ]);
});

test('cells that name words instead of using them can be left out', async (t) => {
  const text = '| term | do not write |\n| --- | --- |\n| once more | once more |\n';
  t.equal(findPhrases(proseIn(text, ['do not write']), turnsOfPhrase).length, 1);
});

test('of code, comments and strings of several words are read', async (t) => {
  const code = [
    '// It stands',
    '// in two lines, and is',
    '// no sentence in one.',
    "const a: string = 'once more' + stands.x; // likewise",
    '/**',
    ' * Goes',
    ' * by it.',
    ' */',
    `const b = \`\${a} is told\`, c = 'stands', d = "say 'once more' here";`,
  ].join('\n');
  const found = findPhrases(proseOfCode(code), turnsOfPhrase);
  t.strictSame(
    found.map(({ line, words }) => `${line} ${words}`),
    ['2 is no', '1 stands', '6 Goes by', '4 once more', '9 is told'],
    'a comment or string of one word is a name',
  );
});
