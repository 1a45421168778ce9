// Faults of flags: an edition that goes on doing what those before it do, or a first one that does something else.

import type { AnyNode, ObjectExpression, Property } from 'acorn';
import type { Proposal } from '../fault.ts';
import { flagOf, type NodePlace, propertyKey } from '../syntax.ts';

export function changeFlags({ node, above, textOf }: NodePlace): Proposal[] {
  const flag = flagOf(node, above);
  if (flag === undefined || node.type !== 'ObjectExpression') return [];
  const properties = node.properties.filter((property) => property.type === 'Property');
  const columns = properties.map(propertyKey);
  return properties.flatMap((property, position): Proposal[] => {
    const entry = { flag, column: columns[position] ?? '', columns };
    return position > 0 ? [dropEntry(property, entry, textOf)] : changeEntry(property, node, entry, textOf);
  });
}

function dropEntry(property: Property, entry: Entry, textOf: NodePlace['textOf']): Proposal {
  const change = `${entry.flag} does not become \`${textOf(property.value)}\` in ${entry.column}`;
  return { operator: 'entry-dropped', change, edits: [{ ...spanOf(property), text: '...{}' }], entry };
}

/** Another value that the same flag has later. */
function changeEntry(
  property: Property,
  history: ObjectExpression,
  entry: Entry,
  textOf: NodePlace['textOf'],
): Proposal[] {
  const own = textOf(property.value);
  const others = history.properties.flatMap((other) =>
    other.type === 'Property' ? textOf(other.value) : [],
  );
  const other = others.find((value) => value !== own);
  if (other === undefined) return [];
  const change = `${entry.flag} begins as \`${other}\`, not as \`${own}\``;
  return [{ operator: 'entry-changed', change, edits: [{ ...spanOf(property.value), text: other }], entry }];
}

type Entry = NonNullable<Proposal['entry']>;

function spanOf({ start, end }: AnyNode): { start: number; end: number } {
  return { start, end };
}
