// The syntax tree of a compiled file, as operators see it: a node with what lies above it.

import type { AnyNode, Property } from 'acorn';

export interface NodePlace {
  readonly node: AnyNode;
  /** From the node itself to the program, nearest first. */
  readonly above: readonly AnyNode[];
  readonly textOf: (node: { readonly start: number; readonly end: number }) => string;
}

/** Calls `visit` for every node, outer nodes first, with its ancestors nearest first. */
export function walk(
  node: AnyNode,
  visit: (node: AnyNode, above: readonly AnyNode[]) => void,
  above: readonly AnyNode[] = [],
): void {
  visit(node, above);
  for (const child of childrenOf(node)) walk(child, visit, [node, ...above]);
}

export function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flatMap((value: unknown) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';
}

/** The name of the function that is called, or of the method. */
export function calledName(node: AnyNode | undefined | null): string | undefined {
  if (node?.type !== 'CallExpression') return undefined;
  if (node.callee.type === 'Identifier') return node.callee.name;
  if (node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return undefined;
  return node.callee.property.name;
}

const tracing = new Set([
  'note',
  'noteAbout',
  'noteSkipped',
  'check',
  'checkAbout',
  'checkIs',
  'checkAboutIs',
  'checkRefused',
]);

/** Whether a statement only notes a step for the trace. */
export function isTracing(node: AnyNode): boolean {
  return node.type === 'ExpressionStatement' && tracing.has(calledName(node.expression) ?? '');
}

/** Whether a node is part of what is noted for the trace, rather than of the condition that the note is about. */
export function isToldToTrace(node: AnyNode, above: readonly AnyNode[]): boolean {
  const path = [node, ...above];
  return path.some((inner, index) => {
    const call = path[index + 1];
    if (call?.type !== 'CallExpression' || !tracing.has(calledName(call) ?? '')) return false;
    const position = call.arguments.indexOf(inner as (typeof call.arguments)[number]);
    return !(calledName(call)?.startsWith('check') && position === 2);
  });
}

/** Whether a node is part of a table of flags. */
export function isInFlags(node: AnyNode, above: readonly AnyNode[]): boolean {
  return [node, ...above].some((outer) => outer.type === 'VariableDeclarator' && isFlags(outer.init));
}

/** The flag that a node says everything about; undefined for any other node. */
export function flagOf(node: AnyNode, [parent, table]: readonly AnyNode[]): string | undefined {
  if (parent?.type !== 'Property' || parent.value !== node || !isFlags(table)) return undefined;
  return propertyKey(parent);
}

/** By flag an object with a value for some editions. */
function isFlags(node: AnyNode | undefined | null): boolean {
  if (node?.type !== 'ObjectExpression' || node.properties.length === 0) return false;
  return node.properties.every((flag) => {
    if (flag.type !== 'Property' || flag.value.type !== 'ObjectExpression') return false;
    const [first] = flag.value.properties;
    return first?.type === 'Property' && /^(?:node|deployd)-\d/.test(propertyKey(first));
  });
}

/** The name of a property. */
export function propertyKey({ key }: Pick<Property, 'key'>): string {
  return String(Reflect.get(key, 'name') ?? Reflect.get(key, 'value'));
}

/** The name of the nearest function, method or constant around a node; `top` where there is none. */
export function functionAround(above: readonly AnyNode[]): string {
  for (const node of above) {
    if (node.type === 'FunctionDeclaration' && node.id) return node.id.name;
    if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') {
      if (node.key.type === 'Identifier' || node.key.type === 'PrivateIdentifier') return node.key.name;
    }
    const isTop =
      above.at(above.indexOf(node) + 2)?.type === 'Program' ||
      above.at(above.indexOf(node) + 1)?.type === 'Program';
    if (node.type === 'VariableDeclaration' && isTop) {
      const [first] = node.declarations;
      if (first?.id.type === 'Identifier') return first.id.name;
    }
  }
  return 'top';
}
