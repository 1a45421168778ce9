// Where a file system ignores case, what a specifier resolves to has the letters that were asked for.

import { test } from 'tap';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { pageText } from './page-text.ts';

function answersOf(needs: string, answer: string) {
  const tree = '```tree\nLib/a.js\n```';
  const table = `| from | specifier | resolves to |\n| --- | --- | --- |\n| \`main.js\` | \`./lib/A\` | \`${answer}\` |`;
  const text = pageText(`#### \`a-case\` A case\n\n${tree}\n\n- Needs: ${needs}\n\n${table}\n`);
  return parsePage('spec/t.md', text).cases[0]?.questions[0]?.expect;
}

test('an answer may have another spelling than the file if case is ignored', async (t) => {
  t.match(answersOf('case-insensitive', 'lib/A.js'), [{ kind: 'file', path: 'lib/A.js' }]);
  t.throws(() => answersOf('case-insensitive', 'lib/b.js'), { message: /is not a file of the tree/ });
  t.throws(() => answersOf('url specifiers', 'lib/A.js'), { message: /is not a file of the tree/ });
});

test('an answer may have another normal form than the file if normal forms are ignored', async (t) => {
  const tree = '```tree\n"caf\\u00e9.js"\n```';
  const answers = (needs: string) => {
    const row = `| \`main.js\` | \`./cafe\u0301\` | \`cafe\u0301.js\` |`;
    const table = `| from | specifier | resolves to |\n| --- | --- | --- |\n${row}`;
    const text = pageText(`#### \`a-case\` A case\n\n${tree}\n\n- Needs: ${needs}\n\n${table}\n`);
    return parsePage('spec/t.md', text).cases[0]?.questions[0]?.expect;
  };
  t.match(answers('normalization-insensitive'), [{ kind: 'file', path: 'cafe\u0301.js' }]);
  t.throws(() => answers('case-insensitive'), { message: /is not a file of the tree/ });
});
