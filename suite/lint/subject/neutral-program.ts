// The text of a program with neutral names: two programs have the same one when they differ only in the names of their
// variables, in the words that they print, and in their layout.

import { isBuiltin } from 'node:module';
import { type Comment, type Token, tokenizer } from 'acorn';

/** Gives every name of a kind its neutral one, in the order in which names first appear. */
export interface Renaming {
  /** The stem of a file, or the name of a folder. */
  readonly file: (name: string) => string;
  readonly variable: (name: string) => string;
  readonly word: (name: string) => string;
  /** Whether a text is printed by the program, and may be any other. */
  readonly isPrinted: (text: string) => boolean;
}

/** A text that is not a program is only searched for the names of files. */
export function neutralProgram(text: string, renaming: Renaming): string {
  try {
    return neutralTokens(text, renaming);
  } catch {
    return neutralPaths(text, renaming);
  }
}

/** Every part of a text that is named like a file of the tree, with its neutral name. */
export function neutralPaths(text: string, { file }: Pick<Renaming, 'file'>): string {
  return text.replace(/[a-z][a-z0-9-]*/gi, file);
}

/** Names that mean something to a loader by themselves. */
const telling = /^(?:index|main|package|node_modules|node|json|[cm]?js|[cm]?ts)$/;

/** Whether a file or folder of this name may have any other, as far as a loader can tell. */
export function isNeutralName(name: string): boolean {
  return /^[a-z][a-z0-9-]{0,11}$/.test(name) && !telling.test(name) && !isBuiltin(name);
}

function neutralTokens(text: string, renaming: Renaming): string {
  const parts: string[] = [];
  const onComment = (comment: Comment | boolean, words: string) =>
    parts.push(typeof comment === 'boolean' ? `/*${words}*/` : comment.value);
  const tokens = [...tokenizer(text, { ecmaVersion: 'latest', allowHashBang: true, onComment })];
  return [...parts, ...tokens.map((token, at) => neutralToken(tokens, token, at, text, renaming))].join(' ');
}

function neutralToken(
  tokens: readonly Token[],
  token: Token,
  at: number,
  text: string,
  { file, variable, word, isPrinted }: Renaming,
): string {
  const written = text.slice(token.start, token.end);
  if (token.type.label === 'string') {
    const content = written.slice(1, -1);
    const isWord = isPrinted(content) && !isSpecifier(tokens, at, text);
    return `'${isWord ? word(content) : neutralPaths(content, { file })}'`;
  }
  const isMember = tokens[at - 1]?.type.label === '.' || tokens[at + 1]?.type.label === ':';
  if (token.type.label !== 'name' || isMember || isKnown(written)) return written;
  return variable(written);
}

/** Whether it is given to `require`, `require.resolve` or `import` as it is. */
function isSpecifier(tokens: readonly Token[], at: number, text: string): boolean {
  const [caller, bracket] = tokens.slice(Math.max(at - 2, 0), at);
  return (
    bracket?.type.label === '(' &&
    caller !== undefined &&
    takesSpecifier.test(text.slice(caller.start, caller.end))
  );
}

const takesSpecifier = /^(?:require|resolve|import)$/;

const scope = new Set(['require', 'module', 'exports', '__filename', '__dirname', 'arguments', 'undefined']);

function isKnown(name: string): boolean {
  return scope.has(name) || name in globalThis;
}
