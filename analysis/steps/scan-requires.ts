// Finds the literal specifiers in the text of a program, without running it.

import { parse } from 'acorn';

/**
 * The literal arguments of `require(…)` and `require.resolve(…)`, each once, in the order of the text. A text that is
 * not JavaScript is searched for what looks like these calls.
 */
export function scanRequires(text: string): string[] {
  const found = new Set<string>();
  const program = parseProgram(text);
  if (program) visit(program, (node) => addSpecifier(node, found));
  else for (const match of text.matchAll(likelyCall)) found.add(match[2] ?? '');
  return [...found];
}

const likelyCall = /\brequire(?:\.resolve)?\s*\(\s*(['"])((?:(?!\1)[^\\\n])+)\1/g;

/** Its syntax tree; undefined if it is not JavaScript. */
export function parseProgram(text: string): object | undefined {
  const options = { ecmaVersion: 'latest', allowReturnOutsideFunction: true, allowHashBang: true } as const;
  for (const sourceType of ['script', 'module'] as const) {
    try {
      return parse(text.replace(/^\uFEFF/, ''), { ...options, sourceType });
    } catch {
      // The text may be an ES module; if it is not, the caller searches the text.
    }
  }
  return undefined;
}

/** Calls `onNode` with a node and all nodes below it, in the order of the text. */
export function visit(node: unknown, onNode: (node: object) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) onNode(node);
  for (const child of Object.values(node)) visit(child, onNode);
}

/** The parts of a syntax node that identify a call of `require`. */
interface SyntaxNode {
  readonly type?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly callee?: SyntaxNode;
  readonly object?: SyntaxNode;
  readonly property?: SyntaxNode;
  readonly arguments?: readonly SyntaxNode[];
}

function addSpecifier(node: SyntaxNode, found: Set<string>): void {
  if (node.type !== 'CallExpression' || !isRequire(node.callee)) return;
  const value = node.arguments?.[0]?.value;
  if (typeof value === 'string') found.add(value);
}

function isRequire(callee: SyntaxNode | undefined): boolean {
  if (callee?.type === 'Identifier') return callee.name === 'require';
  return callee?.object?.name === 'require' && callee.property?.name === 'resolve';
}
