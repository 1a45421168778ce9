import path from 'node:path';
import { type Test, test } from 'tap';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import type { HostOutcome } from '../../harness/hosts/host-outcome.ts';
import { buildTree } from '../../harness/trees/build-tree.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';

/** Runs `main.js` in a process of its own with these files, of which NODE_OPTIONS names some. */
async function runWith(
  t: Test,
  spec: string,
  options: string,
  files: Readonly<Record<string, string>>,
): Promise<HostOutcome> {
  const workspace = await openWorkspace();
  t.teardown(workspace.remove);
  const root = workspace.nextTree();
  buildTree(
    root,
    Object.entries(files).map(([file, text]) => ({ kind: 'file', path: file, text })),
  );
  const asked = {
    root,
    edition: 'node-20',
    environment: { NODE_OPTIONS: options },
    arguments: ['one'],
    questions: [{ kind: 'run', entry: path.join(root, 'main.js') } as const],
  };
  return (await findAdapter(spec)).askAlone(asked, workspace, 20_000);
}

const pre = `
var inCache = Object.keys(require.cache).length;
var seen = module.parent.children.some(function (child) { return /node-host/.test(child.id); });
console.log(inCache + ' ' + seen + ' ' + process.env.MODSPEC_PRELOADED + ' ' + process.env.NODE_OPTIONS);
`;

for (const spec of ['node', 'reference']) {
  test(`${spec} preloads modules, which see nothing of the host`, async (t) => {
    const files = { 'main.js': 'console.log(process.argv.slice(2).join());', 'pre.js': pre };
    const outcome = await runWith(t, spec, '--require ./pre.js', files);
    const stdout = '1 false undefined --require ./pre.js\none\n';
    t.match(outcome, { kind: 'answered', answers: [{ kind: 'run', stdout, exitCode: 0 }] });
  });

  test(`an error of a preloaded module ends the program of ${spec}`, async (t) => {
    const files = { 'main.js': "console.log('main');", 'pre.js': "throw new RangeError('thrown');" };
    const error = { name: 'RangeError', message: 'thrown' };
    t.match(await runWith(t, spec, '--require ./pre.js', files), {
      kind: 'answered',
      answers: [{ kind: 'run', stdout: '', exitCode: 1, error }],
    });
  });

  test(`an error that a preloaded module of ${spec} catches is not that of the program`, async (t) => {
    const files = {
      'main.js': "throw new Error('of main');",
      'pre.js': "process.on('uncaughtException', function (error) { console.log(error.message); });",
    };
    const { answers } = { answers: [], ...(await runWith(t, spec, '--require ./pre.js', files)) };
    t.strictSame(answers, [{ kind: 'run', stdout: 'of main\n', exitCode: 0 }]);
  });
}
