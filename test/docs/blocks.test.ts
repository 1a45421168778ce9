import path from 'node:path';
import { test } from 'tap';
import { codeBlocks } from './blocks.ts';

const page = `# A page

\`\`\`json title
{}
\`\`\`

- in a list

  \`\`\`sh
  run it
  \`\`\`
`;

test('code blocks are found with language, text and line', async (t) => {
  const folder = t.testdir({ 'page.md': page });
  t.strictSame(codeBlocks(path.join(folder, 'page.md')), [
    { language: 'json', text: '{}\n', line: 3 },
    { language: 'sh', text: 'run it\n', line: 9 },
  ]);
});

test('an indented block has no language', async (t) => {
  const folder = t.testdir({ 'page.md': 'Text.\n\n    modspec --help\n' });
  t.strictSame(codeBlocks(path.join(folder, 'page.md')), [
    { language: '', text: 'modspec --help\n', line: 3 },
  ]);
});
