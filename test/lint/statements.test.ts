import path from 'node:path';
import { test } from 'tap';
import { readStatements } from '../../harness/lint/statements.ts';
import { UsageError } from '../../harness/usage-error.ts';

test('a register is read with places', async (t) => {
  const folder = t.testdir({
    statements: {
      'doc.yaml':
        '# head\n- section: S\n  statement: 1\n  gist: g\n- section: S\n  statement: 2\n  gist: h\n  class: example\n  reason: r\n',
    },
  });
  t.match(readStatements(folder), [
    { source: 'doc', section: 'S', statement: 1, line: 2 },
    { source: 'doc', statement: 2, class: 'example', line: 5 },
  ]);
  t.strictSame(readStatements(path.join(folder, 'none')), []);
});

test('a register that is not one is refused with file and line', async (t) => {
  const faults = [
    ['- section: S\n  statement: one\n  gist: g\n', /doc\.yaml:1: not a statement: statement/],
    ['- section: S\n  statement: 1\n  gist: g\n  class: boring\n', /doc\.yaml:1: not a statement: class/],
    ['section: S\n', /doc\.yaml:1: a register is a list/],
    ['- [\n', /doc\.yaml:\d: not YAML/],
  ] as const;
  for (const [text, message] of faults) {
    const folder = t.testdir({ statements: { 'doc.yaml': text } });
    const error = t.throws(() => readStatements(folder));
    t.type(error, UsageError);
    t.match(String(error), message);
  }
});
