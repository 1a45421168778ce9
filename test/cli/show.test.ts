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

test('show prints the whole algorithm of one edition, and nothing else', async (t) => {
  const locked = await modspec(['show', 'REQUIRE', '--edition', 'locked']);
  t.match(locked.stdout, /^REQUIRE\(X, Y\) {2}\(rule require-algorithm\)\n/);
  t.match(locked.stdout, / {6}4\.ii\.a {2}if FOLDER is not a folder, go on/);
  t.match(locked.stdout, /\nLOAD_NODE_MODULES\(X, START\)/, 'an operation that it reaches');
  t.notMatch(locked.stdout, /PACKAGE_EXPORTS_RESOLVE|\(node|\(locked/, 'no later operation, no condition');
  const byRule = await modspec(['show', 'require-algorithm', '--edition', 'node-24']);
  t.match(byRule.stdout, /\nPACKAGE_TARGET_RESOLVE\(/);
  t.notMatch(byRule.stdout, /PARSE_PACKAGE_JSON|4\.ii\.a/, 'nothing of older lines');
});

test('show prints an algorithm with its conditions where no edition is named', async (t) => {
  const { stdout } = await modspec(['show', 'LOAD_AS_DIRECTORY']);
  t.match(stdout, /\n {2}4 {2}\(node 12\+\) If PACKAGE_MAIN\(X\) returns a main/);
  t.match(await modspec(['show', 'small-main-wins', '--edition', 'locked']), {
    exitCode: 2,
    stderr: /--edition is for an algorithm/,
  });
  t.match(await modspec(['show', 'REQUIRE', '--edition', 'node-5']), { exitCode: 2, stderr: /node-5/ });
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
