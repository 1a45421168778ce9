// What counts when a shared host gives a wrong answer: the loaders here answer by what they were asked before.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Test, test } from 'tap';
import { runSchema, type Verdict } from '../../model/run.ts';
import { modspec, scratchFolder } from '../cli/modspec.ts';
import { caseText, pageText } from '../pages/page-text.ts';

const ids = ['one', 'two', 'three', 'four'];

/**
 * @param answer the body of `resolve(specifier, referrer)`; `asked` counts from 1, and `right` is the answer that is expected
 * @param property a line that each case has
 */
async function verdictsOf(t: Test, answer: string, property = ''): Promise<Verdict[]> {
  const folder = scratchFolder(t);
  const cases = ids.map((id) => caseText(id, `./a?${id}`, property));
  writeFileSync(path.join(folder, 'page.md'), pageText(cases.join('')));
  const loader = `let asked = 0;
exports.resolve = (specifier, referrer) => {
  asked += 1;
  const id = specifier.slice('./a?'.length);
  const right = require('node:path').join(require('node:path').dirname(referrer), 'a.js');
  ${answer}
};`;
  writeFileSync(path.join(folder, 'loader.cjs'), loader);
  const where = ['--spec', path.join(folder, 'page.md'), '--impl', path.join(folder, 'loader.cjs')];
  const { stdout, stderr } = await modspec(['run', ...where, '--jobs', '1', '--format', 'json']);
  if (stdout === '') throw new Error(stderr);
  return runSchema.parse(JSON.parse(stdout)).verdicts;
}

test('failures that two hosts show in the same way need no process of their own', async (t) => {
  const verdicts = await verdictsOf(t, "return id === 'three' ? right : referrer;");
  t.strictSame(
    verdicts.map(({ verdict, alone }) => [verdict, alone]),
    [
      ['fail', false],
      ['fail', false],
      ['pass', false],
      ['fail', false],
    ],
  );
});

test('a single failure is asked again by itself', async (t) => {
  const verdicts = await verdictsOf(t, "return id === 'three' ? referrer : right;");
  t.strictSame(
    verdicts.map(({ verdict, alone }) => [verdict, alone]),
    [
      ['pass', false],
      ['pass', false],
      ['fail', true],
      ['pass', false],
    ],
  );
});

test('a host that earlier cases have spoiled is not believed', async (t) => {
  const verdicts = await verdictsOf(t, 'return asked === 1 ? right : referrer;');
  t.strictSame(
    verdicts.map(({ verdict }) => verdict),
    ['pass', 'pass', 'pass', 'pass'],
  );
  t.match(verdicts[1], { alone: true, sharedVerdict: 'fail' });
});

test('answers that change from host to host are asked for alone', async (t) => {
  const verdicts = await verdictsOf(t, 'return referrer + asked;');
  t.strictSame(
    verdicts.map(({ verdict, questions, alone }) => [verdict, questions[0]?.checks[0]?.observed, alone]),
    ids.map(() => ['fail', { kind: 'file', path: 'main.js1' }, true]),
  );
});

test('what passed only because its host was spoiled fails', async (t) => {
  const verdicts = await verdictsOf(
    t,
    `const wrong = globalThis.spoiled ? 'two' : 'three';
  if (id === 'one') globalThis.spoiled = true;
  return id === wrong ? referrer : right;`,
  );
  t.strictSame(
    verdicts.map(({ verdict, sharedVerdict }) => [verdict, sharedVerdict]),
    [
      ['pass', undefined],
      ['pass', 'fail'],
      ['fail', 'fail'],
      ['pass', undefined],
    ],
  );
});

test('cases with the same variables share a host that is started with them', async (t) => {
  const variable = '- Environment: `NODE_PRESERVE_SYMLINKS=1`\n\n';
  const verdicts = await verdictsOf(
    t,
    "return process.env.NODE_PRESERVE_SYMLINKS === '1' && (id === 'one' || asked > 1) ? right : referrer;",
    variable,
  );
  t.strictSame(
    verdicts.map(({ verdict, sharedVerdict, alone }) => [verdict, sharedVerdict, alone]),
    [
      ['pass', undefined, false],
      ['pass', undefined, false],
      ['pass', undefined, false],
      ['pass', undefined, false],
    ],
  );
});

test('a failure in such a host is asked again by itself', async (t) => {
  const verdicts = await verdictsOf(
    t,
    "return id === 'two' || asked === 3 ? referrer : right;",
    '- Environment: `NODE_PRESERVE_SYMLINKS=1`\n\n',
  );
  t.strictSame(
    verdicts.map(({ verdict, sharedVerdict, alone }) => [verdict, sharedVerdict, alone]),
    [
      ['pass', undefined, false],
      ['fail', 'fail', true],
      ['pass', 'fail', true],
      ['pass', undefined, false],
    ],
  );
});
