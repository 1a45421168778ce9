// `explain --platform`: files of this machine, or the tree of a case, by the rules of another platform.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { modspec, scratchFolder } from './modspec.ts';

const skip = process.platform === 'win32' && 'it asks about another platform than this one';

test('files of the disk as Windows sees them', { skip }, async (t) => {
  const folder = scratchFolder(t);
  mkdirSync(path.join(folder, 'lib'));
  mkdirSync(path.join(folder, 'shared'));
  writeFileSync(path.join(folder, 'lib', 'Upper.js'), '');
  writeFileSync(path.join(folder, 'shared', 'dep.js'), '');
  const root = `Z:${folder.replaceAll('/', '\\')}`;
  const explain = (...words: string[]) =>
    modspec(['explain', ...words, '--platform', 'win32', '--edition', 'node-20'], {
      cwd: folder,
      env: { NODE_PATH: `/none:${path.join(folder, 'shared')}` },
    });
  const { stdout } = await explain('.\\lib\\upper', '--from', 'main.js', '--format', 'json');
  const [{ from, answer, platform }] = JSON.parse(stdout);
  t.equal(from, `${root}\\main.js`);
  t.equal(platform, 'win32');
  t.strictSame(answer, { kind: 'file', path: `${root}\\lib\\upper.js` });
  const text = await explain('.\\lib\\upper', '--from', `${root}\\main.js`);
  t.match(text.stdout, /answers lib\\upper\.js/);
  const global = await explain('dep', '--from', 'main.js');
  t.match(global.stdout, /answers shared\\dep\.js/);
});

test('the tree of a case as Windows sees it', { skip }, async (t) => {
  const words = ['explain', '--case', 'exports-request-trailing-slash', '--edition', 'node-20'];
  const here = await modspec(words);
  t.match(here.stdout, /"dep\/x\/a\.js\/"[^\n]*\n {2}answers (?:the )?error MODULE_NOT_FOUND/i);
  const { stdout } = await modspec([...words, '--platform', 'win32']);
  t.match(stdout, /"dep\/x\/a\.js\/"[^\n]*\n {2}answers <tree>\/node_modules\/dep\/src\/a\.js/);
});

test('files of the disk, and the tree of a case, as macOS sees them', { skip }, async (t) => {
  const folder = scratchFolder(t);
  mkdirSync(path.join(folder, 'lib'));
  writeFileSync(path.join(folder, 'lib', 'caf\u00e9.js'), '');
  const words = [
    'explain',
    './LIB/cafe\u0301',
    '--from',
    'main.js',
    '--platform',
    'darwin',
    '--format',
    'json',
  ];
  const { stdout } = await modspec(words, { cwd: folder });
  t.match(JSON.parse(stdout), [
    { platform: 'darwin', answer: { path: path.join(folder, 'LIB', 'cafe\u0301.js') } },
  ]);
  const ofCase = ['explain', '--case', 'name-case-link-target', '--edition', 'node-20'];
  t.match((await modspec(ofCase)).stdout, /answers <tree>\/LIB\/a\.js/);
});

test('a platform that does not exist is refused', async (t) => {
  const { stderr, exitCode } = await modspec(['explain', './x', '--from', 'a.js', '--platform', 'windows']);
  t.equal(exitCode, 2);
  t.match(stderr, /argument 'windows' is invalid\. Allowed choices are posix, win32, darwin/);
});
