// Files that are cut off, of another version, too large or no text at all: one line says where and what.

import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Test, test } from 'tap';
import { readRun } from '../../api/read-run.ts';
import { baselineSchema } from '../../harness/baseline/baseline.ts';
import { readYaml } from '../../model/input/read-located.ts';
import { largestWritten } from '../../model/input/read-text.ts';
import { readCases } from '../../suite/cases/read-cases.ts';
import { readPages } from '../../suite/pages/read-pages.ts';
import { modspec, scratchFolder } from '../cli/modspec.ts';
import { sampleCatalog, sampleRun } from '../reports/sample-run.ts';

const run = JSON.stringify(sampleRun({ mine: {} }), null, 1);
const aliases = Array.from(
  { length: 9 },
  (_, depth) => `a${depth + 1}: &a${depth + 1} [${`*a${depth},`.repeat(9)}]`,
);

const readers = {
  run: (file: string) => readRun(file, { catalog: sampleCatalog }),
  'case file': (file: string) => readCases(path.dirname(file)),
  page: (file: string) => readPages(file),
  baseline: (file: string) => readYaml(file, baselineSchema, 'a baseline'),
};

const refused: [what: keyof typeof readers, why: string, content: string | Buffer, message: RegExp][] = [
  ['run', 'cut off', run.slice(0, 300), /:17: expected a run of format 1.*; this is not JSON/],
  [
    'run',
    'of another version',
    run.replace('"format": 2', '"format": 3'),
    /:4: .* format 1 or 2.*: header\.format: .*expected 2/,
  ],
  ['run', 'empty', '', /:1: expected a run.*; this is not JSON/],
  [
    'run',
    'nested deep',
    `{"header":\n${'['.repeat(100_000)}`,
    /:2: expected a run.*; found values nested more/,
  ],
  ['run', 'with a word too many', `${run}\nnull`, /: expected a run.*; this is not JSON/],
  ['run', 'of bytes', Buffer.from([0x7b, 0x0a, 0xff, 0xfe]), /:2: expected UTF-8 text/],
  ['run', 'a list of runs', `[${run}]`, /:1: expected a run of format 1/],
  ['case file', 'cut off', '{\n  "format": 1,\n  "page": "a', /:3: expected a case file.*; this is not JSON/],
  [
    'case file',
    'of another version',
    '{ "$schema": "",\n"format": 2 }',
    /:2: expected a case file of format 1.*: format/,
  ],
  ['page', 'of bytes', Buffer.from([0x2d, 0x2d, 0x0a, 0x0a, 0xff]), /:3: expected UTF-8 text/],
  ['page', 'without front matter', '# T\n', /:1: a page opens with YAML front matter/],
  [
    'page',
    'with hostile front matter',
    `---\na0: &a0 [x]\n${aliases.join('\n')}\n---\n`,
    /:\d+: front matter is not/,
  ],
  [
    'baseline',
    'cut off',
    'implementations:\n  - name: "x',
    /:2: expected a baseline; this is not YAML: Missing closing/,
  ],
  [
    'baseline',
    'that grows',
    `a0: &a0 [x]\n${aliases.join('\n')}\n`,
    /:1: cannot read this as YAML: Excessive alias count/,
  ],
  ['baseline', 'nested deep', '['.repeat(20_000), /:1: /],
];

async function refuse(t: Test, what: keyof typeof readers, file: string, message: RegExp): Promise<void> {
  try {
    await readers[what](file);
    t.fail('it was read');
  } catch (error) {
    t.match(error, { name: 'UsageError', message }, (error as Error).message);
    t.notMatch((error as Error).message, /\n/);
    t.ok((error as Error).message.startsWith(file));
  }
}

for (const [what, why, content, message] of refused) {
  test(`a ${what}: ${why}`, async (t) => {
    const file = path.join(scratchFolder(t), what === 'page' ? 'p.md' : 'x.json');
    writeFileSync(file, content);
    await refuse(t, what, file, message);
  });
}

test('what is far too large is not read', async (t) => {
  const file = path.join(scratchFolder(t), 'p.md');
  writeFileSync(file, '');
  truncateSync(file, largestWritten + 1);
  await refuse(t, 'page', file, /expected at most 4194304 bytes; found 4194305/);
  await refuse(t, 'baseline', file, /found 4194305/);
});

test('on the command line it is one line and exit code 2', async (t) => {
  const file = path.join(scratchFolder(t), 'x.json');
  writeFileSync(file, '{\n\u001b[31m');
  for (const args of [
    ['diff', file, file],
    ['merge', file],
    ['report', file, '--out', '/dev/null'],
    ['run', '--impl', 'node', '--baseline', file],
    ['run', '--impl', 'node', '--spec', file],
  ]) {
    const { exitCode, stdout, stderr } = await modspec(args);
    t.match({ exitCode, stdout }, { exitCode: 2, stdout: '' }, args.join(' '));
    t.match(stderr, /^modspec: \S+x\.json(:\d+)?: .+\n$/);
    t.notOk(stderr.includes('\u001b'), 'no control characters');
  }
});
