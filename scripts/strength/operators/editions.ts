// Faults of the tables of behaviours: an edition that keeps what the one before it did, or a first one that is wrong.

import type { AnyNode, Property } from 'acorn';
import type { Proposal } from '../fault.ts';
import { type Place, tableOf } from '../syntax.ts';

export function changeEditions({ node, above, textOf }: Place): Proposal[] {
  if (node.type !== 'ObjectExpression' || above[0]?.type !== 'VariableDeclarator') return [];
  const object = tableOf(above[0], above);
  if (object === undefined) return [];
  const entries = node.properties.filter((property) => property.type === 'Property');
  const isFirst = entries.length === node.properties.length;
  return entries.flatMap((property): Proposal[] => {
    const key = textOf(property.key);
    const entry = { object, key };
    if (!isFirst) {
      const change = `${object} keeps the \`${key}\` of the edition it is made from, not \`${textOf(property.value)}\``;
      return [{ operator: 'entry-dropped', change, edits: [{ ...spanOf(property), text: `...{}` }], entry }];
    }
    const other = otherValue(property, above.at(-1), textOf);
    const change = `the \`${key}\` of ${object} is \`${other}\`, not \`${textOf(property.value)}\``;
    return other === undefined
      ? []
      : [{ operator: 'entry-changed', change, edits: [{ ...spanOf(property.value), text: other }], entry }];
  });
}

/** Another value that the same table has for the key. */
function otherValue(
  property: Property,
  program: AnyNode | undefined,
  textOf: Place['textOf'],
): string | undefined {
  const own = textOf(property.value);
  if (own === 'true' || own === 'false') return own === 'true' ? 'false' : 'true';
  const others = propertiesIn(program).filter(
    (other) => textOf(other.key) === textOf(property.key) && textOf(other.value) !== own,
  );
  return others[0] && textOf(others[0].value);
}

function propertiesIn(program: AnyNode | undefined): Property[] {
  if (program?.type !== 'Program') return [];
  return program.body
    .flatMap((statement) => (statement.type === 'VariableDeclaration' ? statement.declarations : []))
    .flatMap(({ init }) => (init?.type === 'ObjectExpression' ? init.properties : []))
    .filter((property) => property.type === 'Property');
}

function spanOf({ start, end }: AnyNode): { start: number; end: number } {
  return { start, end };
}
