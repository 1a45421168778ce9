import MarkdownIt from 'markdown-it';
import { test } from 'tap';
import { renderDivergences } from '../../harness/cases/divergences.ts';
import { parsePage } from '../../harness/pages/parse-page.ts';

const table = (columns: string, cells: string) =>
  `\n\`\`\`tree\na.js\nb.js\n\`\`\`\n\n| from | specifier | ${columns} |\n| --- | --- | ${columns.replace(/[^|]+/g, ' --- ')} |\n| \`m.js\` | \`./a\` | ${cells} |\n`;

const page = parsePage(
  'spec/t.md',
  `---\ntitle: T\nsources: { doc: D }\n---\n\n# T\n\n## S\n\n### \`a-rule\` R\n\nText.\n\n- Requirement: MUST\n- Source: doc, "S", 1\n
#### \`agrees\` All agree
${table('resolves to', '`a.js`')}
#### \`against\` Against the text
${table('resolves to | node 4–8', '`a.js` | `b.js`')}
#### \`among\` Among the lines
${table('node 0.10–8 | node 10+', '`a.js` | `MODULE_NOT_FOUND`')}`,
);

test('every divergence is listed once, and nothing else', async (t) => {
  const text = renderDivergences([page]);
  const rows = text.split('\n').filter((line) => line.startsWith('| ['));
  t.strictSame(rows, [
    "| [`against`](t.md) | `resolve './a' from m.js` | `a.js` (so node 0.10–0.12, node 10+) | node 4–8: `b.js` |",
    "| [`among`](t.md) | `resolve './a' from m.js` | node 0.10–8: `a.js`; node 10+: `error MODULE_NOT_FOUND` |",
  ]);
  t.match(text, /## Text against reality \(1\)/);
  t.match(text, /## Among the releases, where the text is silent \(1\)/);
  t.equal(new MarkdownIt().parse(text, {}).filter((token) => token.type === 'table_open').length, 2);
});

test('the page is informative and parses as a page without rules', async (t) => {
  t.match(parsePage('spec/divergences.md', renderDivergences([page])), { rules: [], cases: [] });
});
