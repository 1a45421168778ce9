// The sentences in a source file: its comments, and its strings that have more than one word.

import { type Comment, tokenizer } from 'acorn';
import { codeMark, proseIn, type RunningText } from '../../suite/lint/subject/prose.ts';

/** TypeScript has the comments, strings and templates of JavaScript, so that the tokenizer of acorn finds them. */
export function proseOfCode(text: string): RunningText[] {
  const comments: Comment[] = [];
  const options = {
    ecmaVersion: 'latest',
    sourceType: 'module',
    allowHashBang: true,
    locations: true,
  } as const;
  const strings: RunningText[] = [];
  for (const { type, start, end, loc } of tokenizer(text, { ...options, onComment: comments }))
    if (type.label === 'string' || type.label === 'template')
      strings.push(...proseAt(text.slice(start, end), loc?.start.line ?? 1));
  return [...joinLines(comments, text).flatMap(({ words, line }) => proseAt(words, line)), ...strings];
}

function proseAt(words: string, line: number): RunningText[] {
  if (!/\s/.test(words.trim())) return [];
  return proseIn(words.replace(quoted, codeMark)).map((prose) => ({ ...prose, line: prose.line + line - 1 }));
}

/** What a message quotes is not its own words. */
const quoted = /(?<=[\s(])'[^'\n]+'(?=[\s),.;:"`]|$)/g;

interface Words {
  readonly words: string;
  readonly line: number;
}

/** Comments of one line that follow one another are one text. */
function joinLines(comments: readonly Comment[], text: string): Words[] {
  const joined: { words: string; line: number; end: number }[] = [];
  for (const { type, value, loc, start } of comments) {
    const line = loc?.start.line ?? 1;
    const before = joined.at(-1);
    const isAlone = text.slice(text.lastIndexOf('\n', start) + 1, start).trim() === '';
    if (type === 'Line' && isAlone && before?.end === line - 1) {
      before.words += `\n${value.trim()}`;
      before.end = line;
    } else {
      const words = type === 'Line' ? value.trim() : value.replace(/^\s*\*+ ?/gm, '');
      joined.push({ words, line, end: type === 'Line' && isAlone ? line : Number.NaN });
    }
  }
  return joined;
}
