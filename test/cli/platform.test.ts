// `--platform`: an implementation is asked by the rules of paths of another platform.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { runSchema } from '../../model/run.ts';
import { caseText, pageText } from '../pages/page-text.ts';
import { modspec, scratchFolder } from './modspec.ts';

const isWindows = process.platform === 'win32' && 'it asks about another platform than this one';

test('run: the reference follows the paths of Windows, and the run says so', {
  skip: isWindows,
}, async (t) => {
  const args = ['run', '--impl', 'reference', '--edition', 'node-20', '--platform', 'win32'];
  const chosen = ['--case', 'file-extension-*', '--case', 'es-modules/*'];
  const json = await modspec([...args, ...chosen, '--format', 'json']);
  const { header, verdicts } = runSchema.parse(JSON.parse(json.stdout));
  t.equal(header.implementations[0]?.platform, 'win32');
  t.match(header.command, /--platform win32/);
  t.ok(verdicts.some(({ verdict }) => verdict === 'pass'));
  t.strictSame(
    verdicts.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skip'),
    [],
  );
  const reasons = new Set(verdicts.flatMap(({ reason }) => reason ?? []));
  t.ok(
    reasons.has(
      "the loader does not support 'es modules': the Node that runs it would have to load these files by paths that this machine does not have",
    ),
  );
  const { stdout } = await modspec([...args, '--case', 'file-extension-*']);
  t.match(stdout, /judged by node-20, with the paths of win32: /);
});

test('run: an adapter that names the platform is asked with paths of Windows', {
  skip: isWindows,
}, async (t) => {
  const folder = scratchFolder(t);
  writeFileSync(
    path.join(folder, 'loader.cjs'),
    `const { win32 } = require('node:path');
exports.implementation = { name: 'mine', edition: 'node-20', platforms: ['win32'] };
exports.resolve = (specifier, referrer, { platform, root }) => {
  if (platform !== 'win32' || !root.startsWith('Z:\\\\') || !referrer.startsWith(root)) throw new Error(root);
  return win32.resolve(referrer, '..', specifier);
};`,
  );
  writeFileSync(path.join(folder, 'page.md'), pageText(caseText('one', './a.js')));
  const args = ['run', '--impl', './loader.cjs', '--platform', 'win32', '--spec', 'page.md'];
  const { stdout } = await modspec([...args, '--format', 'json'], { cwd: folder });
  const { verdicts } = runSchema.parse(JSON.parse(stdout));
  t.match(verdicts, [{ case: 'one', verdict: 'pass' }]);
});

test('run: an implementation that takes no rules of paths is refused', { skip: isWindows }, async (t) => {
  const { stderr, exitCode } = await modspec([
    'run',
    '--impl',
    'node',
    '--platform',
    'win32',
    '--case',
    'file-*',
  ]);
  t.equal(exitCode, 2);
  t.match(
    stderr,
    /--platform win32: node follows the rules of paths of this machine only; expected .* reference/,
  );
});

test('a platform that does not exist is refused', async (t) => {
  const { stderr, exitCode } = await modspec(['run', '--impl', 'reference', '--platform', 'windows']);
  t.equal(exitCode, 2);
  t.match(stderr, /argument 'windows' is invalid\. Allowed choices are posix, win32, darwin/);
});

test('run: the reference finds names as on macOS, also in cases about links', {
  skip: isWindows,
}, async (t) => {
  const args = [
    'run',
    '--impl',
    'reference',
    '--edition',
    'node-20',
    '--platform',
    'darwin',
    '--format',
    'json',
  ];
  const chosen = ['name-case/*', 'name-normalization/*', 'global-folders-*'].flatMap((glob) => [
    '--case',
    glob,
  ]);
  const { verdicts } = runSchema.parse(JSON.parse((await modspec([...args, ...chosen])).stdout));
  const verdictOf = (id: string) => verdicts.find((one) => one.case === id)?.verdict;
  t.strictSame(['name-case-link-target', 'name-form-file'].map(verdictOf), ['pass', 'pass']);
  t.strictSame(
    verdicts.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skip'),
    [],
  );
});
