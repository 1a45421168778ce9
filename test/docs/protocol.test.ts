// docs/protocol.md against the schemas that are shipped.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { test } from 'tap';
import { currentEdition } from '../../model/editions.ts';
import { packageRoot } from '../../model/package-root.ts';
import { codeBlocks } from './blocks.ts';

const page = path.join(packageRoot, 'docs', 'protocol.md');
const lines = readFileSync(page, 'utf8').split('\n');
const schemas = path.join(packageRoot, 'schemas');

/** The schema that is named last before a line. */
function schemaAbove(line: number): string {
  const named = lines
    .slice(0, line)
    .join('\n')
    .matchAll(/\(\.\.\/schemas\/([\w-]+\.schema\.json)\)/g);
  return [...named].at(-1)?.[1] ?? '';
}

function validatorOf(schema: string) {
  return new Ajv2020().compile(JSON.parse(readFileSync(path.join(schemas, schema), 'utf8')));
}

const examples = codeBlocks(page).filter(({ language }) => language === 'json');

/** Schemas of files that the user writes or gets, not of messages to adapters. */
const others = ['baseline.schema.json', 'history.schema.json', 'project.schema.json'];

test('every schema of a message is named, and shown by an example', async (t) => {
  const ofMessages = readdirSync(schemas).filter((name) => !others.includes(name));
  t.strictSame([...new Set(examples.map(({ line }) => schemaAbove(line)))].sort(), ofMessages.sort());
});

for (const { line, text } of examples) {
  const schema = schemaAbove(line);
  test(`the example at line ${line} keeps to ${schema}`, async (t) => {
    const validate = validatorOf(schema);
    t.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
  });
}

test('the page names the edition of a loader that names none', async (t) => {
  t.ok(lines.some((line) => line.includes(`without it, it is \`${currentEdition}\``)));
});

test('an example that does not would be noticed', async (t) => {
  t.notOk(validatorOf('run-reply.schema.json')({ seq: 1, answers: [{ kind: 'file' }] }));
});
