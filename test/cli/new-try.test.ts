import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { pageText } from '../pages/page-text.ts';
import { modspec, scratchFolder, smallPage } from './modspec.ts';

/** A folder with the small page, in which no Node but the running one is at hand. */
function scratchPages(t: Parameters<typeof scratchFolder>[0]) {
  const cwd = scratchFolder(t);
  copyFileSync(smallPage, path.join(cwd, 'small.md'));
  const run = (...args: string[]) =>
    modspec([...args, '--spec', '.'], { cwd, env: { MODSPEC_CACHE: path.join(cwd, 'cache') } });
  return { run, page: () => readFileSync(path.join(cwd, 'small.md'), 'utf8'), cwd };
}

test('new puts a draft behind the last case of its rule', async (t) => {
  const { run, page } = scratchPages(t);
  const before = page();
  const { stdout } = await run('new', 'small-main', '--title', 'A main without a prefix');
  t.match(stdout, /^small\.md:\d+: small-main-without-prefix\n.*modspec try small-main-without-prefix/);
  t.ok(page().startsWith(before), 'what was there stays as it was');
  t.match(page().slice(before.length), /^\n#### `small-main-without-prefix` A main without a prefix\n/);
  t.match(await run('new', 'small-main', '--title', 'A main without a prefix'), {
    stdout: /small-main-without-prefix-another/,
  });
  t.match(await run('new', 'small-none'), { exitCode: 2, stderr: /unknown rule 'small-none'/ });
  t.match(await run('new', 'small-main', '--id', 'small-index'), { exitCode: 2, stderr: /is or was in use/ });
});

test('new writes a table that says by which way it asks', async (t) => {
  const { run, page } = scratchPages(t);
  t.match(await run('new', 'small-main', '--id', 'small-import', '--import'), { exitCode: 0 });
  t.match(
    page(),
    /- Needs: import\n\n\| from \| by \|.*\n.*\n\| `main\.mjs` \| import \| `\.\/a\.mjs` \| \? \|\n$/,
  );
  const both = await run('new', 'small-main', '--import', '--program');
  t.match(both, { exitCode: 2, stderr: /expected --program or --import/ });
});

test('a draft is refused until try has filled it in from a real Node', async (t) => {
  const { run, page } = scratchPages(t);
  await run('new', 'small-main', '--id', 'small-new');
  t.match(await run('run', '--impl', 'reference'), {
    exitCode: 2,
    stderr: /small-new does not say what is expected; 'modspec try small-new --write'/,
  });
  const alone = await run('try', 'small-new', '--write');
  t.match(alone, { exitCode: 2, stderr: /no real Node is available/ }, 'never from the reference alone');
  const { exitCode, stdout } = await run('try', 'small-new', '--write', '--impl', 'node');
  t.equal(exitCode, 0);
  t.match(stdout, /small-new: written to small\.md; no Node of node 0\.10/);
  t.match(page(), /\| `main\.js` \| `\.\/a` \| `a\.js` \|\n$/);
  t.match(await run('run', '--impl', 'node', '--case', 'small-new'), { exitCode: 0 });
});

test('try shows who says what, and its exit code tells whether they agree', async (t) => {
  const { run, page, cwd } = scratchPages(t);
  t.match(await run('try', 'small', '--impl', 'node'), {
    exitCode: 0,
    stdout: /^5 of 5 cases of small agree\n$/,
  });
  writeFileSync(path.join(cwd, 'small.md'), page().replace('| `lib/main.js` |', '| `lib/index.js` |'));
  const { exitCode, stdout } = await run('try', 'small.md', '--impl', 'node');
  t.equal(exitCode, 1);
  t.match(stdout, /editions +page +reference +real Node\n/);
  t.match(stdout, /✗ node 20 +lib\/index\.js +lib\/main\.js +lib\/main\.js|✗ node/);
  t.match(await run('try', 'small-index', '--impl', 'reference'), {
    exitCode: 2,
    stderr: /expected a real Node/,
  });
});

test('try asks the reference by the platform that a case needs', {
  skip: process.platform === 'win32' && 'other platforms are not seen there',
}, async (t) => {
  const { run, cwd } = scratchPages(t);
  const needing = (id: string, need: string, specifier: string, answer: string) =>
    `#### \`${id}\` A case that needs ${need}\n\n\`\`\`tree\nlib/a.js\n\`\`\`\n\n- Needs: ${need}\n\n| from | specifier | resolves to |\n| --- | --- | --- |\n| \`main.js\` | \`${specifier}\` | \`${answer}\` |\n`;
  const cases = [
    needing('small-upper', 'case-insensitive', './LIB/a', 'LIB/a.js'),
    needing('small-backslash', 'windows', '.\\lib\\a', 'lib/a.js'),
  ];
  writeFileSync(path.join(cwd, 'other.md'), pageText(cases.join('\n')));
  const { stdout } = await run('try', 'small-upper', '--all');
  t.match(stdout, /LIB\/a\.js +LIB\/a\.js +–/);
  const windows = await run('try', 'small-backslash', '--all');
  t.match(windows.stdout, /lib\/a\.js +lib\/a\.js +–/);
});
