import { test } from 'tap';
import { UsageError } from '../../model/usage-error.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { pageText } from './page-text.ts';

function parse(body: string) {
  return parsePage('spec/t.md', pageText(`#### \`a-case\` A case\n${body}`, { source: 'doc, "S", 1–2, 4' }));
}

const table = `
\`\`\`tree
a.js
\`\`\`

| from | specifier | resolves to |
| --- | --- | --- |
| \`main.js\` | \`./a\` | \`a.js\` |
`;

test('a page becomes rules and cases', async (t) => {
  const page = parse(table);
  t.match(page, { id: 't', title: 'T', sources: { doc: 'A document' } });
  t.match(page.rules, [
    {
      id: 'a-rule',
      section: 'S',
      requirement: 'MUST',
      text: 'It says something.',
      sources: ['doc, "S", 1–2, 4'],
    },
  ]);
  t.match(page.cases, [
    { id: 'a-case', rule: 'a-rule', level: 'resolve', source: { file: 'spec/t.md', line: 18 } },
  ]);
  t.strictSame(page.cases[0]?.tree, [{ kind: 'file', path: 'a.js', text: '' }]);
  const [question] = page.cases[0]?.questions ?? [];
  t.match(question, {
    kind: 'resolve',
    from: 'main.js',
    specifier: './a',
    expect: [{ kind: 'file', path: 'a.js' }],
  });
  t.equal(question?.expect[0]?.editions.length, 16, 'the default speaks for all editions');
});

test('columns and fences give editions', async (t) => {
  const page = parse(`
\`main.js\`

\`\`\`js
\`\`\`

| from | specifier | resolves to | node 4–8 | locked |
| --- | --- | --- | --- | --- |
| \`main.js\` | \`./main\` | \`main.js\` | \`MODULE_NOT_FOUND\` | silent |

\`\`\`stdout
new
\`\`\`

\`\`\`stdout node 0.10–0.12
old
\`\`\`

- Exit code (node 0.10): 8
`);
  const [resolution, program] = page.cases[0]?.questions ?? [];
  t.match(resolution?.expect, [
    { kind: 'file', editions: ['node-0.10', 'node-0.12', 'node-10'] },
    { kind: 'error', error: 'MODULE_NOT_FOUND', editions: ['node-4', 'node-6', 'node-8'] },
  ]);
  t.notOk(
    resolution?.expect.some(({ editions }) => editions.includes('locked')),
    'silent is no expectation',
  );
  t.match(program?.expect, [
    { stdout: 'new\n', editions: ['locked', 'node-4'] },
    { stdout: 'old\n', exitCode: 8, editions: ['node-0.10'] },
    { stdout: 'old\n', editions: ['node-0.12'] },
  ]);
});

test('a tree fence holds what a file fence can not', async (t) => {
  const page = parse(`
- Needs: symlinks

\`\`\`tree
empty/
link.js -> a.js
bom.json bytes EF BB BF "{}\\n"
big.js size 3
a.js mode 600
"odd -> name.js"
\`\`\`

| from | specifier | resolves to |
| --- | --- | --- |
| \`main.js\` | \`./a\` | \`a.js\` |
`);
  t.strictSame(page.cases[0]?.tree, [
    { kind: 'folder', path: 'empty' },
    { kind: 'symlink', path: 'link.js', target: 'a.js' },
    { kind: 'bytes', path: 'bom.json', base64: Buffer.from('\ufeff{}\n').toString('base64') },
    { kind: 'bytes', path: 'big.js', base64: Buffer.from('\n\n\n').toString('base64') },
    { kind: 'file', path: 'odd -> name.js', text: '' },
    { kind: 'file', path: 'a.js', text: '', mode: '600' },
  ]);
});

test('the hash changes with what is asked and with nothing else', async (t) => {
  const hash = parse(table).cases[0]?.hash;
  t.equal(parse(`\nSome prose.\n${table}`).cases[0]?.hash, hash, 'prose and lines do not count');
  t.not(parse(table.replaceAll('a.js', 'b.js').replaceAll('./a', './b')).cases[0]?.hash, hash);
  t.not(parse(table.replace('`a.js` |', '`MODULE_NOT_FOUND` |')).cases[0]?.hash, hash);
});

const faults: [name: string, body: string, line: number, message: RegExp][] = [
  ['a case without an expectation', '\n```tree\na.js\n```\n', 18, /expects nothing/],
  ['a fence without a name', '\n```js\nx\n```\n', 20, /fence means nothing.*found 'js'/],
  ['a name without a fence', '\n`a.js`\n\ntext\n', 20, /no fence with its content/],
  [
    'a table of another shape',
    '\n| a | b |\n| --- | --- |\n| c | d |\n',
    20,
    /columns from \| by \| specifier/,
  ],
  ['an answer that is not in the tree', table.replace('`a.js` |', '`b.js` |'), 26, /not a file of the tree/],
  ['an unknown property', `\n- Nedes: symlinks\n${table}`, 20, /unknown property 'Nedes'/],
  ['an unknown need', `\n- Needs: magic\n${table}`, 20, /'magic' is an unknown need/],
  ['an unknown edition', table.replace('resolves to |', 'node 5 |'), 26, /unknown edition 'node 5'/],
  ['a path that leaves the tree', '\n```tree\n../a.js\n```\n', 21, /path without .\.\../],
  ['an absolute path', '\n```tree\n/etc/a.js\n```\n', 21, /is absolute/],
  ['a link out of the tree', '\n- Needs: symlinks\n\n```tree\na -> ../../etc\n```\n', 23, /outside the tree/],
  [
    'a file through a link',
    '\n- Needs: symlinks\n\n```tree\na -> b\na/c.js\n```\n',
    24,
    /through the symbolic link/,
  ],
  [
    'a climb out of a link',
    '\n- Needs: symlinks\n\n```tree\na/up -> ..\na/x -> up/..\n```\n',
    24,
    /leaves the symbolic link/,
  ],
  ['names that clash', '\n```tree\na.js\nA.js\n```\n', 22, /the same name on some file systems/],
  ['a path twice', '\n```tree\na.js\na.js\n```\n', 22, /declared twice/],
  ['a file below a file', '\n```tree\na\na/b.js\n```\n', 22, /which is a file/],
  ['an undeclared link', '\n```tree\nl -> a\n```\n', 21, /declares 'Needs: symlinks'/],
  ['a referrer in no folder', table.replace('`main.js` |', '`x/main.js` |'), 18, /lies in no folder/],
  ['an entry that is not there', '\n```stdout\n```\n', 18, /entry 'main.js' is not in the tree/],
  [
    'overlapping editions',
    table
      .replace('resolves to |', 'node 4 | node |')
      .replace('--- |\n|', '--- | --- |\n|')
      .replace('`a.js` |', '`a.js` | `a.js` |'),
    26,
    /two expectations speak of node-4/,
  ],
  ['bad bytes', '\n```tree\na bytes XYZ\n```\n', 21, /hexadecimal pairs/],
  ['a heading too deep', `${table}\n##### deep\n`, 28, /headings are page/],
  ['a quote in a case', '\n> said\n', 20, /found a blockquote/],
  ['a bad id', `${table}\n#### \`Bad_Id\` Title\n`, 28, /lower-case words/],
];

for (const [name, body, line, message] of faults) {
  test(`refused with file and line: ${name}`, async (t) => {
    const error = t.throws(() => parse(body)) as unknown;
    t.type(error, UsageError);
    t.match((error as Error).message, message);
    t.match((error as Error).message, new RegExp(`^spec/t\\.md:${line}: `));
  });
}

test('refused: a page without front matter, or with a wrong one', async (t) => {
  t.throws(() => parsePage('spec/t.md', '# T\n'), { message: /^spec\/t\.md:1: a page opens with YAML/ });
  t.throws(() => parsePage('spec/t.md', '---\ntitle: [\n---\n'), {
    message: /^spec\/t\.md:\d: front matter is not YAML/,
  });
  t.throws(() => parsePage('spec/t.md', '---\nname: x\n---\n'), {
    message: /front matter is not valid: title/,
  });
});

test('refused: a fence or table where no case would run it', async (t) => {
  const page = '---\ntitle: T\n---\n\n# T\n\n```js\n```\n';
  t.throws(() => parsePage('spec/t.md', page), { message: /^spec\/t\.md:7: a fence outside a case/ });
});

test('front matter may only name its sources, digits included', async (t) => {
  const text = pageText('', { source: 'doc-24, "S", 1' }).replace(
    'sources:\n  doc: A document',
    'sources: [doc-24]',
  );
  t.match(parsePage('spec/t.md', text), {
    sources: { 'doc-24': 'doc-24' },
    rules: [{ sources: ['doc-24, "S", 1'] }],
  });
});

test('a source is a document of the front matter, and no name that every object has', async (t) => {
  const text = pageText('', { source: 'constructor, "S", 1' });
  t.throws(() => parsePage('spec/t.md', text), {
    message: /a source is a document of the front matter \(doc\)/,
  });
});
