// Faults of decisions: a condition that always or never holds or is turned round, two alternatives in the wrong order.

import type { AnyNode } from 'acorn';
import type { ConditionOutcome, Proposal } from '../fault.ts';
import type { NodePlace } from '../syntax.ts';

export function changeConditions({ node, above, textOf }: NodePlace): Proposal[] {
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
      return [
        replace(
          'branches-swapped',
          node.test,
          `!(${textOf(node.test)})`,
          `\`${textOf(node.test)}\` is turned round`,
        ),
      ];
    case 'WhileStatement':
      return [replace('loop-never-entered', node.test, 'false', `\`${textOf(node.test)}\` never holds`)];
    case 'LogicalExpression':
      return swapFallback(node, textOf);
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

/** Two places that are looked at one after the other, in the other order. */
function swapFallback(
  node: Extract<AnyNode, { type: 'LogicalExpression' }>,
  textOf: NodePlace['textOf'],
): Proposal[] {
  if (node.operator !== '??' || node.right.type !== 'CallExpression') return [];
  const [left, right] = [textOf(node.left), textOf(node.right)];
  const change = `\`${right}\` is tried before \`${left}\``;
  return [replace('halves-swapped', node, `(${right} ?? ${left})`, change)];
}

const opposites: Readonly<Record<string, string>> = { '===': '!==', '!==': '===' };

function changeComparison(
  node: Extract<AnyNode, { type: 'BinaryExpression' }>,
  above: readonly AnyNode[],
  textOf: NodePlace['textOf'],
): Proposal[] {
  const [left, right] = [textOf(node.left), textOf(node.right)];
  const opposite = opposites[node.operator];
  if (opposite === undefined || isPartOfTest(node, above)) return [];
  return [
    replace(
      'comparison-negated',
      node,
      `${left} ${opposite} ${right}`,
      `\`${textOf(node)}\` is turned round`,
    ),
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
  when?: ConditionOutcome,
): Proposal {
  return { operator, change, edits: [{ start, end, text }], ...(when ? { when } : {}) };
}
