// Cases that notice no fault: found with a record beside the pages, excused by the register, never found without one.

import { test } from 'tap';
import { readIdleCase } from '../../suite/evidence/idle-cases.ts';
import type { StrengthRecord } from '../../suite/evidence/strength-record.ts';
import { chooseRules, findProblems } from '../../suite/lint/find-problems.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { subjectOf } from './subject-of.ts';

const page = parsePage(
  'spec/t.md',
  '---\ntitle: T\nsources: { doc: D }\n---\n\n# T\n\n## S\n\n### `a-rule` R\n\nText.\n\n- Requirement: MUST\n- Source: doc, "S", 1\n\n#### `a-case` C\n\n```tree\na.js\n```\n\n| from | specifier | resolves to |\n| --- | --- | --- |\n| `m.js` | `./a` | `a.js` |\n',
);
const hash = page.cases[0]?.hash ?? '';
const rules = chooseRules(['idle-case']);

function problems(strength: StrengthRecord | undefined, excused: readonly string[] = []): string[] {
  const idle = excused.map((glob, index) =>
    readIdleCase(glob, 'it is about the host', 'idle.yaml', index + 1),
  );
  const subject = subjectOf({ pages: [page], strength, idle });
  return findProblems(subject, rules).map(({ file, line, message }) => `${file}:${line} ${message}`);
}

test('a case that notices a fault is fine, and so is every case of pages that keep no record', async (t) => {
  t.strictSame(problems({ 'a-case': { hash, notices: 'a:b:c:1' } }), []);
  t.strictSame(problems(undefined), []);
});

test('a case that notices none, has changed, or was never measured is found', async (t) => {
  t.match(problems({ 'a-case': { hash, notices: null } }), [/^spec\/t.md:17 a-case notices no fault/]);
  t.match(problems({ 'a-case': { hash: '0', notices: 'a:b:c:1' } }), [/changed since .* --case a-case'/]);
  t.match(problems({}), [/nobody has looked .* --case a-case'/]);
});

test('the register excuses it, and its own entries are held against the record', async (t) => {
  t.strictSame(problems({ 'a-case': { hash, notices: null } }, ['a-case']), []);
  t.strictSame(problems({}, ['t/*']), []);
  t.match(problems({ 'a-case': { hash, notices: 'a:b:c:1' } }, ['a-case', 'gone']), [
    /^idle.yaml:1 a-case notices a fault, a:b:c:1; remove/,
    /^idle.yaml:2 'gone' names no case/,
  ]);
});
