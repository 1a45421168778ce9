import path from 'node:path';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';
import { UsageError } from '../../model/usage-error.ts';
import { readRegisters } from '../../suite/sources/read-registers.ts';

const head = `title: A document
address: https://example.com/doc
counted: { release: '1', repository: a/doc, revision: v1, path: doc.md, blob: '${'0'.repeat(40)}' }
counting: each sentence counts
reasons: { example: shown elsewhere }
sections:
`;

const sections = `  - section: S
    statements:
      1: a gist
      2: { gist: an example, class: example }
  - section: T
    class: host-defined
    reason: it is the system's
    statements:
      1: another gist
      2: { gist: known, class: informative, reason: introduces the rest }
`;

test('a register is read with places, and reasons that are given once', async (t) => {
  const folder = t.testdir({ statements: { 'doc.yaml': head + sections } });
  const [register] = readRegisters(folder);
  t.match(register, { source: 'doc', title: 'A document' });
  t.match(register?.statements, [
    { source: 'doc', section: 'S', statement: 1, gist: 'a gist', class: undefined, line: 9 },
    { section: 'S', statement: 2, class: 'example', reason: 'shown elsewhere', line: 10 },
    { section: 'T', statement: 1, class: 'host-defined', reason: "it is the system's", line: 15 },
    { section: 'T', statement: 2, class: 'informative', reason: 'introduces the rest', line: 16 },
  ]);
  t.strictSame(readRegisters(path.join(folder, 'none')), []);
});

test('a register that is not one is refused with file and line', async (t) => {
  const faults = [
    [head + sections.replace('1: a gist', '3: a gist'), /doc\.yaml:8: .*numbered 1, 2, 3/],
    [
      head + sections.replace('class: host-defined', 'class: boring'),
      /doc\.yaml:12: expected a register of statements; .*: sections\.1\.class/,
    ],
    [
      head + sections.replace('section: T', 'section: S'),
      /doc\.yaml:6: .*: sections: expected each section once/,
    ],
    [
      head.replace(/, blob: '0+'/, '') + sections,
      /doc\.yaml:3: .*: counted: expected a pin with a blob or words/,
    ],
    [head.replace(/^counted.*\n/m, '') + sections, /doc\.yaml:1: .*: counted/],
    ['- [\n', /doc\.yaml:\d/],
  ] as const;
  for (const [text, message] of faults) {
    const folder = t.testdir({ statements: { 'doc.yaml': text } });
    const error = t.throws(() => readRegisters(folder));
    t.type(error, UsageError);
    t.match(String(error), message);
  }
});

test('every source of the specification is pinned', async (t) => {
  const names = readRegisters(path.join(packageRoot, 'spec')).map(({ source }) => source);
  t.strictSame(names, [
    'deployd-modules',
    'node-24-esm',
    'node-24-modules',
    'node-24-packages',
    'node-modules',
  ]);
});
