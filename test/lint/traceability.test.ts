import { test } from 'tap';
import { chooseRules, findProblems } from '../../suite/lint/find-problems.ts';
import { countTraced } from '../../suite/lint/subject/citations.ts';
import { type Page, parsePage } from '../../suite/pages/parse-page.ts';
import type { Statement } from '../../suite/sources/read-registers.ts';
import { caseText, pageText } from '../pages/page-text.ts';
import { subjectOf } from './subject-of.ts';

function pageCiting(source: string, withCase = true): Page {
  return parsePage('spec/t.md', pageText(withCase ? caseText('a-case') : '', { source }));
}

function statement(number: number, more: Partial<Statement> = {}): Statement {
  return {
    source: 'doc',
    section: 'S',
    statement: number,
    gist: 'g',
    file: 'doc.yaml',
    line: number,
    ...more,
  };
}

const rules = chooseRules([
  'statement-without-rule',
  'class-without-reason',
  'class-with-rule',
  'unknown-statement',
  'unregistered-source',
  'rule-without-case',
]);

function checks(page: Page, statements: Statement[]): string[] {
  const registers = [{ source: 'doc', title: 'D', statements }];
  const found = findProblems(subjectOf({ pages: [page], registers, statements }), rules);
  return found.map(({ rule, file, line }) => `${rule} ${file}:${line}`);
}

test('a statement needs a rule or a class with a reason', async (t) => {
  const page = pageCiting('doc, "S", 1–2');
  t.strictSame(checks(page, [statement(1), statement(2)]), []);
  t.strictSame(checks(page, [statement(1), statement(2), statement(3)]), [
    'statement-without-rule doc.yaml:3',
  ]);
  const classed = statement(3, { class: 'informative', reason: 'advice' });
  t.strictSame(checks(page, [statement(1), statement(2), classed]), []);
  t.strictSame(countTraced([page], [statement(1), statement(2), classed]), { ruled: 2, classed: 1 });
});

test('a class without a reason, or beside a rule, is a finding', async (t) => {
  const page = pageCiting('doc, "S", 1');
  t.strictSame(checks(page, [statement(1), statement(2, { class: 'untestable' })]), [
    'class-without-reason doc.yaml:2',
  ]);
  const both = statement(1, { class: 'informative', reason: 'advice' });
  t.strictSame(checks(page, [both]), ['class-with-rule doc.yaml:1']);
  const example = statement(1, { class: 'example', reason: 'shown' });
  t.strictSame(checks(page, [example]), [], 'an example may stand behind a rule');
});

test('a citation of what is not registered, and a rule without a case, are findings', async (t) => {
  t.strictSame(checks(pageCiting('doc, "S", 1, 9'), [statement(1)]), ['unknown-statement spec/t.md:11']);
  t.strictSame(checks(pageCiting('doc, "S", 1', false), [statement(1)]), ['rule-without-case spec/t.md:11']);
});

test('a source without a register is a finding where there are registers', async (t) => {
  const page = pageCiting('doc, "S", 1');
  const registers = [{ source: 'other', title: 'O', statements: [] }];
  const [rule] = chooseRules(['unregistered-source']);
  t.match(rule?.check(subjectOf({ pages: [page], registers })), [{ file: 'spec/t.md', message: /doc/ }]);
  t.strictSame(rule?.check(subjectOf({ pages: [page] })), [], 'pages of others may have none');
});
