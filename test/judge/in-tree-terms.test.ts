import path from 'node:path';
import { test } from 'tap';
import { inTreeTerms } from '../../harness/judge/in-tree-terms.ts';
import { observe } from '../../harness/judge/observe.ts';

const root = 'Z:\\a b\\3';

const shown: [text: string, as: string][] = [
  ['Z:\\a b\\3\\lib\\x.js', '<tree>/lib/x.js'],
  ['Z:\\a b\\3', '<tree>'],
  ['"Z:\\\\a b\\\\3\\\\my lib\\\\x.js", "\\n"', '"<tree>/my lib/x.js", "\\n"'],
  ["[ 'Z:\\\\a b\\\\3\\\\x.js' ] a\\b", "[ '<tree>/x.js' ] a\\b"],
  ['Z:/a b/3/lib/x.js', '<tree>/lib/x.js'],
  ['Z:/a b/3\\lib\\x.js', '<tree>/lib/x.js'],
  ['file:///Z:/a%20b/3/lib/x.js', 'file://<tree>/lib/x.js'],
  ['Z:\\a b\\3\\x.js:1:2\n    at f (Z:\\a b\\3\\y.js:3)\\', '<tree>/x.js:1:2\n    at f (<tree>/y.js:3)\\'],
  ['Z:\\a b\\3\\x;Z:\\a b\\3\\y;Z:\\c', '<tree>/x;<tree>/y;Z:\\c'],
  ['Z:\\a b\\node_modules', 'Z:\\a b\\node_modules'],
  ['z:\\a b\\3\\x.js', 'z:\\a b\\3\\x.js'],
  ['lib\\x.js', 'lib\\x.js'],
];
for (const [text, as] of shown) {
  test(`on Windows ${JSON.stringify(text)} is shown as ${as}`, async (t) => {
    t.equal(inTreeTerms(root, text, path.win32), as);
  });
}

test('elsewhere a backslash is part of a name', async (t) => {
  t.equal(inTreeTerms('/t', '/t/a\\b file:///t/x', path.posix), '<tree>/a\\b file://<tree>/x');
  t.equal(inTreeTerms('/a b', 'file:///a%20b/x', path.posix), 'file://<tree>/x');
});

test('answers, printed text and messages are all shown so', async (t) => {
  const error = { name: 'Error', message: "Cannot find 'Z:\\a b\\3\\x'" };
  t.strictSame(observe(root, { kind: 'file', path: 'Z:\\a b\\3\\lib\\x.js' }, path.win32), {
    kind: 'file',
    path: 'lib/x.js',
  });
  t.match(observe(root, { kind: 'file', path: 'Z:/a b/3/lib/x.js' }, path.win32), { kind: 'outside' });
  t.match(observe(root, { kind: 'run', stdout: 'Z:\\a b\\3\\x\r\n', exitCode: 1, error }, path.win32), {
    stdout: '<tree>/x\n',
    error: { message: "Cannot find '<tree>/x'" },
  });
});
