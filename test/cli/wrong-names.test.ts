import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { nearestName } from '../../model/input/did-you-mean.ts';
import { loader, modspec, scratchFolder } from './modspec.ts';

const mistakes: [args: string[], meant: RegExp][] = [
  [
    ['run', '--impl', 'node', '--case', 'folder-index-j'],
    /did you mean 'folder-index-js'\? see 'modspec list cases'/,
  ],
  [['run', '--impl', 'node', '--edition', 'node20'], /unknown edition; did you mean 'node-20'\?/],
  [['run', '--impl', 'node', '--edition', 'v18.2.0'], /unknown edition; did you mean 'node-18'\?/],
  [['run', '--impl', 'node', '--format', 'jsn=a'], /did you mean 'json'\?/],
  [
    ['run', '--impl', 'node', '--case', 'folder-main'],
    /it is the id of a rule, whose cases are folder-main-/,
  ],
  [['run', '--impl', 'node', '--grep', 'no case says this'], /--grep no case says this matches no case/],
  [['run', '--impl', 'node', '--basline', 'x'], /Did you mean --baseline\?/],
  [['show', 'folder-index-jss'], /unknown case 'folder-index-jss'; did you mean 'folder-index-js'\?/],
  [['explain', './a', '--from', 'a.js', '--edition', 'nod-24'], /did you mean 'node-24'\?/],
  [['list', 'case'], /did you mean 'cases'\?/],
  [['lint', '--rule', 'twin-cases'], /did you mean 'twin-case'\?/],
  [['new', 'folder-mian'], /did you mean 'folder-main'\?/],
  [['dif', 'a', 'b'], /Did you mean diff\?/],
  [['completion', 'bsh'], /Allowed choices are bash, zsh, fish/],
];
for (const [args, meant] of mistakes) {
  test(`modspec ${args.join(' ')}`, async (t) => {
    const { exitCode, stderr } = await modspec(args);
    t.equal(exitCode, 2);
    t.match(stderr, meant);
  });
}

test('an adapter that claims an unknown capability, or an unknown edition', async (t) => {
  const cwd = scratchFolder(t);
  const said = async (implementation: object) => {
    mkdirSync(path.join(cwd, 'x'), { recursive: true });
    writeFileSync(
      path.join(cwd, 'x', 'index.js'),
      `exports.implementation = ${JSON.stringify(implementation)}; exports.resolve = () => '';`,
    );
    const { exitCode, stderr } = await modspec(['run', '--impl', './x'], { cwd });
    return `${exitCode} ${stderr}`;
  };
  t.match(
    await said({ capabilities: ['resolv'] }),
    /^2 .*unknown capability 'resolv'; did you mean 'resolve'\?/,
  );
  t.match(await said({ edition: 'node22' }), /^2 .*unknown edition 'node22'; did you mean 'node-22'\?/);
});

test('an unknown key of a baseline', async (t) => {
  const cwd = scratchFolder(t);
  const entry = '{ case: a, class: bug, resaon: x, observed: fail }';
  writeFileSync(path.join(cwd, 'b.yaml'), `implementations:\n  - name: x\n    accepted:\n      - ${entry}\n`);
  const { exitCode, stderr } = await modspec(
    ['run', '--impl', loader('index-first.cjs'), '--baseline', 'b.yaml'],
    { cwd },
  );
  t.equal(exitCode, 2);
  t.match(stderr, /b\.yaml:4: .*"resaon"; did you mean 'reason'\? expected some of case, class/);
});

test('a name that is like none is not guessed', async (t) => {
  t.equal(nearestName('abc', ['x', 'yyyy']), undefined);
  t.equal(nearestName('Node-20', ['node-20']), 'node-20');
});
