import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { renderFindings } from '../../reports/commands/render-findings.ts';
import { readPages } from '../../suite/pages/read-pages.ts';
import { fixtures, modspec, scratchFolder } from '../cli/modspec.ts';

test('the pages of this project have no findings', async (t) => {
  const { exitCode, stdout } = await modspec(['lint', '--format', 'text']);
  t.equal(exitCode, 0, stdout);
  t.match(
    stdout,
    /^\d+ statements \(\d+ with a rule, \d+ with a class\), \d+ rules, \d+ cases, (\d+) of \1 steps exercised, 0 findings\n$/,
  );
});

test('findings name the place and the mend, and the exit code is 1', async (t) => {
  const page = path.join(fixtures, 'lint', 'untouched-file', 'bad.md');
  const { exitCode, stdout } = await modspec(['lint', '--spec', page, '--format', 'text']);
  t.equal(exitCode, 1);
  t.match(
    stdout,
    /^test\/fixtures\/lint\/untouched-file\/bad\.md:33: untouched-file: b-case has no use for left-over\.js; take it/,
  );
});

test('findings are annotations where GitHub reads them, and JSON for other programs', async (t) => {
  const page = path.join(fixtures, 'lint', 'wording', 'bad.md');
  const args = ['lint', '--spec', page, '--rule', 'wording'];
  const annotated = await modspec(args, { env: { GITHUB_ACTIONS: 'true' } });
  t.equal(annotated.exitCode, 1);
  t.match(
    annotated.stdout,
    /^::error file=test\/fixtures\/lint\/wording\/bad\.md,line=29,title=wording::'Test that': .*\n$/,
  );
  const { stdout } = await modspec([...args, '--format', 'json'], { env: { GITHUB_ACTIONS: 'true' } });
  t.match(JSON.parse(stdout), [{ rule: 'wording', line: 29, fixable: true }]);
});

test('what an annotation says is escaped', async (t) => {
  const finding = { rule: 'wording', file: 'a,b:c.md', line: 3, message: '100 %\nof it' };
  t.equal(
    renderFindings([finding], 'github'),
    '::error file=a%2Cb%3Ac.md,line=3,title=wording::100 %25%0Aof it\n',
  );
});

test('--fix mends titles and links, and leaves every case as it was', async (t) => {
  const cwd = scratchFolder(t);
  const heading = '#### `a-case` A file beside the referrer is found';
  const text = readFileSync(path.join(fixtures, 'lint', 'wording', 'bad.md'), 'utf8')
    .replace('# T\n', '# T\n\nSee [it](#a-case-it-is-so), [this](#old-case-it-was) and [none](#none).\n')
    .replace(heading, `${heading} now`);
  writeFileSync(path.join(cwd, 'page.md'), text);
  writeFileSync(path.join(cwd, 'ids.yaml'), '- id: old-case\n  renamed: a-case\n');
  const hashes = () => readPages(cwd).flatMap(({ cases }) => cases.map(({ hash }) => hash));
  const before = hashes();
  const rules = ['--rule', 'wording', '--rule', 'dead-link', '--format', 'text'];
  const { exitCode, stdout, stderr } = await modspec(['lint', '--fix', '--spec', '.', ...rules], { cwd });
  t.match(stderr, /^page\.md: \d fixed/);
  t.match(stdout, /^page\.md:9: dead-link: page\.md has no heading for '#none'; correct it\n.*1 finding\n$/);
  t.equal(exitCode, 1);
  const mended = readFileSync(path.join(cwd, 'page.md'), 'utf8');
  t.match(mended, '#### `b-case` `./b` is found\n');
  t.match(
    mended,
    'See [it](#a-case-a-file-beside-the-referrer-is-found-now), [this](#a-case-a-file-beside-the-referrer-is-found-now) and [none](#none).\n',
  );
  t.strictSame(hashes(), before);
});

test('--fix puts the parts of a case in order, and leaves the case as it was', async (t) => {
  const cwd = scratchFolder(t);
  const bad = path.join(fixtures, 'lint', 'case-order', 'bad.md');
  writeFileSync(path.join(cwd, 'page.md'), readFileSync(bad));
  const { exitCode } = await modspec(['lint', '--fix', '--spec', 'page.md', '--rule', 'case-order'], { cwd });
  t.equal(exitCode, 0);
  const mended = readFileSync(path.join(cwd, 'page.md'), 'utf8');
  t.equal(mended, readFileSync(path.join(path.dirname(bad), 'good.md'), 'utf8'));
  const hashes = (file: string) => readPages(file).flatMap(({ cases }) => cases.map(({ hash }) => hash));
  t.strictSame(hashes(path.join(cwd, 'page.md')), hashes(bad));
});

test('--fix mends a link to a rule that is on another page now', async (t) => {
  const cwd = scratchFolder(t);
  const text = readFileSync(path.join(fixtures, 'lint', 'wording', 'good.md'), 'utf8');
  const other =
    '---\ntitle: T\ninformative: true\n---\n\n# T\n\nSee [it](gone.md#a-rule) and [this](#b-case-it-was).\n';
  mkdirSync(path.join(cwd, '1-first'));
  writeFileSync(path.join(cwd, '1-first', '1-page.md'), text);
  writeFileSync(path.join(cwd, '2-other.md'), other);
  await modspec(['lint', '--fix', '--spec', '.', '--rule', 'dead-link'], { cwd });
  t.match(
    readFileSync(path.join(cwd, '2-other.md'), 'utf8'),
    'See [it](1-first/1-page.md#a-rule-a-path-names-one-file) and [this](1-first/1-page.md#b-case-b-is-what-should-be-found).',
  );
});

test('a rule is explained, listed, and asked for by a name that there is', async (t) => {
  const { stdout } = await modspec(['lint', '--explain', 'two-faults']);
  t.match(stdout, /^two-faults\n\nWhy: {2}A negative case .*\n\nMend: Mend one of the faults/);
  t.match((await modspec(['list', 'lint'])).stdout, /^malformed-page {2}Write it as .*\npage-order {2}/);
  t.match(await modspec(['lint', '--rule', 'two-fault']), {
    exitCode: 2,
    stderr: /no rule 'two-fault'; did you mean 'two-faults'\? see/,
  });
  t.match(await modspec(['lint', '--format', 'xml']), { exitCode: 2, stderr: /text, github, json/ });
});

test('a page that does not parse is a finding, and the others are still told of', async (t) => {
  const { exitCode, stdout } = await modspec([
    'lint',
    '--spec',
    path.join(fixtures, 'pages'),
    '--format',
    'text',
  ]);
  t.equal(exitCode, 1);
  t.match(stdout, /broken\.md:\d+: malformed-page: this fence means nothing/);
});

test('the suite has not lost its cases', async (t) => {
  const pages = readPages('spec');
  t.ok(pages.flatMap((page) => page.cases).length >= 350);
});
