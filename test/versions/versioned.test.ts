import { test } from 'tap';
import { findVersioned } from '../../harness/versions/versioned.ts';

test('an implementation that npm has is found by its name', async (t) => {
  t.strictSame(findVersioned('resolve'), { name: 'resolve', package: 'resolve' });
  t.strictSame(findVersioned('rspack-resolver'), { name: '@rspack/resolver', package: '@rspack/resolver' });
  t.match(findVersioned('node'), { name: 'node', package: /^node-/ });
});

test('what has no versions on npm is refused', async (t) => {
  for (const spec of ['./loader', 'exec:loader', 'reference', 'duktape'])
    t.throws(
      () => findVersioned(spec),
      { message: /expected an implementation that modspec knows by name/ },
      spec,
    );
  t.throws(() => findVersioned('resovle'), { message: /did you mean resolve\?/ });
  t.throws(() => findVersioned('resolve@1'), {
    message: /expected a name without a version, such as resolve/,
  });
});
