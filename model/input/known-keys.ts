// The keys that a schema knows at a place of a value, for messages about unknown ones.

import type * as z from 'zod';

type Schema = z.core.$ZodType;

/** The known keys of the objects that the schema allows at a path; none if it allows any key there. */
export function knownKeysAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  const [key, ...rest] = path;
  const inner = innerOf(schema);
  if (inner.length > 0) return [...new Set(inner.flatMap((one) => knownKeysAt(one, path)))];
  if (key === undefined) return Object.keys(shapeOf(schema));
  const next = shapeOf(schema)[String(key)] ?? elementOf(schema);
  return next === undefined ? [] : knownKeysAt(next, rest);
}

/** What wraps another schema, and the alternatives of a union. */
function innerOf({ _zod: { def } }: Schema): Schema[] {
  const {
    innerType,
    in: input,
    options,
  } = def as {
    innerType?: Schema;
    in?: Schema;
    options?: Schema[];
  };
  return options ?? (innerType ? [innerType] : input ? [input] : []);
}

function shapeOf({ _zod: { def } }: Schema): Record<string, Schema> {
  return (def as { shape?: Record<string, Schema> }).shape ?? {};
}

function elementOf({ _zod: { def } }: Schema): Schema | undefined {
  const { element, valueType } = def as { element?: Schema; valueType?: Schema };
  return element ?? valueType;
}
