import { test } from 'tap';
import { longestTitle, titleFaults } from '../../suite/lint/subject/title-faults.ts';

test('statements and noun phrases of four words stand alone', async (t) => {
  for (const title of [
    'A `main` of `null` is ignored',
    '`exports: null` counts as no `exports`',
    'In a cycle, the partner that was loaded keeps what it got',
    'Without an index the folder is not found',
    'By name and by path it is one module',
    'The same `./x` is another file in another folder',
    'Not every number is refused',
    'One specifier is looked up again for each referrer',
  ])
    t.strictSame(titleFaults(title), [], title);
});

test('what leans on another title, or fits no line, does not', async (t) => {
  const faults: Readonly<Record<string, RegExp>> = {
    '`null`': /has one word/,
    'A number': /has 2 words/,
    'Nor does the nearest of several': /starts with 'Nor'/,
    'So is a folder with other files': /starts with 'So is'/,
    'The same for an absolute path': /starts with 'The same'/,
    'Its place counts like that of others': /starts with 'Its' and does not say/,
    'The folders above count too': /ends in 'too'/,
    'In an ES module of a package': /circumstance/,
    'Through a symbolic link it is the real file': /says 'it' before/,
    'Handed to another module, it still asks for its own': /says 'it' before/,
    'A file beside the referrer is found.': /ends in '\.'/,
    [`A ${'very '.repeat(20)}long title`]: new RegExp(`at most ${longestTitle} `),
  };
  for (const [title, fault] of Object.entries(faults)) t.match(titleFaults(title), [fault], title);
});
