import { test } from 'tap';
import { reasonToSkip } from '../../harness/run/reason-to-skip.ts';
import { judgedCase } from '../../model/judged-case.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { pageText } from '../pages/page-text.ts';

function reason(name: string, machine: 'posix' | 'windows'): string | undefined {
  const tree = `\`\`\`tree\n${name}\n\`\`\``;
  const table =
    '| from | specifier | resolves to |\n| --- | --- | --- |\n| `main.js` | `./none` | `MODULE_NOT_FOUND` |';
  const [item] = parsePage('spec/t.md', pageText(`#### \`a-case\` A case\n\n${tree}\n\n${table}\n`)).cases;
  if (!item) throw new RangeError('the page has no case');
  return reasonToSkip(judgedCase(item, 'node-20'), { capabilities: ['resolve'] }, new Set([machine]));
}

for (const name of ['a?b/c.js', '"a\\nb.js"', 'lib./x.js', 'NUL.txt', 'a:b']) {
  test(`on Windows a case with a file ${name} is skipped`, async (t) => {
    t.match(reason(name, 'windows'), /^on Windows no file is named "/);
    t.equal(reason(name, 'posix'), undefined);
  });
}

test('other names are asked', async (t) => {
  for (const name of ['.a/b.c.js', 'null.js', 'a b.js', 'console/com.js'])
    t.equal(reason(name, 'windows'), undefined);
});
