// A run of a few small cases on saboteurs: one case is struck, the others must not notice.

import path from 'node:path';
import type { Adapter } from '../../harness/adapters/adapter.ts';
import { hostAdapter } from '../../harness/adapters/host-adapter.ts';
import { nodeAdapter } from '../../harness/adapters/node-adapter.ts';
import { stdioAdapter } from '../../harness/adapters/stdio-adapter.ts';
import { makeRun } from '../../harness/run/make-run.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import { packageRoot } from '../../model/package-root.ts';
import type { Run } from '../../model/run.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { caseText, pageText } from '../pages/page-text.ts';

const folder = path.join(packageRoot, 'test', 'fixtures', 'saboteurs');

/** What the cases around the struck one ask for: a file, a package that is nowhere, and programs. */
const page = parsePage(
  'saboteurs.md',
  pageText(`${caseText('before')}
#### \`struck\` The saboteur strikes

\`\`\`tree
strike.js
sub/
\`\`\`

| from | specifier | resolves to |
| --- | --- | --- |
| \`main.js\` | \`./strike\` | \`strike.js\` |

${caseText('after')}
#### \`missing\` A package that is nowhere

\`\`\`tree
a.js
\`\`\`

| from | specifier | resolves to |
| --- | --- | --- |
| \`main.js\` | \`modspec-none\` | \`MODULE_NOT_FOUND\` |

#### \`program\` A program

\`a.js\`

\`\`\`js
module.exports = 'loaded';
\`\`\`

\`main.js\`

\`\`\`js
console.log(require('./a'), typeof process.env.PATH, process.cwd() === __dirname);
\`\`\`

\`\`\`stdout
loaded string true
\`\`\`

#### \`alone\` A program in a process of its own

\`main.js\`

\`\`\`js
process.exit(3);
\`\`\`

- Exit code: 3

\`\`\`stdout
\`\`\`

${caseText('last', './a.js')}`),
);

/** A loader in a host of modspec's own, which does what test/fixtures/saboteurs/loader.mjs calls `fault`. */
export function sabotagingLoader(fault: string): Adapter {
  const file = path.join(folder, 'loader.mjs');
  return hostAdapter({
    spec: fault,
    command: process.execPath,
    flags: ['--max-old-space-size=64'],
    script: 'module-host.mjs',
    arguments: ['--', file, JSON.stringify({ fault })],
    describe: () => ({
      name: fault,
      edition: 'node-20',
      capabilities: ['resolve', 'run', 'error codes', 'builtins'],
    }),
  });
}

/** A program that speaks the protocol, and does what test/fixtures/saboteurs/speaker.mjs calls `fault`. */
export function sabotagingSpeaker(fault: string): Adapter {
  const words = [process.execPath, path.join(folder, 'speaker.mjs'), fault];
  const adapter = stdioAdapter(`stdio:${words.map((word) => word.replaceAll(' ', '\\ ')).join(' ')}`);
  if (!adapter) throw new TypeError('a stdio adapter begins with stdio:');
  return { ...adapter, spec: fault };
}

/** A real Node, which is asked the same after the saboteurs, in the same run. */
const bystander = await findBystander();

async function findBystander(): Promise<Adapter> {
  const found = await nodeAdapter('node', { offline: true });
  if (!found) throw new TypeError('there is no node');
  return found;
}

export interface Ran {
  readonly run: Run;
  /** Where the run was; nothing is there any more. */
  readonly root: string;
}

/** Asks the saboteurs one after another, and then the real Node. */
export async function runSaboteurs(
  adapters: readonly Adapter[],
  { limitMs, jobs }: { readonly limitMs: number; readonly jobs: number },
): Promise<Ran> {
  const workspace = await openWorkspace();
  try {
    const run = await makeRun([...adapters, bystander], page.cases, {
      workspace,
      edition: undefined,
      jobs,
      timeoutMs: limitMs,
      isolate: false,
      signal: new AbortController().signal,
      onStart: () => undefined,
      onVerdict: () => undefined,
    });
    return { run, root: workspace.root };
  } finally {
    workspace.remove();
  }
}
