import { test } from 'tap';
import { waysOf } from '../../analysis/steps/ways.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { caseText, pageText } from '../pages/page-text.ts';

function waysIn(below: string): string[] {
  const [item] = parsePage('spec/t.md', pageText(below)).cases;
  if (!item) throw new Error('there is a case');
  return [...waysOf(item)];
}

const program = `#### \`a-case\` A case

\`main.js\`

\`\`\`js
require('./a');
require('./modspec-none');
\`\`\`

\`\`\`tree
a.js mode 000
\`\`\`

- Needs: permissions
- Exit code: 1

\`\`\`stdout
\`\`\`
`;

test('a program takes the ways of the specifiers that it names, a table those of its rows', async (t) => {
  const [found, missing, ...more] = waysIn(program);
  t.match(found, /, found$/);
  t.match(missing, /, MODULE_NOT_FOUND$/);
  t.strictSame(more, []);
  t.strictSame(waysIn(caseText('a-case')), [found], 'the same way for the same kind of specifier');
});
