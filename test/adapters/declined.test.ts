import { test } from 'tap';
import { run } from '../../api/index.ts';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { fetchForTest } from '../npm-registry.ts';

const options = { implementations: ['resolve.exports'], edition: 'node-24' };
const { skip } = await fetchForTest((fetching) => findAdapter('resolve.exports', fetching));

test('what a driver declines is skipped with its reason, in a shared host and in a process', {
  skip,
}, async (t) => {
  const cases = ['user-conditions-{exports,missing}', 'exports-subpath-deep', 'folder-main-plain'];
  for (const isolate of [false, true]) {
    const { verdicts } = await run({ ...options, cases, isolate });
    const said = Object.fromEntries(verdicts.map((one) => [one.case, one]));
    t.match(said, {
      'user-conditions-exports': { verdict: 'pass' },
      'exports-subpath-deep': { verdict: 'pass' },
      'user-conditions-missing': { verdict: 'skip', reason: 'it does not look whether a target is a file' },
      'folder-main-plain': { verdict: 'skip', reason: 'it answers only the name of a package, or a # name' },
    });
  }
});
