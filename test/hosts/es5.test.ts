import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { test } from 'tap';

const folder = new URL('../../harness/hosts/', import.meta.url);

test('what runs inside old Nodes is plain ES5', async (t) => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.cjs') && name !== 'runtime-host.cjs');
  t.ok(names.includes('node-host.cjs'));
  for (const name of names) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    t.ok(parse(text, { ecmaVersion: 5, sourceType: 'script', allowHashBang: true }), name);
  }
});
