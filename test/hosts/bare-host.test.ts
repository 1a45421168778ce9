import path from 'node:path';
import { test } from 'tap';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { SharedHost } from '../../harness/hosts/shared-host.ts';
import { buildTree } from '../../harness/trees/build-tree.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';

for (const spec of ['node', 'reference']) {
  test(`a shared host of ${spec} waits for a program's work and takes away what it leaves`, async (t) => {
    const workspace = await openWorkspace();
    t.teardown(workspace.remove);
    const adapter = await findAdapter(spec);
    if (!adapter.shared) throw new Error('there is no shared host');
    const host = new SharedHost(adapter.shared(workspace));
    await host.start();
    const run = async (text: string, args: readonly string[] = []) => {
      const root = workspace.nextTree();
      buildTree(root, [{ kind: 'file', path: 'main.js', text }]);
      const asked = { root, edition: 'node-20', environment: {}, arguments: [...args] };
      const entry = path.join(root, 'main.js');
      const outcome = await host.ask({ ...asked, questions: [{ kind: 'run', entry }] }, 10_000);
      return outcome.kind === 'answered' ? outcome.answers[0] : outcome;
    };
    t.match(await run("setTimeout(() => console.log('later'), 5)"), { stdout: 'later\n', exitCode: 0 });
    t.match(await run('console.log(process.argv.slice(2).join())', ['a', 'b']), { stdout: 'a,b\n' });
    t.match(
      await run("global.left = 1; process.on('warning', () => console.log('heard')); process.exitCode = 3"),
      { exitCode: 3 },
    );
    const look =
      "process.emitWarning('now'); console.log(typeof left, process.argv.length, process.listenerCount('warning') < 2)";
    t.match(await run(look), { stdout: 'undefined 2 true\n', exitCode: 0 });
    t.ok(await host.close());
  });
}
