import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';
import { pageId } from '../../suite/pages/page-id.ts';
import { modspec, scratchFolder } from '../cli/modspec.ts';
import { noPython } from '../python.ts';

const examples = path.join(packageRoot, 'examples');

/** Why these tests can't be run here; false when they can. */
async function lacks(...programs: readonly string[]): Promise<string | false> {
  for (const program of programs) {
    const { failed } = await execa(program, ['--version'], { reject: false });
    if (failed) return `this machine has no ${program}`;
  }
  return false;
}

test('Python: a resolver written from the pages alone', { skip: noPython }, async (t) => {
  t.match(await modspec(['doctor', '--impl', path.join(examples, 'python')]), { exitCode: 0 });
});

for (const edition of ['locked', 'node-10', 'node-24']) {
  test(`Python: every resolution of ${edition} as the pages say`, { skip: noPython }, async (t) => {
    const impl = path.join(examples, 'python');
    const { exitCode, stdout } = await modspec(['run', '--impl', impl, '--edition', edition]);
    t.equal(exitCode, 0, stdout.slice(-2000));
    t.match(
      stdout,
      new RegExp(`^python-resolver 2\\.0\\.0, judged by ${edition}: (\\d{3}) of \\1 passed`, 'm'),
    );
    t.match(stdout, /^ {2}resolve {2}(\d{3}) of \1 passed/m);
  });
}

test('Python: the same by its command', { skip: noPython }, async (t) => {
  const impl = `stdio:python3 ${path.join('examples', 'python', 'adapter.py')}`;
  t.match(await modspec(['run', '--impl', impl, '--case', 'folder-main-*']), { exitCode: 0 });
});

// It knows files, folders and links, but no maps of packages, so it is not asked about them.
test('C++: a resolver that aims at Node 24', { skip: await lacks('make', 'g++') }, async (t) => {
  const folder = path.join(scratchFolder(t), 'cpp');
  cpSync(path.join(examples, 'cpp'), folder, { recursive: true, filter: (file) => !file.endsWith('/build') });
  await execa('make', ['CXX=g++'], { cwd: folder });
  t.match(await modspec(['doctor', '--impl', folder]), { exitCode: 0 });
  const chapters = ['02-specifiers', '03-files', '04-folders', '05-node-modules'];
  const pages = chapters.flatMap((chapter) => readdirSync(path.join(packageRoot, 'spec', chapter)));
  const asked = pages.map(pageId).filter((page) => page !== 'core-scheme');
  const cases = asked.flatMap((page) => ['--case', `${page}/*`]);
  const baseline = path.join(folder, 'baseline.yaml');
  const said = await modspec(['run', '--impl', folder, ...cases, '--baseline', baseline]);
  t.match(said, { exitCode: 0, stdout: /^cpp-resolver 1\.0\.0, judged by node-24: .* 8 of these accepted/m });
  t.match(said.stdout, /accepted 6 as wont-fix, 1 as disputed, 1 as unsupported; --verbose lists them/);
});
