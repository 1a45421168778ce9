import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { bin, loader, modspec, scratchFolder, smallPage } from './modspec.ts';

test('explain tells the steps taken, the places looked at, and why each lost', async (t) => {
  const cwd = scratchFolder(t);
  mkdirSync(path.join(cwd, 'some', 'foo'), { recursive: true });
  writeFileSync(path.join(cwd, 'some', 'foo.json'), '{}');
  writeFileSync(path.join(cwd, 'some', 'foo', 'index.js'), '');
  const { stdout, exitCode } = await modspec(['explain', './foo', '--from', 'some/main.js', '--all'], {
    cwd,
  });
  t.equal(exitCode, 0, bin);
  t.match(stdout, /^require\("\.\/foo"\) from some\/main\.js, edition locked\n {2}answers some\/foo\.json\n/);
  t.match(stdout, /LOAD_AS_FILE 1 +missing {2}some\/foo {2}\(rule load-as-file\)/);
  t.match(stdout, /✗ some\/foo: is a folder \(LOAD_AS_FILE 1\)/);
  t.match(stdout, /✗ some\/foo\.js: is not there \(LOAD_AS_FILE 2\)/);
  t.match(stdout, /✓ some\/foo\.json: is a file, and the first one found/);
  t.match(stdout, /✗ some\/foo\/index\.js: is there, but comes later \(LOAD_INDEX 1\)/);
});

test('explain tells why a step is skipped', async (t) => {
  const cwd = scratchFolder(t);
  writeFileSync(path.join(cwd, 'foo.js'), '');
  const { stdout } = await modspec(['explain', './foo/', '--from', 'main.js', '--all'], { cwd });
  t.match(stdout, /REQUIRE 4\.ii\.e +skipped {2}`\.\/foo\/` names only a folder · if NAMES_FOLDER\(X\)/);
});

test('explain gives the same as JSON', async (t) => {
  const cwd = scratchFolder(t);
  const { stdout } = await modspec(['explain', 'modspec-none', '--from', 'a.js', '--format', 'json'], {
    cwd,
  });
  const [explained] = JSON.parse(stdout);
  t.match(explained, { specifier: 'modspec-none', edition: 'locked', answer: { error: 'MODULE_NOT_FOUND' } });
  t.match(explained.steps.at(-1), {
    step: 'REQUIRE 6',
    rule: 'require-algorithm',
    outcome: 'thrown',
    words: /MODULE_NOT_FOUND/,
  });
});

test('explain says which condition or pattern of a package won, as text and as JSON', async (t) => {
  const cwd = scratchFolder(t);
  const folder = path.join(cwd, 'node_modules', 'some-package');
  mkdirSync(path.join(folder, 'lib'), { recursive: true });
  writeFileSync(path.join(folder, 'lib', 'a.cjs'), '');
  const target = { import: './lib/*.mjs', require: './lib/*.cjs' };
  const exports = { './feature/*': target, './*': null };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ exports }));
  const args = ['explain', 'some-package/feature/a', '--from', 'main.js', '--edition', 'node-24'];
  const { stdout } = await modspec(args, { cwd });
  t.match(stdout, /answers node_modules\/some-package\/lib\/a\.cjs\n/);
  t.match(stdout, /✓ pattern \.\/feature\/\*: matches, with a in the place of its star \(PACKAGE_IMPORTS/);
  t.match(stdout, /✗ pattern \.\/\*: matches too, but has less text before its star/);
  t.match(
    stdout,
    /✗ condition import: does not apply .*\n {2}✓ condition require: is the first that applies/,
  );
  const json = await modspec([...args, '--format', 'json'], { cwd });
  const [{ choices }] = JSON.parse(json.stdout);
  t.match(
    choices.map((choice: { what: string; won: boolean }) => [choice.what, choice.won]),
    [
      ['./feature/*', true],
      ['./*', false],
      ['import', false],
      ['require', true],
    ],
  );
});

test('explain --case follows what a case asks for, in the edition that is named', async (t) => {
  const resolutions = await modspec(['explain', '--case', 'folder-main-before-index', '--edition', 'node-4']);
  t.match(resolutions.stdout, /edition node-4\n {2}answers <tree>\/foo\/start\.js/);
  const program = await modspec(['explain', '--case', 'folder-main-loaded']);
  t.match(program.stdout, /require\("\.\/part"\) from <tree>\/foo\/lib\/start\.js/, 'files that were found');
});

test('explain tells what a map of a package says, and which file it hides', async (t) => {
  const { stdout } = await modspec([
    'explain',
    '--case',
    'exports-node-path',
    '--edition',
    'node-24',
    '--all',
  ]);
  t.match(stdout, /LOAD_PACKAGE_EXPORTS 2 +fails +dep · If NAME is nothing/);
  t.match(stdout, /RESOLVE_ESM_MATCH 3 +done +<tree>\/far\/dep\/start\.js · Let P be the file path/);
  t.match(stdout, /answers error ERR_PACKAGE_PATH_NOT_EXPORTED: .* in <tree>\/far\/dep\/package\.json\n/);
  t.match(stdout, /✗ <tree>\/far\/dep\/part\.js: is there, but the package's exports do not name it/);
});

test('only the file that is answered is chosen, and no package on the way to it', async (t) => {
  const { stdout } = await modspec([
    'explain',
    '--case',
    'imports-core',
    '--edition',
    'node-24',
    '--format',
    'json',
  ]);
  for (const { answer, candidates } of JSON.parse(stdout)) {
    const chosen = candidates.filter((one: { chosen: boolean }) => one.chosen);
    t.strictSame(
      chosen.map((one: { path: string }) => one.path),
      answer.kind === 'file' ? [answer.path] : [],
    );
  }
  t.match(JSON.parse(stdout)[0].steps, [
    { step: 'REQUIRE 1' },
    { step: 'REQUIRE 2' },
    { step: 'REQUIRE 3' },
    { step: 'REQUIRE 3.i', about: '#a' },
  ]);
});

test('explain says what it can not do', async (t) => {
  const both = await modspec(['explain', './a', '--case', 'small-index', '--from', 'a.js']);
  t.match(both, { exitCode: 2, stderr: /explain: expected/ });
  const nowhere = await modspec(['explain', './a', '--from', 'some/none/main.js']);
  t.match(nowhere, { exitCode: 0, stderr: /the folder '.*some\/none' does not exist/ });
  const served = await modspec(['explain', '--case', 'deployd-autoload-once']);
  t.match(served, { exitCode: 2, stderr: /no question that can be explained without running it/ });
  const edition = await modspec(['explain', './a', '--from', 'a.js', '--edition', 'node-5']);
  t.match(edition, { exitCode: 2, stderr: /--edition node-5/ });
});

test('a failing case tells the first step that the loader can not have taken', async (t) => {
  const impl = loader('index-first.cjs');
  const { stdout } = await modspec(['run', '--spec', smallPage, '--impl', impl, '--case', 'small-main-wins']);
  t.match(stdout, /left the steps at PACKAGE_MAIN 1, found <tree>\/lib\/package\.json: its answer is/);
});
