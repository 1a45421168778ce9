// Turns of phrase that have to be read twice, and what to write instead. Words for the things of the specification are in
// the glossary of the pages.

import type { Phrase } from './phrases.ts';

export const turnsOfPhrase: readonly Phrase[] = [
  turn(/(?<!there )(?:is|are|was|were) no(?! (?:longer|more|less|different)\b)/, "write 'is not a …'"),
  turn(/(?:is|are|was|were|be|being) told(?! apart)/, 'say who says it, or what is passed'),
  turn(
    /(?<!can |cannot |can't |could )tells?(?! you\b)/,
    'a document says, an error names, a program prints',
  ),
  turn(/(?:stands?|stood|standing)(?! (?:alone|for)\b)/, "write 'is', 'is in' or 'follows'"),
  turn(/(?:go|goes|going|went|gone) by/, "write 'follows', 'uses' or 'depends on'"),
  turn(/by and by/, "write 'one after another', or when"),
  turn(/(?:has|have|had) the word/, "write 'decides'"),
  turn(/(?:has|have|had) (?:no|a) say/, "write 'decides', or 'does not matter'"),
  turn(/at (?:its|their|his) word/, 'say what is done'),
  turn(/(?:gets?|getting|got) away with/, "write 'passes although …'"),
  turn(/swallow(?:s|ed|ing)?/, "write 'ignores', or say what is lost"),
  turn(/(?:lead|leads|leading|led) nowhere/, "write 'does not exist' or 'cannot be resolved'"),
  turn(/(?:come|comes|came|coming) to (?:the|its|their|an) end/, "write 'ends' or 'returns'"),
  turn(/(?:come|comes|came|coming) (?:into|from) being/, "write 'is created'"),
  turn(/(?:take|takes|took|taken|taking) away/, "write 'removes'"),
  turn(/(?:answers?|answered|answering) with/, "write 'returns'"),
  turn(/(?<=^|[.:;] )other than/, "write 'Unlike'"),
  turn(/of (?:its|their) own accord/, "write 'by itself'"),
  turn(/once more/, "write 'again'"),
  turn(/likewise/, "write 'also', or say again what happens"),
  turn(/whoever/, 'say who'),
  turn(/(?:is|are|was|were|be) met/, "write 'occurs', 'is reached' or 'is satisfied'"),
  turn(/(?:and|or) the like|(?:its|their) like/, 'name them'),
];

/** @param instead what to do, as the message says it */
function turn(found: RegExp, instead: string): Phrase {
  return { found: new RegExp(`(?<![\\w-])(?:${found.source})(?![\\w-])`, 'gi'), instead };
}
