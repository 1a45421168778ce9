import { test } from 'tap';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { pageText } from './page-text.ts';

const tree = '\n```tree\nx.mjs\n```\n';

function questionsOf(rows: readonly string[]) {
  const table = ['| from | by | specifier | resolves to |', '| --- | --- | --- | --- |', ...rows].join('\n');
  const text = pageText(`#### \`a-case\` A case\n${tree}\n${table}\n`, { source: 'doc, "S", 1–2, 4' });
  return parsePage('spec/t.md', text).cases[0];
}

test('a row names its way', async (t) => {
  const item = questionsOf([
    '| `main.mjs` | import | `./x.mjs?a#b` | `x.mjs?a#b` |',
    '| `main.mjs` | `import.meta.resolve` | `./none.mjs` | `file://<tree>/none.mjs` |',
    '| `data:text/javascript,` | import | `data:,1` | `data:,1` |',
    '| `main.mjs` | require | `./x.mjs` | `x.mjs` |',
  ]);
  t.equal(item?.level, 'import');
  t.match(item?.questions, [
    { by: 'import', expect: [{ kind: 'file', path: 'x.mjs', suffix: '?a#b' }] },
    { by: 'import.meta.resolve', expect: [{ kind: 'file', path: 'none.mjs' }] },
    { by: 'import', from: 'data:text/javascript,', expect: [{ kind: 'url', url: 'data:,1' }] },
    { expect: [{ kind: 'file', path: 'x.mjs' }] },
  ]);
  t.notOk('by' in (item?.questions[3] ?? {}), 'require is the usual way and leaves no mark');
});

const mistakes: [what: string, row: string, message: RegExp][] = [
  [
    'an unknown way',
    '| `main.mjs` | export | `./x.mjs` | `x.mjs` |',
    /by is require, import or import.meta.resolve; found 'export'/,
  ],
  ['a URL by require', '| `main.js` | require | `./x.mjs?a` | `x.mjs?a` |', /is not a file of the tree/],
  ['a query of no file', '| `main.mjs` | import | `./y.mjs?a` | `y.mjs?a` |', /is not a file of the tree/],
];
for (const [what, row, message] of mistakes) {
  test(`${what} is refused`, async (t) => {
    t.throws(() => questionsOf([row]), { message });
  });
}
