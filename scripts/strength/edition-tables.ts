// Which entry of the tables of behaviours an edition goes by: its own, or that of a table that it is made from.

import type { ObjectExpression } from 'acorn';
import type { CompiledFile } from './compiled-reference.ts';
import type { TableEntry } from './fault.ts';
import { walk } from './syntax.ts';

/** Tells whether an entry decides what an edition does. */
export type Decides = (entry: TableEntry, edition: string) => boolean;

export function readEditionTables(file: CompiledFile): Decides {
  const tables = new Map<string, ObjectExpression>();
  walk(file.program, (node) => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return;
    if (node.init?.type === 'ObjectExpression') tables.set(node.id.name, node.init);
  });
  const tableOfEdition = new Map<string, string>();
  for (const property of tables.get('behaviours')?.properties ?? tables.get('editions')?.properties ?? []) {
    if (property.type !== 'Property' || property.value.type !== 'Identifier') continue;
    tableOfEdition.set(keyOf(property.key), property.value.name);
  }
  return ({ object, key }, edition) => holderOf(tables, tableOfEdition.get(edition), key) === object;
}

function holderOf(
  tables: ReadonlyMap<string, ObjectExpression>,
  name: string | undefined,
  key: string,
): string | undefined {
  const table = name === undefined ? undefined : tables.get(name);
  if (!table) return undefined;
  if (table.properties.some((property) => property.type === 'Property' && keyOf(property.key) === key))
    return name;
  const [base] = table.properties.flatMap((property) =>
    property.type === 'SpreadElement' && property.argument.type === 'Identifier'
      ? [property.argument.name]
      : [],
  );
  return holderOf(tables, base, key);
}

function keyOf(key: object): string {
  return String(Reflect.get(key, 'name') ?? Reflect.get(key, 'value'));
}
