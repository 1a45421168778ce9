// Lint: second words for what has a name in the glossary.

import { glossaryPhrases } from '../subject/glossary.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import { findPhrases } from '../subject/phrases.ts';
import { readTexts } from '../subject/read-texts.ts';

export const glossaryWord: LintRule = {
  name: 'glossary-word',
  reason:
    'A thing with two names is read as two things. The glossary, a table in the `README.md` of the pages, gives each thing its one name and lists the words that are not written for it; they are looked for in the pages, in that README and in the documents beside it. Code spans and fences are not read.',
  fix: 'Write the term of the glossary that the message names. Where something else is meant, say that in other words.',
  readsText: true,
  check: (subject) => {
    const phrases = glossaryPhrases(subject.glossary);
    return readTexts(subject).flatMap(({ file, prose }) =>
      findPhrases(prose, phrases).map(({ line, words, instead }) => ({
        file,
        line,
        message: `'${words}': ${instead}`,
      })),
    );
  },
};
