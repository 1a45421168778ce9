// Faults of decisions: a condition that always or never holds, half of a condition, a boundary off by one.

import type { AnyNode } from 'acorn';
import type { Outcome, Proposal } from '../fault.ts';
import type { Place } from '../syntax.ts';

export function changeConditions({ node, above, textOf }: Place): Proposal[] {
  switch (node.type) {
    case 'IfStatement':
      return [
        replace('condition-never-holds', node.test, 'false', `\`${textOf(node.test)}\` never holds`, {
          condition: node.test,
          holds: true,
        }),
        replace('condition-always-holds', node.test, 'true', `\`${textOf(node.test)}\` always holds`, {
          condition: node.test,
          holds: false,
        }),
      ];
    case 'ConditionalExpression':
      return [replace('branches-swapped', node.test, `!(${textOf(node.test)})`, `\`${textOf(node.test)}\` is turned round`)];
    case 'WhileStatement':
      return [replace('loop-never-entered', node.test, 'false', `\`${textOf(node.test)}\` never holds`)];
    case 'LogicalExpression':
      return node.operator === '??' ? changeFallback(node, textOf) : changeHalves(node, textOf);
    case 'BinaryExpression':
      return changeComparison(node, above, textOf);
    case 'UnaryExpression':
      if (node.operator !== '!' || isPartOfTest(node, above)) return [];
      return [
        replace('negation-dropped', node, `(${textOf(node.argument)})`, `\`${textOf(node)}\` is not negated`),
      ];
    default:
      return [];
  }
}

type Logical = Extract<AnyNode, { type: 'LogicalExpression' }>;

/** Of a chain each link is dropped once. */
function changeHalves(node: Logical, textOf: Place['textOf']): Proposal[] {
  const [left, right, whole] = [textOf(node.left), textOf(node.right), textOf(node)];
  const isChain = node.left.type === 'LogicalExpression' && node.left.operator === node.operator;
  const holds = node.operator === '||';
  return [
    replace('left-half-only', node, `(${left})`, `of \`${whole}\` only \`${left}\` counts`, {
      condition: node.right,
      holds,
    }),
    ...(isChain
      ? []
      : [
          replace('right-half-only', node, `(${right})`, `of \`${whole}\` only \`${right}\` counts`, {
            condition: node.left,
            holds,
          }),
        ]),
  ];
}

/** A constant behind `??` is there for the compiler's sake more often than not. */
function changeFallback(node: Logical, textOf: Place['textOf']): Proposal[] {
  if (node.right.type === 'Literal' || node.right.type === 'ArrayExpression') return [];
  const [left, right, whole] = [textOf(node.left), textOf(node.right), textOf(node)];
  const dropped = replace('left-half-only', node, `(${left})`, `of \`${whole}\` only \`${left}\` counts`);
  if (node.right.type !== 'CallExpression') return [dropped];
  const swapped = `(${right} ?? ${left})`;
  return [dropped, replace('halves-swapped', node, swapped, `\`${right}\` is tried before \`${left}\``)];
}

const boundaries: Readonly<Record<string, string>> = { '<': '<=', '>': '>=', '<=': '<', '>=': '>' };
const opposites: Readonly<Record<string, string>> = { '===': '!==', '!==': '===' };

function changeComparison(
  node: Extract<AnyNode, { type: 'BinaryExpression' }>,
  above: readonly AnyNode[],
  textOf: Place['textOf'],
): Proposal[] {
  const [left, right] = [textOf(node.left), textOf(node.right)];
  const boundary = boundaries[node.operator];
  if (boundary !== undefined) {
    const text = `${left} ${boundary} ${right}`;
    return [replace('boundary-moved', node, text, `\`${textOf(node)}\` is \`${text}\``)];
  }
  const opposite = opposites[node.operator];
  if (opposite === undefined || isPartOfTest(node, above)) return [];
  return [
    replace('comparison-negated', node, `${left} ${opposite} ${right}`, `\`${textOf(node)}\` is turned round`),
  ];
}

/** What is a whole condition or half of one is changed as such. */
function isPartOfTest(node: AnyNode, above: readonly AnyNode[]): boolean {
  const [parent] = above;
  if (parent?.type === 'LogicalExpression') return parent.operator !== '??';
  return (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === node;
}

function replace(
  operator: string,
  { start, end }: AnyNode,
  text: string,
  change: string,
  when?: Outcome,
): Proposal {
  return { operator, change, edits: [{ start, end, text }], ...(when ? { when } : {}) };
}
