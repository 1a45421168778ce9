// Steps of an algorithm in a report: their numbers, and the editions in which they are taken.

import { test } from 'tap';
import { splitPage } from '../../reports/html/split-page.ts';

const page = `---
title: T
---

# T

## S

### \`a-rule\` OPERATION(X)

Text.

1. (node 12+) If X is <b>, return X.
   1. (locked, node 4) do this;
   2. do that.
2. (perhaps) Return \`nothing\`.

- Requirement: MUST
- Source: doc, "S", 1
`;

test('a step keeps its number and names the editions of its condition', async (t) => {
  const html = splitPage(page).rules.get('a-rule') ?? '';
  const since12 = ['12', '14', '16', '18', '20', '22', '24', '26'].map((line) => `node-${line}`).join(' ');
  t.match(html, `<li value="1" data-editions="${since12}">`);
  t.match(html, '<span class="condition">(node 12+) </span>If X is &lt;b&gt;, return X.');
  t.match(html, '<li value="1" data-editions="locked node-4">');
  t.match(html, '<li value="2">do that.</li>');
  t.match(html, '<li value="2">(perhaps) Return <code>nothing</code>.</li>', 'other parentheses are text');
});
