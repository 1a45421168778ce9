import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'tap';
import { UndrivableVersionError } from '../harness/adapters/undrivable-version.ts';
import { fetchForTest, whyUnreachable } from './npm-registry.ts';

function configure(
  t: { teardown(action: () => void): unknown },
  settings: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(settings)) {
    process.env[`npm_config_${name}`] = value;
    t.teardown(() => delete process.env[`npm_config_${name}`]);
  }
}

/** Whatever proxy is configured here. */
const direct = { noproxy: '127.0.0.1' };
const nobody = { ...direct, registry: 'http://127.0.0.1:1/' };

test('a registry that gives any answer is reached', async (t) => {
  for (const status of [200, 404, 500]) {
    const server = createServer((_, response) => response.writeHead(status).end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.teardown(() => server.close());
    const { port } = server.address() as AddressInfo;
    configure(t, { ...direct, registry: `http://127.0.0.1:${port}/` });
    t.equal(await whyUnreachable(), false, `${status}`);
  }
});

test('a port at which nobody listens is not', async (t) => {
  configure(t, nobody);
  t.equal(await whyUnreachable(), "the npm registry http://127.0.0.1:1/ can't be reached: ECONNREFUSED");
});

test('an npm that is configured to be offline asks none', async (t) => {
  configure(t, { offline: 'true' });
  t.match(await whyUnreachable(), /is not asked: npm is configured to be offline$/);
});

test('what is in the cache is there without a registry, and what is not is skipped', async (t) => {
  configure(t, nobody);
  t.strictSame(await fetchForTest(async () => 'cached'), { value: 'cached', skip: false });
  const absent = await fetchForTest(async ({ offline }) => {
    throw offline ? new UndrivableVersionError('absent') : new Error('fetched without a registry');
  });
  t.match(absent, { value: undefined, skip: /can't be reached/ });
  await t.rejects(
    fetchForTest(async () => {
      throw new Error('broken');
    }),
    /broken/,
  );
});
