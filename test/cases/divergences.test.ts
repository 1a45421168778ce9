import MarkdownIt from 'markdown-it';
import { test } from 'tap';
import { renderDivergences } from '../../suite/cases/divergences.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';

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
  const text = renderDivergences([page], 'node');
  const rows = text.split('\n').filter((line) => line.startsWith('| [') || line.startsWith('|  |'));
  t.strictSame(rows, [
    "| [`against`](../t.md#against-against-the-text) | `resolve './a' from m.js` | `a.js` | ✓ | ✓ | ✓ |  |  |  | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ |",
    '|  |  | `b.js` |  |  |  | ✓ | ✓ | ✓ |  |  |  |  |  |  |  |  |  |',
    "| [`among`](../t.md#among-among-the-lines) | `resolve './a' from m.js` | `a.js` |  | ✓ | ✓ | ✓ | ✓ | ✓ |  |  |  |  |  |  |  |  |  |",
    '|  |  | `error MODULE_NOT_FOUND` |  |  |  |  |  |  | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ |',
  ]);
  t.match(text, '| case | asked | observed | text | 0.10 | 0.12 | 4 |');
  t.equal(new MarkdownIt().parse(text, {}).filter((token) => token.type === 'table_open').length, 1);
});

test('a family has a page of its own', async (t) => {
  const text = renderDivergences([page], 'deployd');
  t.match(text, /^# Divergences of Deployd$/m);
  t.notMatch(text, 'against');
});

test('the page is informative and parses as a page without rules', async (t) => {
  t.match(parsePage('spec/divergences.md', renderDivergences([page], 'node')), { rules: [], cases: [] });
});
