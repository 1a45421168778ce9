import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { test } from 'tap';

const folder = new URL('../../harness/hosts/', import.meta.url);

test('what runs inside old Nodes is plain ES5', async (t) => {
  for (const name of ['host.cjs', 'put-back.cjs', 'thread.cjs', 'node-host.cjs']) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    t.ok(parse(text, { ecmaVersion: 5, sourceType: 'script', allowHashBang: true }), name);
  }
});
