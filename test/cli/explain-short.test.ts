import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Test, test } from 'tap';
import { modspec, scratchFolder } from './modspec.ts';

/** A project with a package that blocks a subpath, and a folder with a file of its own. */
function projectFor(t: Test): string {
  const cwd = scratchFolder(t);
  const dep = path.join(cwd, 'lib', 'node_modules', 'dep');
  mkdirSync(dep, { recursive: true });
  writeFileSync(path.join(dep, 'package.json'), '{ "exports": { ".": "./a.js" } }');
  writeFileSync(path.join(dep, 'a.js'), '');
  return cwd;
}

test('explain shows the steps that decide, and says how many it leaves out', async (t) => {
  const args = ['explain', 'dep/b', '--from', 'lib/main.js', '--edition', 'node-24'];
  const cwd = projectFor(t);
  const short = await modspec(args, { cwd });
  t.match(
    short.stdout,
    /\nSteps that decide\n {2}LOAD_PACKAGE_EXPORTS 3 +found .*\n {2}PACKAGE_EXPORTS_RESOLVE 6 +thrown .*\n\n/,
  );
  t.match(short.stdout, /✗ key \.\/b: is not a key of the map/);
  const [, left = ''] = /(\d+) steps not shown; --all prints them\n$/.exec(short.stdout) ?? [];
  t.ok(short.stdout.split('\n').length < 25, 'it fits a screen');
  const long = await modspec([...args, '--all'], { cwd });
  const steps = (text: string) => text.split('\n').filter((line) => /^ {2}[A-Z_]+ \d/.test(line)).length;
  t.equal(steps(long.stdout), steps(short.stdout) + Number(left));
  t.notMatch(long.stdout, 'not shown');
});

test('explain --from FOLDER answers for a file in that folder, and says so', async (t) => {
  const cwd = projectFor(t);
  const { stdout, stderr } = await modspec(['explain', 'dep', '--from', 'lib', '--edition', 'node-24'], {
    cwd,
  });
  t.match(stdout, /answers lib\/node_modules\/dep\/a\.js\n/);
  t.match(stderr, /--from lib is a folder; this is the answer for a file in it, lib\/main\.js/);
});
