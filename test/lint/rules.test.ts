import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { referenceTracer } from '../../analysis/steps/reference-tracer.ts';
import { editions } from '../../model/editions.ts';
import { packageRoot } from '../../model/package-root.ts';
import { lintRules } from '../../suite/lint/catalogue.ts';
import { findProblems } from '../../suite/lint/find-problems.ts';
import { readSubject, type Subject, withStepsTaken } from '../../suite/lint/subject/subject.ts';
import { fixtures } from '../cli/modspec.ts';

/** Where each rule's bad page is bad: the file, without `bad.md`'s name where it is that one, and the lines. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'malformed-page': ['bad.md:31', 'bad.md:41', 'bad.md:54'],
  'page-order': ['bad.md:11'],
  'page-length': ['bad.md:901'],
  'case-order': ['bad.md:20'],
  title: ['bad.md:29', 'bad.md:40', 'bad.md:52', 'bad.md:65', 'bad.md:65', 'bad.md:79'],
  wording: ['bad.md:29'],
  'glossary-word': ['page.md:13', 'page.md:13'],
  'turn-of-phrase': ['bad.md:13', 'bad.md:13', 'bad.md:14', 'bad.md:14'],
  'dead-link': ['bad.md:9'],
  'loose-link': ['bad.md:13'],
  'unlinked-page': ['2-folders.md:1', '3-absolute.md:1', 'README.md:4'],
  'reused-id': ['bad.md:29'],
  'dropped-id': ['page.md:28'],
  'broken-rename': ['ids.yaml:1'],
  'statement-without-rule': ['doc.yaml:9'],
  'class-without-reason': ['doc.yaml:9'],
  'class-with-rule': ['doc.yaml:9'],
  'unknown-statement': ['bad.md:11'],
  'unregistered-source': ['bad.md:2'],
  'rule-without-requirement': ['bad.md:11'],
  'rule-without-source': ['bad.md:11'],
  'unspecified-judged': ['bad.md:17'],
  'contradicting-requirement': ['bad.md:29', 'bad.md:47'],
  'rule-said-twice': ['bad.md:29'],
  'rule-without-case': ['bad.md:29'],
  'step-without-case': ['page.md:11'],
  'missing-counter-case': ['bad.md:11'],
  'unfinished-case': ['bad.md:29'],
  'newer-syntax': ['bad.md:18'],
  'real-package': ['bad.md:18', 'bad.md:29'],
  'twin-case': ['bad.md:29', 'bad.md:58'],
  'two-faults': ['bad.md:29'],
  'untouched-file': ['bad.md:33'],
  'stale-evidence': ['bad.md:19'],
  'unexercised-expectation': ['bad.md:27', 'bad.md:28'],
  'idle-case': ['page.md:19'],
};

const folder = path.join(fixtures, 'lint');

test('each rule has a pair of pages, and no pair is without a rule', async (t) => {
  const names = lintRules.map(({ name }) => name).sort();
  t.strictSame(readdirSync(folder).sort(), names);
  t.strictSame(Object.keys(expected).sort(), names);
});

for (const { name } of lintRules) {
  test(`${name}: the bad page has it and nothing else, the good page has nothing`, async (t) => {
    t.strictSame(await lint(name, 'good'), []);
    t.strictSame(
      await lint(name, 'bad'),
      expected[name]?.map((place) => `${name} ${place}`),
    );
  });
}

test('docs/lint.md tells of each rule in the words of the catalogue', async (t) => {
  const text = readFileSync(path.join(packageRoot, 'docs', 'lint.md'), 'utf8');
  for (const { name, reason, fix } of lintRules) {
    t.match(text, `### \`${name}\`\n\n${reason}\n\n*Mend:* ${fix}\n`);
  }
  t.strictSame(
    text.match(/(?<=^### `).*(?=`$)/gm),
    lintRules.map(({ name }) => name),
    'in its order',
  );
});

/** Rule and place of each finding. Unless the pair brings evidence of its own, everything counts as verified. */
async function lint(name: string, which: 'good' | 'bad'): Promise<string[]> {
  const page = path.join(folder, name, `${which}.md`);
  const read = readSubject(existsSync(page) ? page : path.join(folder, name, which), referenceTracer);
  const subject = name === 'step-without-case' ? await withStepsTaken(read) : read;
  const verified = existsSync(path.join(folder, name, 'evidence'))
    ? subject
    : { ...subject, evidence: complete(subject) };
  return findProblems(verified).map(({ rule, file, line }) => `${rule} ${path.basename(file)}:${line}`);
}

const versions = editions.flatMap(({ verifiedOn }) => verifiedOn ?? []);

function complete({ pages }: Subject): Subject['evidence'] {
  return new Map(
    pages.map((page) => [
      page.id,
      Object.fromEntries(page.cases.map(({ id, hash }) => [id, { hash, seen: [{ versions, answers: [] }] }])),
    ]),
  );
}
