// Faults of calls: the opposite method, or a call that is replaced by its argument or object.

import type { AnyNode } from 'acorn';
import type { Proposal } from '../fault.ts';
import { calledName, isToldToTrace, type NodePlace } from '../syntax.ts';

const opposites: Readonly<Record<string, string>> = {
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  some: 'every',
  every: 'some',
};

/** Methods without which their object is still of the same shape. */
const droppableMethods = new Set([
  'filter',
  'sort',
  'reverse',
  'slice',
  'toLowerCase',
  'trim',
  'replace',
  'replaceAll',
]);

/** Functions that can be left out: their first argument is of the shape of their result. */
const droppableFunctions = new Set([
  'realpath',
  'dirname',
  'basename',
  'normalize',
  'resolve',
  'withoutByteOrderMark',
  'withoutShebang',
  'decodeLetters',
  'adoptPrototype',
]);

export function changeCalls({ node, above, textOf }: NodePlace): Proposal[] {
  if (node.type !== 'CallExpression' || isToldToTrace(node, above)) return [];
  const name = calledName(node) ?? '';
  return [...exchangeMethod(node, name, textOf), ...dropCall(node, name, textOf)];
}

type Call = Extract<AnyNode, { type: 'CallExpression' }>;

function exchangeMethod({ callee }: Call, name: string, textOf: NodePlace['textOf']): Proposal[] {
  const opposite = opposites[name];
  if (opposite === undefined || callee.type !== 'MemberExpression') return [];
  const { start, end } = callee.property;
  const change = `\`${textOf(callee)}\` is \`${opposite}\``;
  return [{ operator: 'method-exchanged', change, edits: [{ start, end, text: opposite }] }];
}

function dropCall(node: Call, name: string, textOf: NodePlace['textOf']): Proposal[] {
  const { start, end, callee } = node;
  const [first] = node.arguments;
  const propose = (kept: string): Proposal[] => [
    {
      operator: 'call-dropped',
      change: `\`${kept}\` is taken without \`${name}\``,
      edits: [{ start, end, text: `(${kept})` }],
    },
  ];
  if (callee.type === 'MemberExpression' && droppableMethods.has(name)) return propose(textOf(callee.object));
  if (first && droppableFunctions.has(name)) return propose(textOf(first));
  return [];
}
