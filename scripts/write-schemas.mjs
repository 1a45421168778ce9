// Writes schemas/*.json from the schemas in the code, which are the types and the checks too. Needs a build.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishedSchemas } from '../build/harness/published-schemas.js';

const folder = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'schemas');
const files = publishedSchemas();
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder))
  if (!files.some((file) => file.name === name)) rmSync(path.join(folder, name));
for (const { name, text } of files) writeFileSync(path.join(folder, name), text);
console.log(`${files.length} schemas written to schemas`);
