// Errors and warnings of the reference have the types, codes and texts that they have in each real Node line. The record was
// written by `npm run record:texts`.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'tap';
import { lines } from '../../reference/behaviours/lines.ts';
import {
  createLoader,
  hostLoadsEsModules,
  hostStripsTypes,
  type LoaderWarning,
} from '../../reference/index.ts';
import { asked, entryOf, normalize, type ToldAnswer, writeTree } from './error-texts/answers.ts';
import { withoutHostTexts } from './error-texts/host-texts.ts';
import { knownDifferences } from './error-texts/known-differences.ts';
import { recordedAnswer, recordedQuestions } from './error-texts/record.ts';

test('every question was recorded, and nothing else', async (t) => {
  t.strictSame(recordedQuestions, asked);
});

for (const line of lines) {
  test(`errors and warnings of Node ${line}`, async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'error-texts-'));
    t.teardown(() => rmSync(folder, { recursive: true }));
    const root = writeTree(folder);
    const answers = asked
      .filter((question) => canAnswer(line, question))
      .map((question) => ({
        question,
        answer: withoutHostTexts(answerOf(root, line, question)),
        recorded: withoutHostTexts(recordedAnswer(question, line)),
      }));
    const isKnown = ({ question }: { question: string }): boolean =>
      knownDifferences.get(question)?.lines.includes(line) === true;
    const alike = answers.filter((one) => !isKnown(one));
    t.strictSame(
      alike.map(({ question, answer }) => ({ question, ...answer })),
      alike.map(({ question, recorded }) => ({ question, ...recorded })),
    );
    for (const { question, answer, recorded } of answers.filter(isKnown))
      t.strictNotSame(answer, recorded, `${question}: ${knownDifferences.get(question)?.reason}`);
  });
}

/** Whether the Node that runs the tests can evaluate what is asked for. */
function canAnswer(line: string, question: string): boolean {
  if (Number(line) < 20 || hostLoadsEsModules) return hostStripsTypes || !question.includes('typed');
  return !/m(?:js|odule)|esm|syntax|no-extension/.test(question);
}

function answerOf(root: string, line: string, question: string): ToldAnswer {
  const warnings: LoaderWarning[] = [];
  const warn = ({ name, code, message }: LoaderWarning): void => {
    warnings.push({ name, ...(code === undefined ? {} : { code }), message });
  };
  const loader = createLoader({ edition: `node-${line}`, environment: { HOME: root }, warn });
  return normalize({ error: loader.runMain(path.join(root, entryOf(question))), warnings }, root);
}
