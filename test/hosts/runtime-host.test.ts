// What programs in Bun see of the host in require.cache. A Node that says it is a Bun runs the host here.

import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { builtFile } from '../../model/package-root.ts';

const hosts = path.dirname(builtFile('harness', 'hosts', 'runtime-host.cjs'));

async function seenIn(bun: string): Promise<string[]> {
  const program = `Object.defineProperty(process.versions, 'bun', { value: ${JSON.stringify(bun)} });
    process.argv[2] = 'shared';
    const host = ${JSON.stringify(path.join(hosts, 'runtime-host.cjs'))};
    require(host);
    // As Bun does with a preloaded file.
    require.cache[host] = {};
    setImmediate(() => {
      console.log(JSON.stringify(Object.keys(require.cache)));
      process.exit(0);
    });`;
  const { stdout } = await execa(process.execPath, ['-e', program], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    env: { NODE_OPTIONS: '' },
  });
  return JSON.parse(stdout) as string[];
}

test('a program in Bun sees nothing of the host in require.cache from 1.1.31 on', async (t) => {
  for (const version of ['1.1.31', '1.1.45', '1.2.0', '1.10.3', '1.4.5', '2.0.0'])
    t.strictSame(await seenIn(version), [], version);
});

test('below 1.1.31, which needs a module in the cache until it is evaluated, it sees the files of the host', async (t) => {
  for (const version of ['1.0.36', '1.1.0', '1.1.9', '1.1.20', '1.1.30']) {
    const seen = await seenIn(version);
    for (const name of ['runtime-host.cjs', 'host.cjs', 'answers.cjs'])
      t.ok(seen.includes(path.join(hosts, name)), `${version}: ${name}`);
  }
});
