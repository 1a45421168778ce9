// Writes dist/types/: the declarations that the exported entry points reach, and no others, in few files. Types that are inferred
// from schemas are written out, with what the schemas describe, so that a user of the types needs no schema library.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareTypes } from './declare-types.mjs';

/**
 * @param modules the folder with the compiled modules and all their declarations
 * @param target the folder to write to
 * @param entries the names of the files to write, and for each the path of a declaration, such as `api/index.d.ts`
 * @param shared the name of the file with all that these reach
 */
export async function writeDeclarations(modules, target, entries, shared) {
  const declarations = reached(modules, Object.values(entries));
  const starts = Object.values(entries);
  const others = [...declarations].filter(([file]) => !starts.includes(file));
  const schemas = new Map();
  for (const [file, text] of declarations)
    for (const { type, schema } of inferredIn(text))
      schemas.set(type, (await import(pathToFileURL(compiled(modules, file)).href))[schema]);
  const texts = [...others.map(([file, text]) => plainDeclarations(file, text)), declareTypes(schemas)];
  checkNames(texts);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, shared), `${texts.join('')}export {};\n`);
  for (const [name, file] of Object.entries(entries))
    writeFileSync(path.join(target, name), importedFrom(shared, declarations.get(file)));
}

/** The texts of the declarations, by their paths. */
function reached(modules, entries) {
  const texts = new Map();
  const wanted = [...entries];
  for (const file of wanted) {
    if (texts.has(file)) continue;
    const text = readFileSync(path.join(modules, file), 'utf8');
    texts.set(file, text);
    wanted.push(...importsIn(file, text));
  }
  return texts;
}

function importsIn(file, text) {
  const found = [...text.matchAll(/(?:\bfrom |\bimport\()['"](\.[^'"]+)['"]/g)];
  return found.map(([, to]) => path.posix.join(path.posix.dirname(file), to.replace(/\.[jt]s$/, '.d.ts')));
}

function compiled(modules, file) {
  return path.join(modules, file.replace(/\.d\.ts$/, '.js'));
}

const inferred = /^export type (\w+) = z\.infer<typeof (\w+)>;\n/gm;

function inferredIn(text) {
  return [...text.matchAll(inferred)].map(([, type, schema]) => ({ type, schema }));
}

/** A statement ends at the first line that is not indented, or on its own line. */
const schemaStatement =
  /^(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export declare const \w+: z\.(?:.*;\n|[\s\S]*?\n\S.*;\n)/gm;

/** What a file declares, without schemas, and without imports: everything lies in one file. */
function plainDeclarations(file, text) {
  const left = text
    .replace(schemaStatement, '')
    .replace(inferred, '')
    .replace(/^import [^;]*;\n/gm, '')
    .replace(/^export (?:type )?\{[^}]*\}(?: from '[^']*')?;\n/gm, '');
  if (/\bz\./.test(left)) throw new Error(`${file}: a schema is left in its declarations:\n${left}`);
  return left;
}

function checkNames(texts) {
  const statement = /^(?:export )?(?:declare )?(?:abstract )?(?:const|class|function|interface|type) (\w+)/gm;
  // A function with several signatures is declared several times.
  const names = texts.flatMap((text) => [...new Set([...text.matchAll(statement)].map(([, name]) => name))]);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Error(`dist/types: two modules declare ${twice.join(', ')}; rename one`);
}

function importedFrom(shared, text) {
  return text.replace(/ from '\.[^']*'/g, ` from './${shared.replace(/\.d\.ts$/, '.js')}'`);
}
