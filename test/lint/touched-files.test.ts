import { test } from 'tap';
import { touchedBy, untouchedEntries } from '../../analysis/steps/touched-files.ts';
import type { Case } from '../../model/case.ts';
import { programFaults } from '../../suite/lint/subject/faults.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { pageText } from '../pages/page-text.ts';

/** A case of resolutions from main.js that are all rejected, over the lines of a tree fence and named files. */
function caseOf(
  tree: readonly string[],
  specifiers: readonly string[],
  files: Record<string, string> = {},
): Case {
  const named = Object.entries(files).map(([name, text]) => `\`${name}\`\n\n\`\`\`js\n${text}\n\`\`\`\n`);
  const rows = specifiers.map((specifier) => `| \`main.js\` | \`${specifier}\` | \`MODULE_NOT_FOUND\` |`);
  const links = tree.some((line) => line.includes('->')) ? '- Needs: symlinks\n\n' : '';
  const below = [
    `#### \`a-case\` A case\n\n${links}`,
    `\`\`\`tree\n${tree.join('\n')}\n\`\`\`\n`,
    ...named,
    ['| from | specifier | resolves to |', '| --- | --- | --- |', ...rows].join('\n'),
  ];
  const [item] = parsePage('spec/t.md', pageText(below.join('\n'))).cases;
  if (!item) throw new Error('there is a case');
  return item;
}

function untouched(...args: Parameters<typeof caseOf>): string[] {
  return untouchedEntries(caseOf(...args)).map(({ path }) => path);
}

test('a file is of use when the reference looks at it, or would look at it next', async (t) => {
  t.strictSame(untouched(['a.js', 'a.json', 'a/index.js'], ['./a']), []);
  t.strictSame(untouched(['node_modules/dep/index.js', 'none.js'], ['dep', './none']), []);
  t.strictSame(untouched(['a.js', 'b.js', 'lib/c.js'], ['./a']), ['b.js', 'lib/c.js']);
});

test('what tempts a loader that does it differently is of use', async (t) => {
  t.strictSame(untouched(['a.mjs', 'A.js'], ['./a'], {}), [], 'another ending, another case');
  t.strictSame(untouched(['a b.js'], ['./a%20b']), [], 'another spelling');
  t.strictSame(untouched(['lib/index.js', 'lib.js'], ['./lib/']), [], 'a file beside the folder');
  t.strictSame(untouched(['lib/x.js'], ['./lib']), [], 'all that there is of a folder that is asked for');
  t.strictSame(untouched(['far/index.js'], ['./a']), [], 'a name that loaders look for');
});

test('what a program names is of use, and so are links on the way', async (t) => {
  const files = { 'a.js': "require('./b'); read('data.txt');" };
  t.strictSame(untouched(['b.js', 'data.txt', 'rest.txt'], ['./a'], files), ['rest.txt']);
  t.strictSame(untouched(['x -> y', 'y -> real', 'real/z.js', 'w -> real'], ['./x/z']), ['w']);
  t.strictSame(untouched(['loop -> loop', 'round -> round/more'], ['./loop', './round/a']), []);
});

test('faults are what ends a search by itself, each at the questions that meet it', async (t) => {
  const item = caseOf(
    ['gone.js -> none.js', 'open.json bytes "{"', 'shut.js mode 000'],
    ['./gone', './open'],
    {
      'bad.js': 'var = 1;',
      'throws.js': 'throw new Error();',
      'fine.js': 'function f() {\n  throw 1;\n}',
    },
  );
  t.strictSame(
    programFaults(item).map(({ path, what }) => `${path} ${what}`),
    [
      'bad.js does not parse',
      'throws.js throws',
      'gone.js links to nothing',
      'open.json is not JSON',
      "shut.js can't be read",
    ],
  );
  const [gone, open] = item.questions;
  if (!gone || !open) throw new Error('there are two questions');
  t.ok(touchedBy(item, gone).has('gone.js'));
  t.notOk(touchedBy(item, gone).has('open.json'));
  t.ok(touchedBy(item, open).has('open.json'));
});
