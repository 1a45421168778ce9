// What programs in Bun see of the host in require.cache. A Node that says it is a Bun runs the host here.

import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { builtFile } from '../../model/package-root.ts';

const hosts = path.dirname(builtFile('harness', 'hosts', 'runtime-host.cjs'));

/** The names of the files in require.cache when the queue of promises has taken `turns`; when it is empty, if undefined. */
async function seenAfter(turns: number | undefined): Promise<string[]> {
  const program = `Object.defineProperty(process.versions, 'bun', { value: '1.4.5' });
    process.argv[2] = 'shared';
    const host = ${JSON.stringify(path.join(hosts, 'runtime-host.cjs'))};
    require(host);
    // As Bun does with a preloaded file.
    Promise.resolve().then(() => { require.cache[host] = {}; });
    const turns = ${turns ?? -1};
    if (turns < 0) setImmediate(show);
    else (async () => {
      for (let turn = 0; turn < turns; turn++) await undefined;
      show();
    })();
    function show() {
      console.log(JSON.stringify(Object.keys(require.cache)));
      process.exit(0);
    }`;
  const { stdout } = await execa(process.execPath, ['-e', program], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    env: { NODE_OPTIONS: '' },
  });
  return (JSON.parse(stdout) as string[]).map((file) => path.basename(file));
}

test('a program in Bun sees nothing of the host in require.cache', async (t) => {
  t.strictSame(await seenAfter(undefined), []);
});

test('the files of the host stay in require.cache until Bun has evaluated what it preloads', async (t) => {
  for (const turns of [0, 1, 6]) {
    const seen = await seenAfter(turns);
    for (const name of ['runtime-host.cjs', 'host.cjs', 'answers.cjs'])
      t.ok(seen.includes(name), `${turns} turns: ${name}`);
  }
});
