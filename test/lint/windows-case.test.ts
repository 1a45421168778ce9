// What the linter learns of a case that needs Windows: the reference is asked in memory by these rules, on any system.

import { test } from 'tap';
import { untouchedEntries } from '../../analysis/steps/touched-files.ts';
import { traceResolution } from '../../analysis/steps/trace-resolution.ts';
import { traceQuestion } from '../../analysis/trace/trace-question.ts';
import type { Case, TreeEntry } from '../../model/case.ts';

function windowsCase(specifier: string, files: Readonly<Record<string, string>>, needs = ['windows']): Case {
  return {
    id: 'one',
    title: 'One',
    rule: 'a-rule',
    level: 'resolve',
    needs,
    environment: {},
    tree: Object.entries(files).map(([path, text]): TreeEntry => ({ kind: 'file', path, text })),
    questions: [
      {
        kind: 'resolve',
        from: 'main.js',
        specifier,
        expect: [{ kind: 'file', editions: ['node-20'], path: 'x' }],
      },
    ],
    hash: '0000000000000000',
    source: { file: 'page.md', line: 1 },
  };
}

const edition = 'node-20';

function found(item: Case): string | undefined {
  const [question] = item.questions;
  if (question?.kind !== 'resolve') throw new TypeError('not a resolution');
  return traceResolution(item, { ...question, edition }).found;
}

test('a resolution is traced by the rules of Windows', async (t) => {
  t.equal(found(windowsCase('.\\lib\\a', { 'lib/a.js': '' })), 'lib/a.js');
  t.equal(found(windowsCase('<tree>\\lib\\a', { 'lib/a.js': '' })), 'lib/a.js');
  t.equal(found(windowsCase('.\\lib\\a', { 'lib/a.js': '' }, [])), undefined, 'POSIX, if it needs nothing');
  t.equal(found(windowsCase('./LIB/a', { 'lib/a.js': '' }, ['case-insensitive'])), 'LIB/a.js');
  const main = { 'dep/package.json': '{"main":"<tree>\\\\far.js"}', 'far.js': '' };
  t.equal(found(windowsCase('./dep', main)), 'far.js', 'the root in JSON is escaped');
});

test('entries are touched whatever the case in which they are asked for', async (t) => {
  const files = { 'Lib/Upper.js': '', 'Lib/Upper.json': '', 'never/asked.txt': '' };
  const untouched = untouchedEntries(windowsCase('./lib/upper', files, ['case-insensitive']));
  t.strictSame(
    untouched.map(({ path }) => path),
    ['never/asked.txt'],
  );
});

test('an answer is in terms of the tree, and a hidden file is not seen', async (t) => {
  const item = windowsCase('.\\a', { 'A.js': '', 'a.json': '' });
  const [question] = item.questions;
  if (question?.kind !== 'resolve') throw new TypeError('not a resolution');
  t.strictSame(traceQuestion(item, question, edition).answer, { kind: 'file', path: 'a.js' });
  const hidden = traceQuestion(item, question, edition, 'Z:\\tree\\a.js');
  t.strictSame(hidden.answer, { kind: 'file', path: 'a.json' });
});
