import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { bin, loader, modspec, scratchFolder, smallPage } from './modspec.ts';

test('explain tells the steps taken, the places looked at, and why each lost', async (t) => {
  const cwd = scratchFolder(t);
  mkdirSync(path.join(cwd, 'some', 'foo'), { recursive: true });
  writeFileSync(path.join(cwd, 'some', 'foo.json'), '{}');
  writeFileSync(path.join(cwd, 'some', 'foo', 'index.js'), '');
  const { stdout, exitCode } = await modspec(['explain', './foo', '--from', 'some/main.js'], { cwd });
  t.equal(exitCode, 0, bin);
  t.match(stdout, /^require\("\.\/foo"\) from some\/main\.js, edition locked\n {2}answers some\/foo\.json\n/);
  t.match(stdout, /LOAD_AS_FILE 1 {2}missing {2}some\/foo {2}\(rule load-as-file\)/);
  t.match(stdout, /✗ some\/foo: is a folder \(LOAD_AS_FILE 1\)/);
  t.match(stdout, /✗ some\/foo\.js: is not there \(LOAD_AS_FILE 2\)/);
  t.match(stdout, /✓ some\/foo\.json: is a file, and the first one found/);
  t.match(stdout, /✗ some\/foo\/index\.js: is there, but comes later \(LOAD_AS_DIRECTORY 2\)/);
});

test('explain gives the same as JSON', async (t) => {
  const cwd = scratchFolder(t);
  const { stdout } = await modspec(['explain', 'modspec-none', '--from', 'a.js', '--format', 'json'], {
    cwd,
  });
  const [explained] = JSON.parse(stdout);
  t.match(explained, { specifier: 'modspec-none', edition: 'locked', answer: { error: 'MODULE_NOT_FOUND' } });
  t.match(explained.steps.at(-1), { step: 'REQUIRE 4', rule: 'require-algorithm', outcome: 'thrown' });
});

test('explain --case follows what a case asks for, in the edition that is named', async (t) => {
  const resolutions = await modspec(['explain', '--case', 'folder-main-before-index', '--edition', 'node-4']);
  t.match(resolutions.stdout, /edition node-4\n {2}answers <tree>\/foo\/start\.js/);
  const program = await modspec(['explain', '--case', 'folder-main-loaded']);
  t.match(program.stdout, /require\("\.\/part"\) from <tree>\/foo\/lib\/start\.js/, 'files that were found');
});

test('explain says what it can not do', async (t) => {
  const both = await modspec(['explain', './a', '--case', 'small-index', '--from', 'a.js']);
  t.match(both, { exitCode: 2, stderr: /explain what\?/ });
  const edition = await modspec(['explain', './a', '--from', 'a.js', '--edition', 'node-5']);
  t.match(edition, { exitCode: 2, stderr: /--edition node-5/ });
});

test('a failing case tells the first step that the loader can not have taken', async (t) => {
  const impl = loader('index-first.cjs');
  const { stdout } = await modspec(['run', '--spec', smallPage, '--impl', impl, '--case', 'small-main-wins']);
  t.match(stdout, /left the steps at LOAD_AS_DIRECTORY 1, holds <tree>\/lib\/package\.json: its answer is/);
});
