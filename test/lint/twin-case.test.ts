// Which differences keep two cases from being twins.

import { test } from 'tap';
import { chooseRules, findProblems } from '../../suite/lint/find-problems.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { pageText } from '../pages/page-text.ts';
import { subjectOf } from './subject-of.ts';

const rules = chooseRules(['twin-case']);

function twins(...bodies: readonly string[]): string[] {
  const cases = bodies.map((body, at) => `#### \`${'abc'[at]}-case\` A case\n\n${body}\n`);
  const page = parsePage('spec/t.md', pageText(cases.join('\n')));
  return findProblems(subjectOf({ pages: [page] }), rules).map(({ message }) => message);
}

function resolution(tree: readonly string[], rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(([specifier, answer]) => `| \`main.js\` | \`${specifier}\` | \`${answer}\` |`);
  const table = ['| from | specifier | resolves to |', '| --- | --- | --- |', ...lines].join('\n');
  return `\`\`\`tree\n${tree.join('\n')}\n\`\`\`\n\n${table}\n`;
}

function program(main: string, prints: string, module = "exports.id = 'a';"): string {
  return `\`main.js\`\n\n\`\`\`js\n${main}\n\`\`\`\n\n\`a.js\`\n\n\`\`\`js\n${module}\n\`\`\`\n\n\`\`\`stdout\n${prints}\n\`\`\`\n`;
}

test('names of files, order, and rows that only one has make no difference', async (t) => {
  const first = resolution(['lib/a.js', 'b.js'], [['./lib/a', 'lib/a.js']]);
  t.match(twins(first, resolution(['d.js', 'src/c.js'], [['./src/c', 'src/c.js']])), [
    /^b-case asks what a-case \(spec\/t.md:18\) asks; keep one of them/,
  ]);
  const more = resolution(
    ['lib/a.js', 'b.js'],
    [
      ['./lib/a', 'lib/a.js'],
      ['./b', 'b.js'],
    ],
  );
  t.match(twins(first, more), [/^b-case asks all that a-case \(.*\) asks, and more/]);
  t.match(twins(more, first), [/^b-case asks nothing but what a-case \(.*\) asks/]);
});

test('names that mean something to a loader make one', async (t) => {
  const first = resolution(['lib/a.js'], [['./lib/a', 'lib/a.js']]);
  for (const path of ['lib/index.js', 'node_modules/a.js', 'lib/a.json', 'lib/fs.js', 'lib/größe.js'])
    t.strictSame(twins(first, resolution([path], [[`./${path.replace(/\.js$/, '')}`, path]])), [], path);
});

test('Windows makes one', async (t) => {
  const first = resolution(['a.js'], [['./a', 'a.js']]);
  const needing = (need: string) => first.replace('\n| from', `\n- Needs: ${need}\n\n| from`);
  t.strictSame(twins(needing('posix'), needing('windows')), []);
  t.match(twins(needing('windows'), needing('windows')), [/^b-case asks what a-case/]);
});

test('what asks makes one', async (t) => {
  const byImport = (way: string, needs: string) =>
    `\`\`\`tree\na.mjs\n\`\`\`\n\n- Needs: ${needs}\n\n| from | by | specifier | resolves to |\n| --- | --- | --- | --- |\n| \`main.js\` | ${way} | \`./a.mjs\` | \`a.mjs\` |\n`;
  const first = byImport('import', 'import');
  t.strictSame(twins(first, byImport('import.meta.resolve', 'import.meta.resolve')), []);
  t.strictSame(twins(first, resolution(['a.mjs'], [['./a.mjs', 'a.mjs']])), []);
  t.match(twins(first, first), [/^b-case asks what a-case/]);
});

test('variables and printed words make no difference, what is done with them does', async (t) => {
  const first = program("var a = require('./a');\nconsole.log(a.id);", 'a');
  const second = program(
    "var found = require('./a');\n\nconsole.log(found.id);",
    'hello',
    "exports.id = 'hello';",
  );
  t.match(twins(first, second), [/^b-case asks what a-case/]);
  t.strictSame(twins(first, program("var a = require('./a');\nconsole.log(a.name);", 'a')), []);
  t.strictSame(twins(first, program("var a = require('./a.js');\nconsole.log(a.id);", 'a')), []);
});
