// Lint: turns of phrase that have to be read twice.

import type { LintRule } from '../subject/lint-rule.ts';
import { findPhrases } from '../subject/phrases.ts';
import { readTexts } from '../subject/read-texts.ts';
import { turnsOfPhrase } from '../subject/turns-of-phrase.ts';

export const turnOfPhrase: LintRule = {
  name: 'turn-of-phrase',
  reason:
    'The pages and the documents beside them are read by people at work, many of them in a second language. A sentence says what does what, in the words of Node’s own documentation. Turns that have to be read twice, such as `stands in`, `is no file` or `leads nowhere`, have a plain form.',
  fix: 'Write the plain form that the message names, and read the sentence again as a whole.',
  readsText: true,
  check: (subject) =>
    readTexts(subject).flatMap(({ file, prose }) =>
      findPhrases(prose, turnsOfPhrase).map(({ line, words, instead }) => ({
        file,
        line,
        message: `'${words}': ${instead}`,
      })),
    ),
};
