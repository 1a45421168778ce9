import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { publishedSchemas } from '../harness/published-schemas.ts';
import { packageRoot } from '../model/package-root.ts';

const folder = path.join(packageRoot, 'schemas');

test("the committed schemas are what the code checks; 'npm run generate:schemas' writes them", async (t) => {
  const files = publishedSchemas();
  t.strictSame(readdirSync(folder).sort(), files.map(({ name }) => name).sort());
  for (const { name, text } of files) t.equal(readFileSync(path.join(folder, name), 'utf8'), text, name);
});
