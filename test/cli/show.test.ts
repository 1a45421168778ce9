import { readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { bin, modspec, scratchFolder, smallPage } from './modspec.ts';

test('show prints a case: rule, tree, question and expectation', async (t) => {
  const { stdout } = await modspec(['show', 'small-main-wins', '--spec', smallPage]);
  t.match(stdout, /^small-main-wins: main beside an index\nrule small-main \(MUST\), level resolve/);
  t.match(stdout, /lib\/package\.json\n {2}\{ "main": "main\.js" \}/);
  t.match(stdout, /resolve '\.\/lib' from main\.js\n {2}locked, node:\n {4}lib\/main\.js/);
});

test('extract writes the tree into a new folder, and over nothing', async (t) => {
  const folder = scratchFolder(t);
  const target = path.join(folder, 'case');
  const { stdout, exitCode } = await modspec(['extract', 'small-main-wins', target, '--spec', smallPage]);
  t.equal(exitCode, 0);
  t.match(stdout, /Its questions:\n {2}resolve '\.\/lib' from main\.js/);
  t.equal(readFileSync(path.join(target, 'lib', 'package.json'), 'utf8'), '{ "main": "main.js" }\n');
  const again = await modspec(['extract', 'small-main-wins', target, '--spec', smallPage]);
  t.match(again, { exitCode: 2, stderr: /expected a new or empty folder/ });
});

test('list and show say what they do not know', async (t) => {
  t.match(await modspec(['show', 'no-such-case', '--spec', smallPage]), {
    exitCode: 2,
    stderr: /unknown case 'no-such-case'/,
  });
  t.match(await modspec(['list', 'things']), { exitCode: 2, stderr: /list: expected rules/ });
  t.match(
    (await modspec(['list', 'cases', '--spec', smallPage])).stdout,
    /^small\/small-main-wins {2}resolve {2}main beside/,
  );
  t.match((await modspec(['list', 'editions'])).stdout, /node-4 {2}what Node 4 does {2}seen on 4\.9\.1/);
});

test('a reader that has seen enough is no accident', async (t) => {
  const command = `env -u NODE_OPTIONS "${process.execPath}" "${bin}" list cases | head -n 1`;
  const { stdout, stderr } = await execa('sh', ['-c', command], { stdin: 'ignore' });
  t.match(stdout, /^\S+\/\S+/);
  t.equal(stderr, '');
});
