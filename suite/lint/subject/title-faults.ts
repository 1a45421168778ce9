// What keeps the title of a rule or case from standing alone, where no heading above it is seen.

const fewestWords = 4;
export const longestTitle = 90;

/** What is wrong with a title, by itself. */
export function titleFaults(title: string): string[] {
  return [tooShort(title), tooLong(title), punctuated(title), elliptic(title)].filter(
    (fault) => fault !== undefined,
  );
}

function tooShort(title: string): string | undefined {
  const words = title.replaceAll('`', '').match(/\S+/g) ?? [];
  if (words.length >= fewestWords) return undefined;
  return `has ${words.length === 1 ? 'one word' : `${words.length} words`}, at least ${fewestWords} are needed to stand alone`;
}

function tooLong(title: string): string | undefined {
  return title.length <= longestTitle
    ? undefined
    : `has ${title.length} characters, at most ${longestTitle} fit a line of a report`;
}

function punctuated(title: string): string | undefined {
  const [mark] = /[.:;,]$/.exec(title) ?? [];
  return mark && `ends in '${mark}'; a title has no mark at its end`;
}

const preposition =
  'In|From|By|With|Without|For|Through|Behind|Beside|Before|After|At|On|Under|Below|Above|Between|Inside|Outside|Of|To|Over|Until';

/** How titles begin or end that take a word from the heading above, or from the case before. */
const leaning: readonly { readonly found: RegExp; readonly said: (words: string) => string }[] = [
  {
    found:
      /^(?:Nor|And|Also|Or|But|Again|Then|Neither|Likewise|Such|None of them|All others|Others|So (?:is|are|was|do|does|did|has|have)|Not (?!every\b|all\b|each\b|only\b|more\b)\w+|The same(?= (?:for|in|with|without|by|from|as)\b)|The other way|One (?:that|with|without|whose|which|more)|Both (?:in|of|at))\b/,
    said: (words) => `starts with '${words}', which goes on from another title`,
  },
  {
    found: /^(?:It|Its|They|Their|This|That|These|Those|Here|He|She)\b/,
    said: (words) => `starts with '${words}' and does not say what that is`,
  },
  {
    found: /\b(?:too|either|as well|likewise)$/,
    said: (words) => `ends in '${words}', which goes on from another title`,
  },
  {
    found: new RegExp(
      `(?<=^(?:(?:${preposition}) [^,]+|[A-Z][a-z]+ed\\b[^,]*,) )(?<!\\b(?:${preposition.toLowerCase()}) )(?:it|they)\\b(?! is (?:one|the same))`,
    ),
    said: (words) => `says '${words}' before naming what is meant`,
  },
];

function elliptic(title: string): string | undefined {
  const plain = title.replace(/`[^`]*`/g, 'X');
  for (const { found, said } of leaning) {
    const [words] = found.exec(plain) ?? [];
    if (words !== undefined) return said(words);
  }
  return isFragment(plain) ? 'is a circumstance without a statement' : undefined;
}

/** A phrase that starts with a preposition, with nothing after it that could be a verb. */
function isFragment(title: string): boolean {
  return new RegExp(`^(?:${preposition})\\b`).test(title) && !title.includes(',') && !verb.test(title);
}

const verb = /\b(?:can|cannot|may|must|will|do|did|are|were|have|had|[a-z]+[^s]s|is|as|was|has)\b/;
