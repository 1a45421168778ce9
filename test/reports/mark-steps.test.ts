// Steps of an algorithm in a report: their numbers, and the editions in which they are taken.

import { test } from 'tap';
import { parseEditionSelector } from '../../model/edition-selector.ts';
import { createMarkdownHtml } from '../../reports/html/data/markdown-html.ts';

const rule = `Text.

1. (node 12+) If X is <b>, return X.
   1. (locked, node 4) do this;
   2. do that.
2. (perhaps) Return \`nothing\`.
`;

test('a step keeps its number and names the editions of its condition', async (t) => {
  const html = createMarkdownHtml(() => undefined).rule(rule, {});
  const since12 = parseEditionSelector('node 12+').join(' ');
  t.match(html, `<li value="1" data-editions="${since12}">`);
  t.match(html, '<span class="condition">(node 12+) </span>If X is &lt;b&gt;, return X.');
  t.match(html, '<li value="1" data-editions="locked node-4">');
  t.match(html, '<li value="2">do that.</li>');
  t.match(html, '<li value="2">(perhaps) Return <code>nothing</code>.</li>', 'other parentheses are text');
});
