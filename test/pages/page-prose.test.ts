// The prose of a page, each piece with the line that it begins on.

import { test } from 'tap';
import { parsePage } from '../../suite/pages/parse-page.ts';

const page = `---
title: A page
sources: { doc: A document }
---

# A page

What it is about,
in two lines.

- A bullet.

## First

Below the first section. [Elsewhere][there]

### \`a-rule\` A rule

The rule applies.

- Requirement: MUST
- Source: doc, "S", 1

A note.

1. Another note.

### \`bare-rule\` A rule without notes

It applies, too.

- Requirement: MUST
- Source: doc, "S", 2

#### \`a-case\` A case

Why it is here.

\`main.js\`

\`\`\`js
\`\`\`

A second remark
in two lines.

| from | specifier | resolves to |
| --- | --- | --- |
| \`main.js\` | \`./main\` | \`main.js\` |

- Level: resolve

## Last

[there]: https://example.org
`;

const { prose, cases } = parsePage('spec/t.md', page);

/** The lines of the page that a passage is made of. */
function linesAt(line: number, count: number): string {
  return page
    .split('\n')
    .slice(line - 1, line - 1 + count)
    .join('\n');
}

test('text below the title and below sections', async (t) => {
  t.strictSame(prose.opening, { line: 8, markdown: 'What it is about,\nin two lines.\n\n- A bullet.' });
  t.strictSame(prose.sections, [
    { title: 'First', line: 15, markdown: 'Below the first section. [Elsewhere][there]' },
    { title: 'Last', line: 53, markdown: '' },
  ]);
});

test('notes below the properties of a rule', async (t) => {
  t.strictSame([...prose.notes], [['a-rule', { line: 24, markdown: 'A note.\n\n1. Another note.' }]]);
});

test('remarks of a case, and the case as it is written', async (t) => {
  t.strictSame(
    [...prose.remarks],
    [
      [
        'a-case',
        [
          { line: 37, markdown: 'Why it is here.' },
          { line: 44, markdown: 'A second remark\nin two lines.' },
        ],
      ],
    ],
  );
  t.equal(prose.cases.get('a-case')?.line, cases[0]?.source.line);
  t.equal(prose.cases.get('a-case')?.markdown, linesAt(35, 17));
});

test('definitions of links', async (t) => {
  t.match(prose.links, { THERE: { href: 'https://example.org' } });
});

test('an informative page is split at its sections only', async (t) => {
  const text =
    '---\ntitle: T\ninformative: true\n---\n\n# T\n\n## S\n\nText.\n\n### Below\n\n```\ncode\n```\n';
  const { sections } = parsePage('spec/t.md', text).prose;
  t.strictSame(sections, [{ title: 'S', line: 10, markdown: 'Text.\n\n### Below\n\n```\ncode\n```' }]);
});
