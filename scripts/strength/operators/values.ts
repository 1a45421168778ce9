// Faults of values: another constant, a list without one of its items, a pattern that matches too much or nothing.

import type { AnyNode } from 'acorn';
import type { Proposal } from '../fault.ts';
import { isToldToTrace, type NodePlace } from '../syntax.ts';

export function changeValues(place: NodePlace): Proposal[] {
  const { node, above } = place;
  if (isToldToTrace(node, above) || isInTable(node, above)) return [];
  switch (node.type) {
    case 'Literal':
      return changeLiteral(node, above[0]);
    case 'TemplateLiteral':
      return dropInterpolations(node, above[0]);
    case 'ArrayExpression':
      return changeList(place, node);
    case 'BinaryExpression':
      return changeSum(place, node);
    default:
      return [];
  }
}

/** Of tables, which are lists of lists or long ones, whole items are dropped. */
function isInTable(node: AnyNode, above: readonly AnyNode[]): boolean {
  return above.some((list) => {
    if (list.type !== 'ArrayExpression') return false;
    const isRow = node.type === 'ArrayExpression' || list !== above[0];
    return isRow || list.elements.length > longList;
  });
}

const longList = 8;

type Literal = Extract<AnyNode, { type: 'Literal' }>;

function changeLiteral(node: Literal, parent: AnyNode | undefined): Proposal[] {
  if (node.regex) return changePattern(node, node.regex);
  if (typeof node.value === 'boolean') return [replace('flag-flipped', node, String(!node.value))];
  if (typeof node.value !== 'string' || isCompared(node, parent)) return [];
  if (isMessage(node.value) || isStep(node.value) || node.value === 'utf8' || node.value === '') return [];
  return [replace('constant-changed', node, JSON.stringify(`${node.value}~`))];
}

/** Verdicts do not depend on the texts of errors. */
function isMessage(text: string): boolean {
  return /[a-z"'] [a-z"'\\]/i.test(text);
}

/** What only the trace uses. */
function isStep(text: string): boolean {
  return /^(?:(?:LOAD|LOOKUP|PACKAGE|PATTERN|RESOLVE)_|REQUIRE)/.test(text);
}

/** A comparison with another constant is never equal, which is a fault of the condition. */
function isCompared(node: AnyNode, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'BinaryExpression':
      return /^[!=]==$/.test(parent.operator);
    case 'LogicalExpression':
      return parent.operator === '??' && parent.right === node;
    case 'Property':
      return parent.key === node;
    case 'MemberExpression':
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return true;
    default:
      return false;
  }
}

function changePattern(node: Literal, { pattern, flags }: { pattern: string; flags: string }): Proposal[] {
  const own = `/${pattern}/${flags}`;
  const variants = [
    ['pattern-never-matches', `/(?!)/${flags}`],
    ['case-of-letters-counts', `/${pattern}/${flags.replace('i', '')}`],
  ] as const;
  return variants
    .filter(([, text]) => text !== own)
    .map(([operator, text]) => replace(operator, node, text, `\`${own}\` is \`${text}\``));
}

/** Two things have the same key if a part of the key is left out. */
function dropInterpolations(
  node: Extract<AnyNode, { type: 'TemplateLiteral' }>,
  parent: AnyNode | undefined,
): Proposal[] {
  if (parent?.type === 'TaggedTemplateExpression') return [];
  if (node.quasis.some(({ value }) => isMessage(value.raw) || /[A-Za-z]:? $/.test(value.raw))) return [];
  return node.expressions.map(({ start, end }) =>
    replace('part-of-text-dropped', { start, end }, "''", 'a part of the text is left out'),
  );
}

function changeList({ textOf }: NodePlace, node: Extract<AnyNode, { type: 'ArrayExpression' }>): Proposal[] {
  if (isStrings(node) && node.elements.length > longList) return [];
  const items = node.elements.flatMap((item) => (item ? [textOf(item)] : []));
  const write = (list: readonly string[]) => `[${list.join(', ')}]`;
  const dropped = items.map((item, index) =>
    replace(
      'item-dropped',
      node,
      write(items.filter((_, other) => other !== index)),
      `\`${item}\` is missing in the list`,
    ),
  );
  const swapped = items
    .slice(1)
    .map((item, index) =>
      replace(
        'items-swapped',
        node,
        write([...items.slice(0, index), item, items[index] ?? '', ...items.slice(index + 2)]),
        `\`${item}\` comes before \`${items[index]}\` in the list`,
      ),
    );
  return isOrdered(node) ? [...dropped, ...swapped] : dropped;
}

function isStrings({ elements }: Extract<AnyNode, { type: 'ArrayExpression' }>): boolean {
  return elements.every((item) => item?.type === 'Literal');
}

/** Lists that are put together, and those of extensions and files; the order of others means nothing. */
function isOrdered({ elements }: Extract<AnyNode, { type: 'ArrayExpression' }>): boolean {
  if (elements.some((item) => item?.type === 'SpreadElement')) return true;
  return elements.every((item) => item?.type === 'Literal' && /^(?:index)?\.\w+$/.test(String(item.value)));
}

function changeSum({ textOf }: NodePlace, node: Extract<AnyNode, { type: 'BinaryExpression' }>): Proposal[] {
  if (node.operator !== '+' || (node.right.type === 'Literal' && typeof node.right.value === 'number'))
    return [];
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return [replace('nothing-appended', node, `(${left})`, `\`${right}\` is not appended to \`${left}\``)];
}

function replace(
  operator: string,
  {
    start,
    end,
    ...node
  }: { readonly start: number; readonly end: number; readonly raw?: string | undefined },
  text: string,
  change = `\`${node.raw}\` is \`${text}\``,
): Proposal {
  return { operator, change, edits: [{ start, end, text }] };
}
