// The query language of reports: words to find, and `key:value` terms, all of which must match.
//
//   folder -index "real path"      words and phrases of titles, ids and specifiers; a minus before a term negates it
//   status:fail,crash              any of several values; * matches any text
//   impl:bun bun:fail              an implementation, alone or with its verdict
//   text:main.js                  also what is asked, expected and in the files
//   fails:>3 step:RESOLVE* instead:"another file"
//   level: rule: case: page: needs: edition: requirement:
//   is:disagreement is:failing is:passing is:skipped is:changing  only:bun  differs:bun
//   a or b                         at least one side matches

export type Term =
  | { readonly kind: 'text'; readonly text: string; readonly negated: boolean }
  | {
      readonly kind: 'key';
      readonly key: string;
      readonly values: readonly string[];
      readonly negated: boolean;
    };

/** One of the alternatives must match, with all its terms. */
export type Query = readonly (readonly Term[])[];

export function parseQuery(source: string): Query {
  const alternatives: Term[][] = [[]];
  for (const word of splitWords(source)) {
    if (word.toLowerCase() === 'or') alternatives.push([]);
    else alternatives.at(-1)?.push(parseTerm(word));
  }
  const filled = alternatives.filter((terms) => terms.length > 0);
  return filled.length === 0 ? [[]] : filled;
}

/** Words end at white space outside double quotes; an open quote ends with the text. */
function splitWords(source: string): string[] {
  return source.match(/(?:[^\s"]|"[^"]*(?:"|$))+/g) ?? [];
}

function parseTerm(word: string): Term {
  const negated = word.length > 1 && word.startsWith('-');
  const body = negated ? word.slice(1) : word;
  const [, key, value] = /^("[^"]+"|[^\s":]+):(.*)$/s.exec(body) ?? [];
  if (key === undefined || value === undefined)
    return { kind: 'text', text: unquote(body).toLowerCase(), negated };
  const values = value
    .split(',')
    .map((one) => unquote(one).toLowerCase())
    .filter((one) => one !== '');
  return { kind: 'key', key: unquote(key).toLowerCase(), values, negated };
}

function unquote(text: string): string {
  return text.replaceAll('"', '');
}
