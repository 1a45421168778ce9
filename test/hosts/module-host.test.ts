import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { run } from '../../api/index.ts';
import { scratchFolder } from '../cli/modspec.ts';
import { pageText } from '../pages/page-text.ts';

const page = pageText(
  [
    '#### `a-case` A case',
    '',
    '`main.js`',
    '',
    '```js',
    "console.log(Object.keys(require.cache).some((key) => key.endsWith('host.cjs')));",
    '```',
    '',
    '```stdout',
    'false',
    '```',
    '',
  ].join('\n'),
);

test("a program that is run through an adapter does not see the host in Node's cache", async (t) => {
  const folder = scratchFolder(t);
  writeFileSync(path.join(folder, 't.md'), page);
  const file = path.join(folder, 'adapter.mjs');
  writeFileSync(file, "export { createRequire } from 'node:module';");
  const { verdicts } = await run({ implementations: [file], spec: folder });
  t.match(verdicts, [{ verdict: 'pass' }]);
});
