// Git may check files out with CR LF. They mean the same, to the hash.

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import * as z from 'zod';
import { readJson } from '../../model/input/read-json.ts';
import { readYaml } from '../../model/input/read-located.ts';
import { generateCases } from '../../suite/cases/generate-cases.ts';
import { readCases } from '../../suite/cases/read-cases.ts';
import { findStaleCases, writeCases } from '../../suite/cases/write-cases.ts';
import { readIdRegister } from '../../suite/identity/read-id-register.ts';
import { readPages } from '../../suite/pages/read-pages.ts';

const spec = path.resolve('spec');
const folders = ['04-folders', '10-caching', '11-cycles', '15-import'];

function withCrLf(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) withCrLf(file);
    else writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  }
}

test('pages, cases and registers with CR LF are the same pages, cases and registers', async (t) => {
  const copy = path.join(t.testdir({}), 'spec');
  mkdirSync(copy);
  for (const name of folders) cpSync(path.join(spec, name), path.join(copy, name), { recursive: true });
  cpSync(path.join(spec, 'ids.yaml'), path.join(copy, 'ids.yaml'));
  const before = readPages(copy);
  const register = readIdRegister(copy);
  const cases = path.join(copy, '..', 'cases');
  writeCases(cases, generateCases(before));
  const read = readCases(cases);
  withCrLf(copy);
  withCrLf(cases);
  t.strictSame(readPages(copy), before);
  t.strictSame(readCases(cases), read);
  t.strictSame(
    findStaleCases(cases, generateCases(before)),
    [],
    'git has changed the ends of the lines, not the cases',
  );
  t.strictSame([...readIdRegister(copy).keys()], [...register.keys()]);
});

test('what people write by hand may have either', async (t) => {
  const folder = t.testdir({
    'a.yaml': 'text: |\r\n  one\r\n  two\r\nlist:\r\n  - a # why\r\n',
    'a.json': '{\r\n"a": 1\r\n}\r\n',
  });
  const schema = z.object({ text: z.string(), list: z.array(z.string()) });
  t.strictSame(readYaml(path.join(folder, 'a.yaml'), schema, 'a text').value, {
    text: 'one\ntwo\n',
    list: ['a'],
  });
  t.strictSame(readJson(path.join(folder, 'a.json'), z.object({ a: z.number() }), 'a file'), { a: 1 });
});
