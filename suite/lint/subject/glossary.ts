// The glossary of the pages: the table in their README.md whose columns are term, meaning, and do not write.

import { parseBlocks } from '../../pages/blocks.ts';
import { type Phrase, phraseOf } from './phrases.ts';

/** Words that are not written, and the term that is. */
export interface AvoidedWords {
  readonly words: string;
  readonly term: string;
}

/** The column whose cells name words, instead of using them. */
export const avoidedColumn = 'do not write';

export function glossaryPhrases(glossary: readonly AvoidedWords[]): Phrase[] {
  return glossary.map(({ words, term }) => ({
    found: phraseOf(words),
    instead: `write '${term}' (glossary), or say in other words what else is meant`,
  }));
}

/** Phrases in the third column have commas between them. */
export function glossaryIn(text: string): AvoidedWords[] {
  return parseBlocks(text).flatMap((block) => {
    if (block.kind !== 'table') return [];
    const [first, , third] = block.header.map(({ source }) => source.trim());
    if (first !== 'term' || third !== avoidedColumn) return [];
    return block.rows.flatMap(({ cells: [term, , avoided] }) =>
      (avoided?.source ?? '')
        .split(',')
        .map((words) => words.trim())
        .filter((words) => words !== '')
        .map((words) => ({ words, term: term?.source.trim() ?? '' })),
    );
  });
}
