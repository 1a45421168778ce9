import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { findEntry } from '../../harness/registry/registry.ts';
import { releasedEditions } from '../../model/editions.ts';
import { runSchema } from '../../model/run.ts';
import { modspec, scratchFolder, smallPage } from './modspec.ts';

const args = (impl: string) => ['run', '--offline', '--spec', smallPage, '--impl', impl, '--format', 'json'];

/** A cache folder that holds a package at the default version, as if it had been fetched. */
function cacheWith(
  t: { teardown(action: () => void): unknown },
  name: string,
  files: Record<string, string>,
) {
  const cache = scratchFolder(t);
  const entry = findEntry(name);
  const folder = path.join(cache, `${name}@${entry?.version}`, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  return { env: { MODSPEC_CACHE: cache } };
}

test('offline, what is not in the cache is refused with what to do', async (t) => {
  const env = { MODSPEC_CACHE: scratchFolder(t) };
  for (const impl of ['resolve', 'enhanced-resolve@5', 'node@4.9.1', 'deployd@1.2.0']) {
    const { exitCode, stderr } = await modspec(args(impl), { env });
    t.equal(exitCode, 2);
    t.match(
      stderr,
      /is not in the cache at .*; run once without --offline to fetch it, or set MODSPEC_CACHE/,
    );
  }
});

test('a line of Node is the release on which the pages were verified', async (t) => {
  const env = { MODSPEC_CACHE: scratchFolder(t) };
  for (const { id, verifiedOn = [] } of releasedEditions('node')) {
    const line = id.replace('node-', '');
    const { stderr } = await modspec(args(`node@${line}`), { env });
    t.match(stderr, `@${verifiedOn[0]} is not in the cache`, line);
  }
});

test('an unknown name is refused with the nearest one', async (t) => {
  const { exitCode, stderr } = await modspec(args('resovle@1'));
  t.equal(exitCode, 2);
  t.match(stderr, /unknown implementation; did you mean resolve\? see 'modspec list impls'/);
});

test('a loader that leaves modules to Node runs in a Node that was started with the conditions of a case', async (t) => {
  const { env } = cacheWith(t, 'proxyquire', {
    'package.json': '{ "version": "1.2.3" }',
    'index.js': 'module.exports = (file) => require(file);',
  });
  const asked = ['run', '--offline', '--impl', 'proxyquire', '--case', 'user-conditions-required'];
  const { stdout } = await modspec([...asked, '--format', 'json'], { env });
  t.match(runSchema.parse(JSON.parse(stdout)).verdicts, [{ verdict: 'pass' }]);
});

test('a resolver out of the cache is asked, and the run says what it was', async (t) => {
  const { env } = cacheWith(t, 'resolve', {
    'package.json': '{ "version": "1.2.3" }',
    'index.js': `const { createRequire } = require('module');
      exports.sync = (specifier, { filename }) => createRequire(filename).resolve(specifier);`,
  });
  const { stdout } = await modspec(args('resolve'), { env });
  const { header, verdicts } = runSchema.parse(JSON.parse(stdout));
  t.match(header.implementations[0], {
    name: 'resolve',
    version: '1.2.3',
    kind: 'resolver',
    edition: 'node-10',
    note: /Node/,
  });
  t.equal(verdicts.find((verdict) => verdict.case === 'small-main-wins')?.verdict, 'pass');
  t.equal(verdicts.find((verdict) => verdict.case === 'small-program')?.verdict, 'skip');
});

test('the list of implementations names each with its version and home page', async (t) => {
  const { stdout, exitCode } = await modspec(['list', 'impls']);
  t.equal(exitCode, 0);
  t.match(stdout, /^node +\d+\.\d+\.\d+ +runtime/m);
  t.match(stdout, /^deployd +1\.2\.0 +server +serve +its release's +https:/m);
  t.match(stdout, /^duktape +the system's +engine/m);
  t.match(
    stdout,
    /^enhanced-resolve +5\.\d+\.\d+ +resolver +resolve, import, user conditions +node-24 +https:/m,
  );
});

test('an engine that the system has not is refused with how to get it, and so is a version of one', async (t) => {
  const bare = scratchFolder(t);
  symlinkSync('/usr/bin/env', path.join(bare, 'env'));
  const missing = await modspec(args('duktape'), { env: { PATH: bare } });
  t.equal(missing.exitCode, 2);
  t.match(
    missing.stderr,
    /expected 'duk' on the PATH; found none; install it with 'apt-get install duktape'/,
  );
  const versioned = await modspec(args('rhino@1.7'));
  t.equal(versioned.exitCode, 2);
  t.match(versioned.stderr, /because the installed one is used; write rhino/);
});

test('Deployd without a version is its newest release', async (t) => {
  const { exitCode, stderr } = await modspec(args('deployd'), { env: { MODSPEC_CACHE: scratchFolder(t) } });
  t.equal(exitCode, 2);
  t.match(stderr, /deployd@1\.2\.0 is not in the cache/);
});
