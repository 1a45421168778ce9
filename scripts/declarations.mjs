// Writes dist/types/: the declarations that the exported entry points reach, and no others. Types that are inferred from schemas are
// written out, with what the schemas describe, so that a user of the types needs no schema library.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareTypes } from './declare-types.mjs';

/** The file with the types of all schemas. */
const dataFile = 'model/data.d.ts';

/**
 * @param dist the folder with the compiled modules and all their declarations
 * @param entries paths below it, such as `api/index.d.ts`
 */
export async function writeDeclarations(dist, entries) {
  const declarations = reached(dist, entries);
  const schemas = new Map();
  for (const [file, text] of declarations)
    for (const { type, schema } of inferredIn(text))
      schemas.set(type, (await import(pathToFileURL(compiled(dist, file)).href))[schema]);
  const target = path.join(dist, 'types');
  for (const [file, text] of declarations) write(target, file, withoutSchemas(file, text));
  write(target, dataFile, declareTypes(schemas));
}

/** The texts of the declarations, by their paths. */
function reached(dist, entries) {
  const texts = new Map();
  const wanted = [...entries];
  for (const file of wanted) {
    if (texts.has(file)) continue;
    const text = readFileSync(path.join(dist, file), 'utf8');
    texts.set(file, text);
    wanted.push(...importsIn(file, text));
  }
  return texts;
}

function importsIn(file, text) {
  const found = [...text.matchAll(/(?:\bfrom |\bimport\()['"](\.[^'"]+)['"]/g)];
  return found.map(([, to]) => path.posix.join(path.posix.dirname(file), to.replace(/\.[jt]s$/, '.d.ts')));
}

function compiled(dist, file) {
  return path.join(dist, file.replace(/\.d\.ts$/, '.js'));
}

const inferred = /^export type (\w+) = z\.infer<typeof (\w+)>;\n/gm;

function inferredIn(text) {
  return [...text.matchAll(inferred)].map(([, type, schema]) => ({ type, schema }));
}

/** A statement ends at the first line that is not indented, or on its own line. */
const schemaStatement =
  /^(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export declare const \w+: z\.(?:.*;\n|[\s\S]*?\n\S.*;\n)/gm;

function withoutSchemas(file, text) {
  const types = inferredIn(text).map(({ type }) => type);
  const left = text
    .replace(schemaStatement, '')
    .replace(inferred, '')
    .replace(/^import \* as z from 'zod';\n/m, '')
    .replace(/(\bfrom |\bimport\()(['"])(\.[^'"]+)\.ts\2/g, '$1$2$3.js$2');
  if (/\bz\./.test(left)) throw new Error(`${file}: a schema is left in its declarations:\n${left}`);
  if (types.length === 0) return left;
  const from = relative(file, dataFile);
  const list = types.join(', ');
  return `import type { ${list} } from '${from}';\nexport type { ${list} };\n${left}`;
}

function relative(from, to) {
  const found = path.posix.relative(path.posix.dirname(from), to.replace(/\.d\.ts$/, '.js'));
  return found.startsWith('.') ? found : `./${found}`;
}

function write(folder, file, text) {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
