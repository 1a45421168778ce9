// Pages in numbered folders are read in the order of the numbers, and know their place.

import path from 'node:path';
import { test } from 'tap';
import { placeOfPage } from '../../suite/pages/page-id.ts';
import { pagesFolder, readPages } from '../../suite/pages/read-pages.ts';
import { pageText } from './page-text.ts';

test('the numbers in paths give the order, and are no part of an id', async (t) => {
  const page = (name: string) => pageText(caseOf(name)).replaceAll('a-rule', `${name}-rule`);
  const folder = t.testdir({
    '2-second': { '10-late.md': page('late'), '9-early.md': page('early') },
    '1-first': { 'plain.md': page('plain'), 'README.md': 'not a page' },
    'README.md': 'not a page',
    evidence: { 'x.md': 'not a page' },
    'loose.md': page('loose'),
  });
  const pages = readPages(folder);
  t.strictSame(
    pages.map(({ id, place }) => [id, place]),
    [
      ['plain', '1-first/plain.md'],
      ['early', '2-second/9-early.md'],
      ['late', '2-second/10-late.md'],
      ['loose', 'loose.md'],
    ],
  );
});

test('the registers of a page in a numbered folder are beside that folder', async (t) => {
  const folder = t.testdir({ spec: { '1-first': { '1-page.md': '' }, 'other.md': '' } });
  const spec = path.join(folder, 'spec');
  t.equal(pagesFolder(path.join(spec, '1-first', '1-page.md')), spec);
  t.equal(pagesFolder(path.join(spec, 'other.md')), spec);
  t.equal(pagesFolder(spec), spec);
  t.equal(placeOfPage('spec\\1-first\\1-page.md'), '1-first/1-page.md');
});

test('two pages cannot have one id', async (t) => {
  const page = (name: string) => pageText(caseOf(name)).replaceAll('a-rule', `${name}-rule`);
  const folder = t.testdir({ '1-a': { '1-same.md': page('one') }, '2-b': { '4-same.md': page('two') } });
  t.throws(() => readPages(folder), { message: /4-same\.md: the page 'same' is already at .*1-same\.md/ });
});

function caseOf(name: string): string {
  return `#### \`${name}-case\` A case\n\n\`a.js\`\n\n\`\`\`js\n\`\`\`\n\n| from | specifier | resolves to |\n| --- | --- | --- |\n| \`main.js\` | \`./a\` | \`a.js\` |\n`;
}
