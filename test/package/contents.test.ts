// What `npm pack` puts into the package: what its users need, and little else.

import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import MarkdownIt from 'markdown-it';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';
import { scratchFolder } from '../cli/modspec.ts';

test('the package is light, complete, and works where nothing else is installed', async (t) => {
  const scratch = scratchFolder(t);
  const { folder, size } = await unpack(scratch);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

  t.test('it has at most 400 files and 2 MB, and installs no other package', async (t) => {
    t.ok(files.length <= 400, `${files.length} files`);
    t.ok(size <= 2_000_000, `${size} bytes`);
    const installed = ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies'];
    for (const kind of installed) t.strictSame(manifest[kind] ?? {}, {}, kind);
  });

  t.test('every entry point is in it', async (t) => {
    const named = Object.values<string | Record<string, string>>(manifest.exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry),
    );
    const wanted = [...named, manifest.bin.modspec].map((file) => file.replace(/^\.\//, ''));
    t.ok(wanted.length > 8);
    for (const file of wanted) t.ok(files.some(matches(file)), file);
  });

  t.test('every link of a page leads to a file in it, or to an address', async (t) => {
    const links = files.filter((file) => file.endsWith('.md')).flatMap((file) => linksIn(folder, file));
    t.ok(links.length > 100, `${links.length} links`);
    const missing = links.filter(({ to }) => !files.some((file) => `${file}/`.startsWith(`${to}/`)));
    t.strictSame(missing, []);
  });

  t.test('it runs cases, programs and apps', async (t) => {
    const cwd = path.join(scratch, 'empty');
    mkdirSync(cwd);
    const modspec = async (...args: string[]) => {
      const words = [
        '-u',
        'NODE_OPTIONS',
        process.execPath,
        path.join(folder, manifest.bin.modspec),
        ...args,
      ];
      return (await execa('env', words, { cwd })).stdout;
    };
    const run = ['run', '--impl', 'reference', '--case'];
    const reports = ['--format', 'html=report.html', '--format', 'pretty'];
    t.match(
      await modspec(...run, 'folder-main-plain', '--case', 'cycle-two-files', ...reports),
      /2 of 2 passed/,
    );
    t.ok(statSync(path.join(cwd, 'report.html')).size > 200_000);
    t.match(await modspec(...run, 'deployd-autoload-file', '--edition', 'deployd-locked'), /1 of 1 passed/);
    t.equal(await modspec('exec', '-p', '1 + 1'), '2');
  });
});

/** Packs the package, and unpacks it again. */
async function unpack(scratch: string): Promise<{ folder: string; size: number }> {
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch];
  const [{ filename, size }] = JSON.parse((await execa('npm', words, { cwd: packageRoot })).stdout);
  await execa('tar', ['-xzf', filename], { cwd: scratch });
  return { folder: path.join(scratch, 'package'), size };
}

function matches(pattern: string): (file: string) => boolean {
  const [before = '', after] = pattern.split('*');
  return (file) => (after === undefined ? file === before : file.startsWith(before) && file.endsWith(after));
}

/** The links of a page to files, as paths from the folder of the package. */
function linksIn(folder: string, file: string): { file: string; to: string }[] {
  const tokens = new MarkdownIt('commonmark').parse(readFileSync(path.join(folder, file), 'utf8'), {});
  const targets = tokens
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'link_open')
    .map((token) => String(token.attrGet('href')).replace(/#.*/, ''));
  return targets
    .filter((to) => to !== '' && !/^[a-z]+:/.test(to))
    .map((to) => ({ file, to: path.posix.join(path.posix.dirname(file), to).replace(/\/$/, '') }));
}
