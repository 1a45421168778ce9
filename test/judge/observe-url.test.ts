import path from 'node:path';
import { test } from 'tap';
import { observeUrl } from '../../harness/judge/observe-url.ts';
import type { Observation } from '../../model/observation.ts';

const observed: [url: string, as: Observation][] = [
  ['file:///tree/a/x.mjs', { kind: 'file', path: 'a/x.mjs' }],
  ['file:///tree/a%20b%25.mjs', { kind: 'file', path: 'a b%.mjs' }],
  ['file:///tree/x.mjs?a#b', { kind: 'file', path: 'x.mjs', suffix: '?a#b' }],
  ['file:///tree/x%3Fa.mjs', { kind: 'file', path: 'x?a.mjs' }],
  ['file:///tree/%78.mjs', { kind: 'url', url: 'file://<tree>/%78.mjs' }],
  ['file:///tree/a%2fb.mjs', { kind: 'url', url: 'file://<tree>/a%2fb.mjs' }],
  ['file:///trees/x.mjs', { kind: 'url', url: 'file://<tree>s/x.mjs' }],
  ['file://host/tree/x.mjs', { kind: 'url', url: 'file://host<tree>/x.mjs' }],
  ['node:fs', { kind: 'builtin', name: 'fs' }],
  ['data:text/javascript,1', { kind: 'url', url: 'data:text/javascript,1' }],
];
for (const [url, as] of observed) {
  test(`${url} is ${as.kind}`, async (t) => {
    t.strictSame(observeUrl('/tree', url), as);
  });
}

const onWindows: [url: string, as: Observation][] = [
  ['file:///Z:/a%20b/1/lib/x.mjs?a', { kind: 'file', path: 'lib/x.mjs', suffix: '?a' }],
  ['file:///Z:/a%20b/1/%78.mjs', { kind: 'url', url: 'file://<tree>/%78.mjs' }],
  ['file:///z:/a%20b/1/x.mjs', { kind: 'url', url: 'file:///z:/a%20b/1/x.mjs' }],
  ['file:///Z:/other/x.mjs', { kind: 'url', url: 'file:///Z:/other/x.mjs' }],
];
for (const [url, as] of onWindows) {
  test(`on Windows ${url} is ${as.kind}`, async (t) => {
    t.strictSame(observeUrl('Z:\\a b\\1', url, path.win32), as);
  });
}
