import path from 'node:path';
import { type Test, test } from 'tap';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { SharedHost } from '../../harness/hosts/shared-host.ts';
import { buildTree } from '../../harness/trees/build-tree.ts';
import { openWorkspace, type Workspace } from '../../harness/trees/workspace.ts';

async function openHost(t: Test, spec: string): Promise<{ host: SharedHost; workspace: Workspace }> {
  const workspace = await openWorkspace();
  t.teardown(workspace.remove);
  const adapter = await findAdapter(spec);
  if (!adapter.shared) throw new Error('there is no shared host');
  const host = new SharedHost(adapter.shared(workspace));
  await host.start();
  return { host, workspace };
}

for (const spec of ['node', 'reference']) {
  test(`a shared host of ${spec} waits for a program's work and takes away what it leaves`, async (t) => {
    const { host, workspace } = await openHost(t, spec);
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

for (const spec of ['node', 'reference']) {
  test(`a thread in a shared host of ${spec} ends as a process would`, async (t) => {
    const { host, workspace } = await openHost(t, spec);
    const run = async (text: string, args: readonly string[] = []) => {
      const root = workspace.nextTree();
      buildTree(root, [{ kind: 'file', path: 'main.js', text }]);
      const entry = path.join(root, 'main.js');
      const from = path.join(root, 'other.js');
      const questions = [
        { kind: 'run', entry } as const,
        { kind: 'resolve', from, specifier: './main' } as const,
      ];
      const asked = {
        root,
        edition: 'node-20',
        environment: { SET: 'yes' },
        arguments: [...args],
        questions,
      };
      const outcome = await host.ask(asked, 10_000, true);
      if (outcome.kind !== 'answered') return outcome;
      t.match(
        outcome.answers[1],
        { kind: 'file', path: entry },
        'answers come in the order of the questions',
      );
      return outcome.answers[0];
    };
    const print = 'console.log(process.cwd() === __dirname, process.env.SET, require.main === module);';
    t.match(await run(print), { stdout: 'true yes true\n', exitCode: 0 });
    t.match(await run("console.log('printed'); process.exit(5)"), { stdout: 'printed\n', exitCode: 5 });
    t.match(await run('setTimeout(() => { process.exitCode = 3 })'), { exitCode: 3 });
    // With what tap preloads, Node runs the entry later, and the error is lost.
    const told = (error: object) => (spec === 'reference' ? { error } : {});
    t.match(await run("throw new RangeError('own')"), {
      exitCode: 1,
      ...told({ name: 'RangeError', message: 'own' }),
    });
    t.match(await run("process.on('exit', (code) => console.log(code)); throw 'text'"), {
      stdout: '1\n',
      exitCode: 1,
      ...told({ name: 'string' }),
    });
    t.match(await run("require('fs').own = 1"), { exitCode: 0 });
    t.match(await run("console.log(require('fs').own, process.argv.slice(2).join())", ['a']), {
      stdout: 'undefined a\n',
    });
    t.ok(await host.close());
  });
}
