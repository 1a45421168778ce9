import { test } from 'tap';
import { editions, releasedEditions } from '../../model/editions.ts';
import type { PageEvidence } from '../../suite/evidence/evidence.ts';
import { chooseRules, findProblems } from '../../suite/lint/find-problems.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { subjectOf } from './subject-of.ts';

const page = parsePage(
  'spec/t.md',
  '---\ntitle: T\nsources: { doc: D }\n---\n\n# T\n\n## S\n\n### `a-rule` R\n\nText.\n\n- Requirement: MUST\n- Source: doc, "S", 1\n\n#### `a-case` C\n\n```tree\na.js\n```\n\n| from | specifier | resolves to | node 4 |\n| --- | --- | --- | --- |\n| `m.js` | `./a` | `a.js` | silent |\n',
);
const hash = page.cases[0]?.hash ?? '';
const versions = editions.flatMap(({ id, verifiedOn }) =>
  verifiedOn === undefined || id === 'node-4' ? [] : verifiedOn,
);

const rules = chooseRules(['stale-evidence', 'unexercised-expectation']);

function messages(evidence: PageEvidence | undefined): string[] {
  const subject = subjectOf({
    pages: [page],
    evidence: new Map([evidence ? ['t', evidence] : ['other', {}]]),
  });
  return findProblems(subject, rules).map(({ message }) => message);
}

test('evidence from every line that the case speaks of is enough', async (t) => {
  t.strictSame(messages({ 'a-case': { hash, seen: [{ versions, answers: ['a.js'] }] } }), []);
});

test('no evidence, old evidence and partial evidence are findings', async (t) => {
  t.match(messages(undefined), [/a-case was never verified; run/]);
  t.match(messages({ 'a-case': { hash: '0', seen: [{ versions, answers: ['a.js'] }] } }), [
    /changed since it was verified/,
  ]);
  const partial = versions.filter((version) => version !== '20.20.2');
  t.match(messages({ 'a-case': { hash, seen: [{ versions: partial, answers: ['a.js'] }] } }), [
    /a-case was never asked on node 20;/,
  ]);
});

test('a case that needs Windows is held against what was seen there, in the lines that were asked there', async (t) => {
  const windows = parsePage(
    'spec/t.md',
    '---\ntitle: T\nsources: { doc: D }\n---\n\n# T\n\n## S\n\n### `a-rule` R\n\nText.\n\n- Requirement: MUST\n- Source: doc, "S", 1\n\n#### `a-case` C\n\n```tree\na.js\n```\n\n- Needs: windows\n\n| from | specifier | resolves to |\n| --- | --- | --- |\n| `m.js` | `.\\a` | `a.js` |\n',
  );
  const [item] = windows.cases;
  t.strictSame(
    item?.questions.map(({ expect }) => expect.flatMap((one) => one.editions)),
    [releasedEditions('node').flatMap(({ id, verifiedOnWindows }) => (verifiedOnWindows ? [id] : []))],
    'nobody has seen the others',
  );
  const found = (seen: readonly string[]) => {
    const entry = { hash: item?.hash ?? '', seen: [{ versions: [...seen], answers: ['a.js'] }] };
    const subject = subjectOf({ pages: [windows], evidence: new Map([['t', { 'a-case': entry }]]) });
    return findProblems(subject, rules).map(({ message }) => message);
  };
  t.strictSame(found(editions.flatMap(({ verifiedOnWindows = [] }) => verifiedOnWindows)), []);
  t.match(found(versions), [/a-case was never asked on node 14\+/], 'other systems say nothing');
  const never = subjectOf({ pages: [windows], evidence: new Map([['t', {}]]) });
  t.match(findProblems(never, rules), [
    { message: "a-case was never verified; run 'npm run verify:windows t'" },
  ]);
});

test('pages without any evidence keep none', async (t) => {
  const subject = subjectOf({ pages: [page], evidence: new Map() });
  t.strictSame(findProblems(subject, rules), []);
});
