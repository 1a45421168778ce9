// Asks each real Node line every question about error texts, and writes what it answered into the record with which a test
// compares the reference: `npm run record:texts`.

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { fetchNode } from '../harness/adapters/node-adapter.ts';
import { releasedEditions } from '../model/editions.ts';
import { packageRoot } from '../model/package-root.ts';
import {
  asked,
  entryOf,
  normalize,
  type ToldAnswer,
  writeTree,
} from '../test/reference/error-texts/answers.ts';
import { recordFile } from '../test/reference/error-texts/record.ts';

const record: Record<string, Record<string, ToldAnswer>> = Object.fromEntries(
  asked.map((name) => [name, {}]),
);
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'error-texts-')));
const asker = path.join(packageRoot, 'scripts', 'error-texts', 'ask-node.cjs');
let before: ToldAnswer[] = [];
for (const { line = '', verifiedOn = [] } of releasedEditions('node')) {
  const binary = await fetchNode(verifiedOn[0] ?? line, {});
  const answers = await answersOf(line, binary);
  for (const [index, answer] of answers.entries()) {
    const isNew = JSON.stringify(answer) !== JSON.stringify(before[index]);
    if (isNew) Object.assign(record[asked[index] ?? ''] ?? {}, { [`node ${line}`]: answer });
  }
  before = answers;
  process.stdout.write(`node ${line}\n`);
}
rmSync(folder, { recursive: true });
writeFileSync(recordFile, `${JSON.stringify(record, null, 1)}\n`);

async function answersOf(line: string, binary: string): Promise<ToldAnswer[]> {
  const place = writeTree(path.join(folder, `node-${line}`));
  const { stdout } = await execa(binary, [asker, place, ...asked.map(entryOf)], {
    env: { HOME: folder },
    extendEnv: false,
  });
  const told = stdout.split('\n').map((line) => JSON.parse(line));
  if (told.length !== asked.length)
    throw new Error(`${binary} answered ${told.length} questions of ${asked.length}`);
  return told.map(({ root, answer }) => normalize(answer, root));
}
