import { test } from 'tap';
import { scanRequires } from '../../analysis/steps/scan-requires.ts';

test('literal specifiers are found, each once', async (t) => {
  const text = "var a = require('./a'), b = require(\"b\");\nrequire.resolve('./c'); require('./a');";
  t.strictSame(scanRequires(text), ['./a', 'b', './c']);
});

test('comments, strings, computed specifiers and other functions are not', async (t) => {
  const text =
    "// require('./a')\nvar s = \"require('./b')\"; require(s); other.require('./c'); load('./d');";
  t.strictSame(scanRequires(text), []);
});

test('modules, hashbangs and text that is no JavaScript are read as well', async (t) => {
  t.strictSame(scanRequires("import x from 'x';\nawait require('./a');"), ['./a']);
  t.strictSame(scanRequires("#!/usr/bin/env node\nreturn require('./a');"), ['./a']);
  t.strictSame(scanRequires('let a: string = require(\'./a\'); <b>{require("c")}</b>'), ['./a', 'c']);
});
