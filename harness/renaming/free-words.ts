// The words of a case that may be renamed.

import type { Case } from '../../model/case.ts';
import { mapTexts, type TextRole } from './case-texts.ts';
import { replaceWords } from './replace-words.ts';
import { isReserved } from './reserved-words.ts';

export interface CaseWords {
  /** In lower case. */
  readonly all: ReadonlySet<string>;
  /** As they are spelled: names in paths and specifiers, and what programs print. */
  readonly free: readonly string[];
  /** Whether every `main` that is the name of a file is followed by an extension, as in `main.js`. */
  readonly mainHasExtension: boolean;
}

/** Words in other cases or alphabets stay: a program may compare or change their letters. */
const plain = /^(?:[a-z][a-z0-9]*|[A-Z][a-z0-9]*|[A-Z][A-Z0-9]*)$/;

export function wordsOf(item: Case): CaseWords {
  const words: Record<TextRole, Set<string>> = { name: new Set(), content: new Set(), value: new Set() };
  let mainHasExtension = true;
  mapTexts(item, (text, role) => {
    if (/\/main(?![\w.-])/.test(text)) mainHasExtension = false;
    return replaceWords(text, role === 'content' ? 'program' : 'plain', (word) => {
      words[role].add(word);
      return word;
    });
  });
  const printed = [...words.value].filter((word) => words.content.has(word));
  return {
    all: new Set(Object.values(words).flatMap((all) => [...all].map((word) => word.toLowerCase()))),
    free: [...new Set([...words.name, ...printed])].filter((word) => plain.test(word) && !isReserved(word)),
    mainHasExtension,
  };
}
