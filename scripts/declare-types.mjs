// Writes schemas as TypeScript: a type for each, which refers to the others by name, with the descriptions as comments.

import * as z from 'zod';

/** @param schemas by the names of their types */
export function declareTypes(schemas) {
  const names = z.registry();
  for (const [name, schema] of schemas) names.add(schema, { id: name });
  const { schemas: written } = z.toJSONSchema(names, { uri: (id) => id });
  return [...schemas.keys()]
    .sort()
    .map((name) => declare(name, written[name]))
    .join('\n');
}

function declare(name, schema) {
  return `${comment(schema, '')}export type ${name} = ${typeOf(schema, '')};\n`;
}

function typeOf(schema, indent) {
  if (schema.$ref !== undefined) return schema.$ref;
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return options.map((one) => optionOf(one, indent)).join('');
  switch (schema.type) {
    case 'object':
      return objectOf(schema, indent);
    case 'array':
      return `Array<${typeOf(schema.items, indent)}>`;
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    default:
      throw new Error(`no type is known for ${JSON.stringify(schema)}`);
  }
}

function optionOf(schema, indent) {
  const inner = `${indent}  `;
  return `\n${comment(schema, inner)}${inner}| ${typeOf(schema, inner)}`;
}

function objectOf({ properties, required = [], additionalProperties }, indent) {
  const inner = `${indent}  `;
  if (!properties) return `Record<string, ${typeOf(additionalProperties, indent)}>`;
  const members = Object.entries(properties).map(([name, schema]) => {
    const key = /^[$\w]+$/.test(name) ? name : literal(name);
    const mark = required.includes(name) ? '' : '?';
    const absent = required.includes(name) ? '' : ' | undefined';
    return `${comment(schema, inner)}${inner}${key}${mark}: ${typeOf(schema, inner)}${absent};\n`;
  });
  return `{\n${members.join('')}${indent}}`;
}

function comment({ description }, indent) {
  if (description === undefined) return '';
  return `${indent}/** ${description.replaceAll('*/', '*\\/')} */\n`;
}

function literal(value) {
  return typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : String(value);
}
