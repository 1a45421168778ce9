import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Test, test } from 'tap';
import { hostAdapter } from '../../harness/adapters/host-adapter.ts';
import { hostFor } from '../../harness/adapters/host-for.ts';
import type { HostOutcome } from '../../harness/hosts/host-outcome.ts';
import type { AskedQuestion } from '../../harness/hosts/protocol.ts';
import { SharedHost } from '../../harness/hosts/shared-host.ts';
import type { Driving, RegistryEntry } from '../../harness/registry/entries/entry.ts';
import { buildTree } from '../../harness/trees/build-tree.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import { scratchFolder } from '../cli/modspec.ts';

/** Resolves `added` to a file beside the referrer, and leaves the rest to Node. */
const hook = `
export const resolve = (specifier, context, next) =>
  next(specifier === 'added' ? './a.mjs' : specifier, context);
`;

async function askHooked(t: Test, driving: Driving, ...questions: Asking[]): Promise<HostOutcome[]> {
  const folder = scratchFolder(t);
  writeFileSync(path.join(folder, 'hook.mjs'), hook);
  const entry = { driving, package: 'hook' } as RegistryEntry;
  const describe = () => ({ name: 'hook', edition: 'node-20', capabilities: [] });
  const adapter = hostAdapter({ spec: 'hook', ...hostFor(entry, folder), describe });
  const workspace = await openWorkspace();
  t.teardown(workspace.remove);
  const root = workspace.nextTree();
  buildTree(root, [
    { kind: 'file', path: 'a.mjs', text: "console.log('a')" },
    { kind: 'file', path: 'main.mjs', text: "import 'added'; setTimeout(() => console.log('later'))" },
  ]);
  const asked = { root, edition: 'node-20', environment: {}, arguments: [] };
  const askedOf = { ...asked, questions: questions.map((ask) => ask(root)) };
  if (!adapter.shared) throw new Error('there is no shared host');
  const host = new SharedHost(adapter.shared(workspace));
  await host.start();
  t.teardown(() => host.close());
  return [await host.ask(askedOf, 20_000), await adapter.askAlone(askedOf, workspace, 20_000)];
}

type Asking = (root: string) => AskedQuestion;

const run = (entry: string): Asking => {
  return (root) => ({ kind: 'run', entry: path.join(root, entry) });
};
const imported = (specifier: string, by: 'import' | 'import.meta.resolve' = 'import'): Asking => {
  return (root) => ({ kind: 'resolve', from: path.join(root, 'main.mjs'), specifier, by });
};

const started: Driving = { kind: 'node hook', start: "module.register('./hook.mjs', here);" };

test('hooks that are started by statements decide what import resolves to', async (t) => {
  const found = { kind: 'url', url: /^file:.*\/a\.mjs$/ };
  const refused = { kind: 'error', error: { code: 'ERR_MODULE_NOT_FOUND' } };
  const asked = [imported('added'), imported('./none.mjs'), imported('added', 'import.meta.resolve')];
  for (const outcome of await askHooked(t, started, ...asked))
    t.match(outcome, { kind: 'answered', answers: [found, refused, found] });
});

test('programs run with these hooks, and until nothing is left to do', async (t) => {
  for (const outcome of await askHooked(t, started, run('main.mjs')))
    t.match(outcome, { kind: 'answered', answers: [{ stdout: 'a\nlater\n' }] });
});

test('the names that are preloaded are looked up where the package is', async (t) => {
  const outcomes = await askHooked(t, { kind: 'node hook', preload: ['fs'] }, imported('./a.mjs'));
  for (const outcome of outcomes)
    t.match(outcome, { kind: 'answered', answers: [{ kind: 'url', url: /a\.mjs$/ }] });
});
